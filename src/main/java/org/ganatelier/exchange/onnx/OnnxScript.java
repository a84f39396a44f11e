package org.ganatelier.exchange.onnx;

import org.ganatelier.exchange.code.Code;
import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.exchange.code.GridCode;
import org.ganatelier.exchange.model.Export;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;

/** The script beside the models: it draws images, and compares them with the examples. */
final class OnnxScript {
    private static final String BEGIN =
            """
            \"""Draws a grid of samples with the generator in generator.onnx.

            It needs two packages: pip install onnxruntime numpy
            \"""

            import argparse
            import math
            import struct
            import sys
            import zlib
            from pathlib import Path

            import numpy as np
            import onnxruntime

            HERE = Path(__file__).resolve().parent
            """;

    private static final String RUN =
            """
            def run(name, first, labels):
                \"""Gives samples to a network of this folder, and their classes where it wants them.\"""
                session = onnxruntime.InferenceSession(
                    str(HERE / name), providers=["CPUExecutionProvider"])
                inputs = session.get_inputs()
                given = {inputs[0].name: first.astype(np.float32)}
                if len(inputs) > 1:
                    given[inputs[1].name] = labels.astype(np.int64)
                return session.run(None, given)[0]
            """;

    private static final String COMPARE =
            """
            def difference(name, found, wanted):
                \"""The largest difference between what a network gives and what it should give.\"""
                largest = float(np.abs(found.reshape(wanted.shape) - wanted).max())
                print(f"{name}: largest difference {largest:.3g}")
                return largest


            def check():
                \"""Compares both networks with the examples that came with them.\"""
                labels = example("labels") if CLASSES else None
                largest = []
                if (HERE / "generator.onnx").exists():
                    made = run("generator.onnx", example("noise"), labels)
                    largest.append(difference("generator", made, example("images")))
                if (HERE / "discriminator.onnx").exists():
                    scores = run("discriminator.onnx", example("images"), labels)
                    largest.append(difference("discriminator", scores, example("scores")))
                # A difference that is no number is no success either.
                return 0 if all(each <= 1e-4 for each in largest) else 1


            def example(name):
                return np.load(HERE / f"example_{name}.npy")
            """;

    private static final String ARGUMENTS =
            """
            def arguments():
                parser = argparse.ArgumentParser(description=__doc__)
                parser.add_argument("--seed", type=int, help="of new noise; without it the examples")
                parser.add_argument("--count", type=int, default=16, help="how many samples")
                parser.add_argument("--label", type=int, help="the class of all samples")
                parser.add_argument("--out", default="grid.png", help="the picture to write")
                parser.add_argument("--check", action="store_true",
                                    help="compare with the examples")
                return parser.parse_args()
            """;

    private static final String MAIN =
            """
            def main():
                given = arguments()
                if given.check:
                    return check()
                if given.seed is None and given.count == 16:
                    noise = example("noise")
                else:
                    noise = np.random.default_rng(given.seed).standard_normal((given.count, LATENT))
                labels = np.arange(len(noise)) % max(CLASSES, 1)
                if CLASSES and given.label is not None:
                    labels = np.full(len(noise), given.label)
                elif CLASSES and given.seed is None and given.count == 16:
                    labels = example("labels")
                samples = run("generator.onnx", noise, labels)
            """;

    private OnnxScript() {}

    static Code of(Export export) {
        Experiment experiment = export.experiment();
        Shape shape = experiment.data().shape();
        var code = new CodeWriter();
        code.line(BEGIN.stripTrailing());
        code.line("LATENT = " + experiment.latentSize() + "  # values of noise for a sample");
        code.line("CLASSES = " + experiment.classes() + "  # that the networks are told apart");
        function(code, RUN);
        code.blank().blank();
        GridCode.write(code, shape);
        function(code, COMPARE);
        function(code, ARGUMENTS);
        function(code, MAIN);
        code.indented(
                () -> {
                    if (shape instanceof Shape.Image) {
                        // Drawn with the channels last.
                        code.line("samples = samples.transpose(0, 2, 3, 1)");
                    }
                    code.line("save_grid(samples, given.out)");
                    code.line("print(\"Wrote\", given.out)");
                    code.line("return 0");
                });
        code.blank().blank();
        code.line("if __name__ == \"__main__\":");
        code.indented(() -> code.line("sys.exit(main())"));
        return code.code();
    }

    private static void function(CodeWriter code, String text) {
        code.blank().blank().line(text.stripTrailing());
    }
}
