package org.ganatelier.exchange.keras.script;

import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Plan;

import java.util.List;

/** What {@code train.py} does with what it has trained. */
final class EndCode {
    /** As many as a Frechet distance needs to mean something. */
    private static final int SAMPLES = 5000;

    private static final String PLAIN =
            """
            def plain(network, build):
                \"""The same network without wrappers of spectral normalization: generate.py's.\"""
                copy = build(normalized=lambda layer: layer)
                for layer, trained in zip(copy.layers, network.layers):
                    layer.set_weights(getattr(trained, "layer", trained).get_weights())
                return copy
            """;

    private static final String MAIN =
            """
            def main():
                parser = argparse.ArgumentParser(description="Trains both networks.")
                parser.add_argument("--steps", type=int, help="how many (10,000 without --seconds)")
                parser.add_argument("--seconds", type=float, default=math.inf, help="at most so long")
                parser.add_argument("--out", default=HERE, help="the folder for what is written")
                args = parser.parse_args()
                steps = args.steps or (10_000 if args.seconds == math.inf else 10_000_000)
                generator, discriminator = train(steps, args.seconds)
                out = Path(args.out)
                out.mkdir(parents=True, exist_ok=True)
            """;

    private final CodeWriter code;
    private final Plan plan;
    private final Dialect dialect;
    private final Told told;

    EndCode(CodeWriter code, Plan plan, Dialect dialect) {
        this.code = code;
        this.plan = plan;
        this.dialect = dialect;
        told = Told.of(plan.experiment());
    }

    void write() {
        List<Side> normalized =
                List.of(Side.values()).stream()
                        .filter(side -> NetworkCode.isNormalized(plan, side))
                        .toList();
        if (!normalized.isEmpty()) {
            code.line(PLAIN.stripTrailing()).blank().blank();
        }
        sample();
        code.line(MAIN.stripTrailing());
        code.indented(() -> results(normalized));
        code.blank().blank().line("if __name__ == \"__main__\":");
        code.indented(() -> code.line("main()"));
    }

    private void sample() {
        code.line("def sample(generator, count):");
        code.indented(
                () -> {
                    code.line(
                            told.labels()
                                    ? "\"\"\"Samples of each class in turn.\"\"\""
                                    : "\"\"\"Samples of fresh noise.\"\"\"");
                    code.line("random = np.random.default_rng(SEED)");
                    code.line(
                            "noise = random.standard_normal((count, LATENT)).astype(\"float32\")");
                    if (told.labels()) {
                        code.line(
                                "label = np.eye(CLASSES, dtype=\"float32\")[np.arange(count) %"
                                        + " CLASSES]");
                    }
                    code.line(
                            "return generator.predict(%s, batch_size=100, verbose=0)"
                                    .formatted(told.input("noise", "label")));
                });
        code.blank().blank();
    }

    private void results(List<Side> normalized) {
        normalized.forEach(
                side ->
                        code.line(
                                "%s = plain(%s, build_%s)"
                                        .formatted(side.id(), side.id(), side.id())));
        for (Side side : List.of(Side.GENERATOR, Side.DISCRIMINATOR)) {
            boolean average =
                    side == Side.GENERATOR && plan.experiment().training().averageDecay() > 0;
            code.line(
                    "%s.save(str(out / \"%s%s\"))%s"
                            .formatted(
                                    side.id(),
                                    side.id(),
                                    dialect.ending(),
                                    average ? "  # the average" : ""));
        }
        code.line("samples = sample(generator, %d)".formatted(SAMPLES));
        switch (told.shape()) {
            case Shape.Image image -> {
                code.line("save_grid(samples[:64], out / \"grid.png\")");
                code.line(
                        "pixels = np.clip(np.round((samples + 1) * 127.5), 0,"
                                + " 255).astype(np.uint8)");
                if (image.channels() == 1) {
                    code.line("pixels = pixels[..., 0]");
                }
                code.line("np.save(out / \"samples.npy\", pixels)");
            }
            case Shape.Flat _ -> {
                code.line("save_grid(samples, out / \"grid.png\")");
                code.line("np.save(out / \"samples.npy\", samples)");
            }
        }
        code.line("print(f\"Weights and {len(samples)} samples are in {out}\")");
    }
}
