package org.ganatelier.exchange.pytorch;

import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.experiment.basics.Shape;

/** What {@code train.py} writes when it ends, and its options. */
final class EndCode {
    /** As many as scores are usually asked of. */
    private static final int SAMPLES = 5000;

    private static final int AT_ONCE = 100;

    private static final String PLAIN =
            """
            def divide_weights(network):
                \"""Makes spectral normalization's division final: generate.py has plain layers.\"""
                for module in network.eval().modules():
                    if parametrize.is_parametrized(module):
                        parametrize.remove_parametrizations(module, "weight")
            """;

    private static final String MAIN =
            """
            def main():
                parser = argparse.ArgumentParser(description="Trains both networks.")
                parser.add_argument("--steps", type=int, help="how many (10,000 without --seconds)")
                parser.add_argument("--seconds", type=float, default=math.inf, help="at most so long")
                parser.add_argument("--out", default=HERE, help="the folder for what is written")
                parser.add_argument("--threads", type=int, help="of the processor")
                args = parser.parse_args()
                if args.threads:
                    torch.set_num_threads(args.threads)
                steps = args.steps or (10_000 if args.seconds == math.inf else math.inf)
                generator, discriminator = train(steps, args.seconds)
                out = Path(args.out)
                out.mkdir(parents=True, exist_ok=True)
            """;

    private final CodeWriter code;
    private final Told told;
    private final boolean averages;
    private final boolean normalizes;

    /**
     * @param averages whether the average of G's weights is kept
     * @param normalizes whether there is spectral normalization
     */
    EndCode(CodeWriter code, Told told, boolean averages, boolean normalizes) {
        this.code = code;
        this.told = told;
        this.averages = averages;
        this.normalizes = normalizes;
    }

    void write() {
        if (normalizes) {
            code.line(PLAIN.stripTrailing()).blank().blank();
        }
        sample();
        code.line(MAIN.stripTrailing());
        code.indented(this::results);
        code.blank().blank().line("if __name__ == \"__main__\":");
        code.indented(() -> code.line("main()"));
    }

    private void sample() {
        code.line("@torch.no_grad()");
        code.line("def sample(generator, count):");
        code.indented(
                () -> {
                    code.line(
                            "\"\"\"%s\"\"\""
                                    .formatted(
                                            told.labels()
                                                    ? "Samples of each class in turn."
                                                    : "Samples, a few at a time."));
                    code.line("generator.eval()");
                    code.line("made = []");
                    code.line("for first in range(0, count, %d):".formatted(AT_ONCE));
                    code.line(
                            "    noise = torch.randn(min(%d, count - first), LATENT)"
                                    .formatted(AT_ONCE));
                    if (told.labels()) {
                        code.line("    label = torch.arange(first, first + len(noise)) % CLASSES");
                    }
                    code.line(
                            "    made.append(generator(noise%s))"
                                    .formatted(told.ifLabels(", label")));
                    code.line("return torch.cat(made)");
                });
        code.blank().blank();
    }

    private void results() {
        if (normalizes) {
            code.line("divide_weights(generator)");
            code.line("divide_weights(discriminator)");
        }
        String which = averages ? "  # the average" : "";
        code.line("torch.save(generator.state_dict(), out / \"generator.pt\")" + which);
        code.line("torch.save(discriminator.state_dict(), out / \"discriminator.pt\")");
        code.line("samples = sample(generator, %d)".formatted(SAMPLES));
        switch (told.shape()) {
            case Shape.Image image -> {
                code.line(
                        "save_grid(samples[:64].permute(0, 2, 3, 1).numpy(), out / \"grid.png\")");
                code.line("pixels = ((samples + 1) * 127.5).round().clamp(0, 255).byte()");
                if (image.channels() == 1) {
                    code.line("pixels = pixels[:, 0]");
                }
                code.line("np.save(out / \"samples.npy\", pixels.numpy())");
            }
            case Shape.Flat _ -> {
                code.line("save_grid(samples.numpy(), out / \"grid.png\")");
                code.line("np.save(out / \"samples.npy\", samples.numpy())");
            }
        }
        code.line("print(f\"Weights and {len(samples)} samples are in {out}\")");
    }
}
