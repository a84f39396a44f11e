package org.ganatelier.exchange.pytorch;

import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.exchange.code.GridCode;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem.Place;

import java.util.ArrayList;
import java.util.List;

/** {@code generate.py}. */
final class GenerateCode {
    private static final String EXAMPLE =
            """
            def example(name):
                \"""What GAN Atelier wrote beside this file.\"""
                return torch.from_numpy(np.load(HERE / f"example_{name}.npy"))


            def difference(ours, theirs):
                \"""The largest one; of values beyond 1, as a share of them.\"""
                return ((ours - theirs).abs() / theirs.abs().clamp(min=1)).max().item()
            """;

    private static final String END_OF_CHECK =
            """
            for name, value in differences.items():
                print(f"{name}: largest difference {value:.1e}")
            return 0 if all(value <= 1e-4 for value in differences.values()) else 1
            """;

    private final CodeWriter code;
    private final Plan plan;
    private final List<Side> sides;
    private final WeightFile weights;
    private final Told told;

    GenerateCode(CodeWriter code, Plan plan, List<Side> sides, WeightFile weights) {
        this.code = code;
        this.plan = plan;
        this.sides = sides;
        this.weights = weights;
        told = Told.of(plan.experiment());
    }

    private boolean draws() {
        return sides.contains(Side.GENERATOR);
    }

    void write() {
        head();
        new NetworkCode(code, plan).write(sides);
        weights.write(code, sides);
        if (draws()) {
            GridCode.write(code, told.shape());
            code.blank().blank();
        }
        code.line(EXAMPLE.stripTrailing()).blank().blank();
        check();
        code.blank().blank().line("def main():");
        code.indented(draws() ? this::mainOfGenerator : this::mainOfDiscriminator);
        code.blank().blank().line("if __name__ == \"__main__\":");
        code.indented(() -> code.line("main()"));
    }

    private void head() {
        Experiment experiment = plan.experiment();
        var modules = new ArrayList<>(List.of("argparse"));
        if (weights.isSafetensors()) {
            modules.add("json");
        }
        if (draws()) {
            modules.add("math");
        }
        if (draws() || weights.isSafetensors()) {
            modules.add("struct");
        }
        modules.add("sys");
        if (draws()) {
            modules.add("zlib");
        }
        var torch = new ArrayList<>(List.of("from torch import nn"));
        boolean joins = draws() || plan.experiment().conditioning() == Conditioning.CHANNELS;
        if (told.labels() && joins) {
            torch.add("from torch.nn import functional");
        }
        HeadCode.write(code, experiment.name() + ": " + purpose(), uses(), modules, torch);
        code.at(
                new Place.Settings(),
                () -> {
                    if (draws()) {
                        code.line(
                                "LATENT = %d  # numbers of noise that one sample is made of"
                                        .formatted(experiment.latentSize()));
                        if (told.labels()) {
                            code.line("CLASSES = %d".formatted(told.classes()));
                        }
                    }
                });
        code.blank().blank();
    }

    private String purpose() {
        return draws()
                ? "draws " + told.samples() + " with the trained generator."
                : "scores " + told.samples() + " with the trained discriminator.";
    }

    private List<String> uses() {
        var uses = new ArrayList<String>();
        if (draws()) {
            uses.add("python generate.py                        the 16 that the program showed");
            uses.add("python generate.py --seed 7 --count 64    others");
            if (told.labels()) {
                uses.add("python generate.py --label 3              of one class");
            }
        } else {
            uses.add("python generate.py                        scores of the examples");
        }
        uses.add("python generate.py --check                compares with GAN Atelier's numbers");
        return uses;
    }

    private void check() {
        code.line("@torch.no_grad()");
        code.line("def check():");
        code.indented(
                () -> {
                    code.line(
                            "\"\"\"Compares with what GAN Atelier computed: 0 where it is the"
                                    + " same but for rounding.\"\"\"");
                    code.line("differences = {}");
                    if (told.labels()) {
                        code.line("labels = example(\"labels\").long()");
                    }
                    sides.forEach(this::difference);
                    code.line(END_OF_CHECK.stripTrailing());
                });
    }

