package org.ganatelier.exchange.keras.script;

import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.exchange.code.GridCode;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem.Place;

import java.util.ArrayList;
import java.util.List;

/** {@code generate.py}. */
final class GenerateScript {
    private static final String EXAMPLE =
            """
            def example(name):
                \"""What GAN Atelier wrote beside this file.\"""
                return np.load(HERE / f"example_{name}.npy")


            def difference(ours, theirs):
                \"""The largest one; of values beyond 1, as a share of them.\"""
                return float(np.max(np.abs(ours - theirs) / np.maximum(1, np.abs(theirs))))
            """;

    private static final String ONE_HOT =
            """
            def one_hot(labels):
                \"""For each label a vector that is 1 at its class and 0 elsewhere.\"""
                return np.eye(CLASSES, dtype="float32")[labels]
            """;

    private static final String END_OF_CHECK =
            """
            for name, value in differences.items():
                print(f"{name}: largest difference {value:.1e}")
            return 0 if all(value <= 1e-4 for value in differences.values()) else 1
            """;

    private final CodeWriter code;
    private final Plan plan;
    private final Dialect dialect;
    private final List<Side> sides;
    private final Told told;

    /**
     * @param sides those whose weights are written beside, G first
     */
    GenerateScript(CodeWriter code, Plan plan, Dialect dialect, List<Side> sides) {
        this.code = code;
        this.plan = plan;
        this.dialect = dialect;
        this.sides = List.copyOf(sides);
        told = Told.of(plan.experiment());
    }

    void write() {
        head();
        new NetworkCode(code, plan, dialect, false).write(sides);
        sides.forEach(this::loader);
        if (draws()) {
            GridCode.write(code, told.shape());
            code.blank().blank();
        }
        code.line(EXAMPLE.stripTrailing()).blank().blank();
        if (told.labels()) {
            code.line(ONE_HOT.stripTrailing()).blank().blank();
        }
        check();
        code.blank().blank().line("def main():");
        code.indented(draws() ? this::mainOfGenerator : this::mainOfDiscriminator);
        code.blank().blank().line("if __name__ == \"__main__\":");
        code.indented(() -> code.line("main()"));
    }

    private boolean draws() {
        return sides.contains(Side.GENERATOR);
    }

    private void head() {
        HeadCode.write(
                code,
                plan.experiment().name(),
                purpose(),
                Imports.needs(dialect, plan, sides, false),
                uses(),
                List.of());
        code.line("import argparse");
        if (draws()) {
            code.line("import math\nimport struct");
        }
        code.line("import sys");
        if (draws()) {
            code.line("import zlib");
        }
        code.line("from pathlib import Path").blank();
        Imports.write(code, dialect, plan, sides, false);
        code.blank().line("HERE = Path(__file__).resolve().parent");
        code.at(new Place.Settings(), this::constants).blank().blank();
    }

    private void constants() {
        if (draws()) {
            code.line(
                    "LATENT = %d  # numbers of noise that one sample is made of"
                            .formatted(plan.experiment().latentSize()));
        }
        if (told.labels()) {
            code.line("CLASSES = %d".formatted(told.classes()));
        }
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
                uses.add("python generate.py --label 1              of one class");
            }
        } else {
            uses.add("python generate.py                        scores of the examples");
        }
        uses.add("python generate.py --check                compares with GAN Atelier's numbers");
        return uses;
    }

    private void loader(Side side) {
        code.line("def load_%s():".formatted(side.id()));
        code.indented(
                () -> {
                    code.line("network = build_%s()".formatted(side.id()));
                    code.line(
                            "network.load_weights(str(HERE / \"%s%s\"))"
                                    .formatted(side.id(), dialect.ending()));
                    code.line("return network");
                });
        code.blank().blank();
    }

    private void check() {
        code.line("def check():");
        code.indented(
                () -> {
                    code.line(
                            "\"\"\"Compares with what GAN Atelier computed: 0 where it is the"
                                    + " same but for rounding.\"\"\"");
                    code.line("differences = {}");
                    if (told.labels()) {
                        code.line("labels = one_hot(example(\"labels\"))");
                    }
                    sides.forEach(this::difference);
                    code.line(END_OF_CHECK.stripTrailing());
                });
    }

    private void difference(Side side) {
        switch (side) {
            case GENERATOR -> {
                code.line(
                        "images = load_generator().predict(%s, verbose=0)"
                                .formatted(told.input("example(\"noise\")", "labels")));
                code.line("differences[\"images\"] = difference(images, example(\"images\"))");
            }
            case DISCRIMINATOR -> {
                code.line(
                        "scores = load_discriminator().predict(%s, verbose=0)[:, 0]"
                                .formatted(told.input("example(\"images\")", "labels")));
                code.line("differences[\"scores\"] = difference(scores, example(\"scores\"))");
            }
        }
    }

    private void option(String option, String settings) {
        code.line("parser.add_argument(\"--%s\", %s)".formatted(option, settings));
    }

    private void beginMain() {
        String purpose = purpose();
        String sentence = Character.toUpperCase(purpose.charAt(0)) + purpose.substring(1);
        code.line("parser = argparse.ArgumentParser(description=\"%s\")".formatted(sentence));
    }

    private void endOptions() {
        option("check", "action=\"store_true\", help=\"compare with GAN Atelier's numbers\"");
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
        code.line("random = np.random.default_rng(args.seed or 0)");
        code.line("noise = random.standard_normal((args.count or 16, LATENT)).astype(\"float32\")");
        code.line("if own:");
        code.indented(() -> code.line("noise = example(\"noise\")"));
        if (told.labels()) {
            labels();
        }
        code.line(
                "samples = load_generator().predict(%s, verbose=0)"
                        .formatted(told.input("noise", "one_hot(labels)")));
        code.line("save_grid(samples, args.out)");
        code.line("print(f\"{args.out}: {len(samples)} %s\")".formatted(told.samples()));
    }

    private void labels() {
        code.line("labels = example(\"labels\") if own else np.arange(len(noise)) % CLASSES");
        code.line("if args.label is not None:");
        code.indented(() -> code.line("labels = np.full_like(labels, args.label)"));
    }

    private void mainOfDiscriminator() {
        beginMain();
        option("images", "help=\"a .npy file of float32, shaped as example_images.npy\"");
        if (told.labels()) {
            option("label", "type=int, choices=range(CLASSES), help=\"the class of all\"");
        }
        endOptions();
        code.line("samples = np.load(args.images or HERE / \"example_images.npy\")");
        if (told.labels()) {
            code.line("labels = np.full(len(samples), args.label or 0)");
            code.line("if args.label is None and args.images is None:");
            code.indented(() -> code.line("labels = example(\"labels\")"));
        }
        code.line(
                "for score in load_discriminator().predict(%s, verbose=0)[:, 0]:"
                        .formatted(told.input("samples", "one_hot(labels)")));
        code.indented(() -> code.line("print(f\"{score:.4f}\")"));
    }
}
