package org.ganatelier.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.exchange.image.Npy;
import org.ganatelier.exchange.keras.script.Dialect;
import org.ganatelier.exchange.keras.script.Scripts;
import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.ImageOrder;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The scripts of every layer and preset, run by the frameworks themselves: they build networks that
 * read their weights and compute what the engine computes. Only in the profile {@code interop}, and
 * only where {@code -Dinterop.python=...}, else python3, has TensorFlow 2.16 or later.
 */
final class KerasInterop {
    private static final String PYTHON = System.getProperty("interop.python", "python3");

    private static final String COMPARE =
            """
            import importlib.util, pathlib, sys
            import keras, numpy as np
            count, worst, failed = 0, 0.0, []
            for folder in sorted(pathlib.Path(sys.argv[1]).iterdir()):
                for script in sorted(folder.glob("*.py")):
                    spec = importlib.util.spec_from_file_location("generate", script)
                    module = importlib.util.module_from_spec(spec)
                    try:
                        spec.loader.exec_module(module)
                        given = np.load(folder / "in.npy")
                        if (folder / "labels.npy").exists():
                            given = [given, module.one_hot(np.load(folder / "labels.npy"))]
                        load = getattr(module, "load_" + (folder / "side").read_text())
                        made = np.asarray(load()(given, training=False))
                        difference = float(np.abs(made - np.load(folder / "out.npy")).max())
                        worst = max(worst, difference)
                        if not difference <= 1e-5:
                            failed.append((script, difference))
                    except Exception as e:
                        failed.append((script, repr(e)[:300]))
                    count += 1
                keras.backend.clear_session()
            print(f"{count} networks, largest difference {worst:.1e}")
            for each in failed[:20]:
                print(*each)
            sys.exit(1 if failed else 0)
            """;

    @TempDir private Path folder;

    private static Process start(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "3");
        builder.environment().put("KERAS_BACKEND", "tensorflow");
        return builder.start();
    }

    @Test
    void everyLayerAndPresetComputesTheSameInKerasAndInTensorFlow() throws Exception {
        Process probe = start("-c", "import keras, tensorflow");
        String said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeThat(probe.waitFor()).as(PYTHON + " has no TensorFlow: " + said).isZero();
        Natives.load(1);
        for (LayerZoo.Case example : LayerZoo.all().toList()) {
            write(TestNetwork.of(example.input(), example.net()), Presets.load("mlp"));
        }
        for (String preset : Presets.names()) {
            if (!preset.equals("article")) {
                for (Side side : Side.values()) {
                    Experiment experiment = Presets.load(preset);
                    write(TestNetwork.of(experiment, side, 4), experiment);
                }
            }
        }
        Process compare = start("-c", COMPARE, folder.toString());
        said = new String(compare.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(said);
        assertThat(compare.waitFor()).as(said).isZero();
    }

    private void write(TestNetwork test, Experiment experiment) throws Exception {
        var network = test.network();
        var plan = new Plan(experiment, network.plan(), network.plan());
        var export = new Export(plan, List.of(network), Optional.empty());
        assertThat(new KerasWriter().obstacles(export)).isEmpty();
        Path to = Files.createTempDirectory(folder, "network");
        KerasFiles.write(export, to);
        for (Dialect dialect : Dialect.values()) {
            Files.writeString(
                    to.resolve(dialect + ".py"),
                    Scripts.generate(dialect, plan, List.of(network.side())).text());
        }
        KerasFiles.writeH5(export, to);
        Files.writeString(to.resolve("side"), network.side().id());
        write(to.resolve("in.npy"), test.input(), network.inputWithoutLabel(), test.batch());
        write(to.resolve("out.npy"), test.output(), test.outputShape(), test.batch());
        byte[] labels = test.labels();
        if (labels.length > 0) {
            int[] classes = IntStream.range(0, labels.length).map(i -> labels[i]).toArray();
            Npy.writeInts(classes, to.resolve("labels.npy"), classes.length);
        }
    }

    private static void write(Path file, float[] values, Shape shape, int batch) throws Exception {
        ImageOrder order = ImageOrder.CHANNELS_LAST;
        int[] dimensions =
                IntStream.concat(
                                IntStream.of(batch),
                                order.dimensions(shape).stream().mapToInt(Integer::intValue))
                        .toArray();
        Npy.writeFloats(order.ordered(values, shape), file, dimensions);
    }
}