    private void difference(Side side) {
        String labels = told.ifLabels(", labels");
        String name = TorchCode.fileName(side);
        switch (side) {
            case GENERATOR -> {
                code.line("made = load_%s()(example(\"noise\")%s)".formatted(name, labels));
                code.line("differences[\"images\"] = difference(made, example(\"images\"))");
            }
            case DISCRIMINATOR -> {
                code.line("scores = load_%s()(example(\"images\")%s)".formatted(name, labels));
                code.line("differences[\"scores\"] = difference(scores, example(\"scores\"))");
            }
        }
    }

    private void option(String option, String settings) {
        code.line("parser.add_argument(\"--%s\", %s)".formatted(option, settings));
    }

    private void beginMain() {
        code.line("parser = argparse.ArgumentParser(description=\"%s\")".formatted(sentence()));
    }

    private String sentence() {
        String purpose = purpose();
        return Character.toUpperCase(purpose.charAt(0)) + purpose.substring(1);
    }

    private void endOptions() {
        option("check", "action=\"store_true\", help=\"compare with the examples\"");
        code.line("args = parser.parse_args()");
        code.line("if args.check:");
        code.indented(() -> code.line("sys.exit(check())"));
    }

    private void mainOfGenerator() {
        beginMain();
        option(
                "seed",
                "type=int, help=\"of the noise: each gives other %s\"".formatted(told.samples()));
        option("count", "type=int, help=\"how many (16)\"");
        if (told.labels()) {
            option("label", "type=int, choices=range(CLASSES), help=\"the class of all\"");
        }
        option("out", "default=\"grid.png\", help=\"the picture to write (grid.png)\"");
        endOptions();
        code.line("# Without a wish the noise is that of the program's own examples.");
        code.line("own = args.seed is None and args.count is None");
        code.line("own = own and (HERE / \"example_noise.npy\").exists()");
        code.line("torch.manual_seed(args.seed or 0)");
        code.line("noise = example(\"noise\") if own else torch.randn(args.count or 16, LATENT)");
        if (told.labels()) {
            code.line("labels = torch.arange(len(noise)) % CLASSES");
            code.line("if own:");
            code.indented(() -> code.line("labels = example(\"labels\").long()"));
            code.line("if args.label is not None:");
            code.indented(() -> code.line("labels = torch.full_like(labels, args.label)"));
        }
        code.line("with torch.no_grad():");
        code.indented(
                () ->
                        code.line(
                                "samples = load_generator()(noise%s)"
                                        .formatted(told.ifLabels(", labels"))));
        code.line(
                "save_grid(samples%s.numpy(), args.out)"
                        .formatted(told.areImages() ? ".permute(0, 2, 3, 1)" : ""));
        code.line("print(f\"{args.out}: {len(samples)} %s\")".formatted(told.samples()));
    }

    private void mainOfDiscriminator() {
        beginMain();
        option("images", "help=\"a .npy file of float32, shaped as example_images.npy\"");
        if (told.labels()) {
            option("label", "type=int, help=\"the class of all\"");
        }
        endOptions();
        code.line("path = args.images or HERE / \"example_images.npy\"");
        code.line("samples = torch.from_numpy(np.load(path))");
        if (told.labels()) {
            code.line("labels = torch.full((len(samples),), args.label or 0)");
            code.line("if args.label is None and args.images is None:");
            code.indented(() -> code.line("labels = example(\"labels\").long()"));
        }
        code.line("with torch.no_grad():");
        code.indented(
                () ->
                        code.line(
                                "for score in load_discriminator()(samples%s):"
                                                .formatted(told.ifLabels(", labels"))
                                        + "\n    print(f\"{score.item():.4f}\")"));
    }
}
