package org.ganatelier.exchange.tfjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.exchange.image.Npy;
import org.ganatelier.exchange.keras.KerasDialect;
import org.ganatelier.exchange.keras.KerasObstacles;
import org.ganatelier.exchange.keras.LayerZoo;
import org.ganatelier.exchange.keras.TestNetwork;
import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.ExportTask;
import org.ganatelier.exchange.model.ImageOrder;
import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

/** Models in TensorFlow.js itself, on Node; needs {@code node}, {@code npm} and their registry. */
class TfjsInterop {
    private static final double MOST = 1e-5;

    /** Of logits and of images of a whole network. */
    private static final Pattern DIFFERENCE = Pattern.compile("difference[^:]*: ([0-9.e+-]+)");

    /** Loads each case and prints the largest difference of all. */
    private static final String ZOO =
            """
            const { load, readNpy, difference } = require("./generate.js");
            const fs = require("fs");
            const tf = require("@tensorflow/tfjs");
            (async () => {
              let largest = 0;
              for (const name of fs.readdirSync(__dirname).filter((n) => n.startsWith("case"))) {
                const model = await load(name);
                const input = readNpy(name + "/input.npy");
                const output = readNpy(name + "/output.npy");
                const made = model.predict(tf.tensor(input.values, input.shape));
                const d = difference(made, output.values);
                if (!(d <= 1e-5)) console.log(name + " " + d);
                largest = Math.max(largest, d);
                tf.disposeVariables();
              }
              console.log("Largest difference: " + largest);
            })();
            """;

    @TempDir static Path folder;

    @BeforeAll
    static void prepare() throws Exception {
        Natives.load(1);
        run(folder, "npm", "install", "--no-audit", "--no-fund", "@tensorflow/tfjs@4.22.0");
    }

    static List<String> presets() {
        return Presets.names().stream().filter(name -> !name.equals("article")).toList();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aPresetComputesTheSameInNode(String preset) throws Exception {
        check(Presets.load(preset), folder.resolve(preset));
    }

    @ParameterizedTest
    @EnumSource(Conditioning.class)
    void labelsReachBothNetworks(Conditioning conditioning) throws Exception {
        check(
                Presets.load("digits-conditional").withConditioning(conditioning),
                folder.resolve("labels-" + conditioning.id()));
    }

    private static void check(Experiment experiment, Path into) throws Exception {
        Export export = TestNetwork.export(experiment);
        ExportTask.run(new TfjsWriter(), export, Optional.empty(), into);
        String said = run(into, "node", "generate.js", "--check");
        Matcher found = DIFFERENCE.matcher(said);
        int count = 0;
        while (found.find()) {
            System.out.println(into.getFileName() + ": " + found.group(1));
            assertThat(Double.parseDouble(found.group(1))).as(said).isLessThanOrEqualTo(MOST);
            count++;
        }
        assertThat(count).isEqualTo(2);
        run(into, "node", "generate.js");
        assertThat(ImageIO.read(into.resolve("grid.png").toFile())).isNotNull();
    }

    @Test
    void everyLayerComputesTheSameInNode() throws Exception {
        Path zoo = folder.resolve("zoo");
        Files.createDirectories(zoo);
        List<LayerZoo.Case> cases = LayerZoo.all().toList();
        for (int i = 0; i < cases.size(); i++) {
            TestNetwork test = TestNetwork.of(cases.get(i).input(), cases.get(i).net());
            if (KerasObstacles.of(test.network(), KerasDialect.TFJS, ModelFormat.TFJS).isEmpty()) {
                Path into = zoo.resolve("case" + i);
                TfjsWriter.write(test.network(), into);
                write(test.input(), test, test.network().inputWithoutLabel(), into, "input.npy");
                write(test.output(), test, test.outputShape(), into, "output.npy");
            }
        }
        Export export = TestNetwork.export(Presets.load("mlp"));
        Files.writeString(zoo.resolve("generate.js"), TfjsScript.node(export));
        Files.writeString(zoo.resolve("zoo.js"), ZOO);
        String said = run(zoo, "node", "zoo.js");
        System.out.println(said);
        assertThat(said).startsWith("Largest difference");
    }

    private static void write(float[] values, TestNetwork test, Shape shape, Path into, String name)
            throws IOException {
        int[] sizes =
                IntStream.concat(
                                IntStream.of(test.batch()),
                                ImageOrder.CHANNELS_LAST.dimensions(shape).stream()
                                        .mapToInt(i -> i))
                        .toArray();
        Npy.writeFloats(ImageOrder.CHANNELS_LAST.ordered(values, shape), into.resolve(name), sizes);
    }

    private static String run(Path in, String... command) throws Exception {
        Process process =
                new ProcessBuilder(command)
                        .directory(in.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines()
                .filter(
                        line ->
                                !line.isBlank()
                                        && !line.contains("tfjs-node")
                                        && !line.contains("==="))
                .reduce("", (a, b) -> a + b + "\n");
    }
}
