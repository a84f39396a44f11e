package org.ganatelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.data.Idx;
import org.ganatelier.data.Images;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.project.ProjectJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/** Conditional training on IDX files whose labels do not count from 0, with the real engine. */
final class OwnLabelsTest {
    private static final int COUNT = 52;
    private static final int LABELS_MAGIC = 0x0801;

    @TempDir private Path folder = Path.of("");

    @Test
    void threesAndSevensAreTwoClassesCalledAfterTheirLabels() throws Exception {
        DataSpec.IdxFiles data = files(3, 7);

        assertThat(data.classes()).isEqualTo(2);
        assertThat(IntStream.range(0, 2).mapToObj(data::className)).containsExactly("3", "7");
        assertThat(classes(data)).containsOnly(0, 1).startsWith(0, 1, 0);
        Path model = train(data);
        assertThat(ProjectFile.loadRun(model).experiment().data()).isEqualTo(data);

        assertThat(sample(model, "7")).isEqualTo(ExitCode.DONE);
        var cli = new CliHarness(new EngineTrainer());
        assertThat(cli.run(sampling(model, "1"))).isEqualTo(ExitCode.USAGE);
        assertThat(cli.errors()).contains("--label must be one of 3, 7");
    }

    @Test
    void lettersLabelledFromOneAreTwentySixClasses() throws Exception {
        DataSpec.IdxFiles data = files(IntStream.rangeClosed(1, 26).toArray());

        assertThat(data.classes()).isEqualTo(26);
        assertThat(data.className(25)).isEqualTo("26");
        assertThat(classes(data)).startsWith(0, 1, 2).contains(25);
        Path model = train(data);
        assertThat(sample(model, "26")).isEqualTo(ExitCode.DONE);
        assertThat(sample(model, "0")).isEqualTo(ExitCode.USAGE);
    }

    /** As a version saved it that counted every number up to the largest label. */
    @Test
    void aRunThatCountedUpToTheLargestLabelKeepsItsClasses() throws Exception {
        DataSpec.IdxFiles counted = files(3, 7);
        var old = new DataSpec.IdxFiles(counted.images(), counted.labels(), counted.shape(), 8);

        assertThat(ProjectJson.write(conditional(old))).contains("\"classes\": 8");
        assertThat(classes(old)).containsOnly(3, 7);
        Path model = train(old);
        assertThat(ProjectFile.loadRun(model).experiment().classes()).isEqualTo(8);
        assertThat(sample(model, "7")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void theListOfLabelsSurvivesJson() throws Exception {
        Experiment experiment = conditional(files(3, 7));
        String json = ProjectJson.write(experiment);

        assertThat(json).containsPattern("\"classes\": \\[ ?3, 7 ?]");
        assertThat(ProjectJson.read(json)).isEqualTo(experiment);
    }

    private DataSpec.IdxFiles files(int... labels) throws IOException {
        var pixels = new byte[COUNT * 28 * 28];
        ByteBuffer file = ByteBuffer.allocate(8 + COUNT).putInt(LABELS_MAGIC).putInt(COUNT);
        for (int i = 0; i < COUNT; i++) {
            file.put((byte) labels[i % labels.length]);
        }
        Path images = folder.resolve("images.gz");
        Path ofLabels = folder.resolve("labels");
        Idx.writeImages(new Images(COUNT, new Shape.Image(28, 28, 1), pixels), images);
        Files.write(ofLabels, file.array());
        return Datasets.describe(images, Optional.of(ofLabels));
    }

    private static byte[] classes(DataSpec data) {
        Dataset set = Datasets.open(data);
        return set.labels().orElseThrow();
    }

    private static Experiment conditional(DataSpec data) throws Exception {
        return Presets.load("mlp").withData(data).withConditioning(Conditioning.CHANNELS);
    }

    private Path train(DataSpec data) throws Exception {
        Path json = folder.resolve("experiment.json");
        Files.writeString(json, ProjectJson.write(conditional(data)));
        var cli = new CliHarness(new EngineTrainer());
        int code =
                cli.run(
                        "train",
                        "--preset=" + json,
                        "--steps=2",
                        "--set=training.batchSize=8",
                        "--set=generator.layers.0.units=16",
                        "--set=discriminator.layers.1.units=16",
                        "--out=" + folder.resolve("run"),
                        "--json");
        assertThat(cli.errors()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        return folder.resolve("run/run.atelier");
    }

    private int sample(Path model, String label) {
        return new CliHarness(new EngineTrainer()).run(sampling(model, label));
    }

    private String[] sampling(Path model, String label) {
        return new String[] {
            "sample",
            "--model=" + model,
            "--n=3",
            "--label=" + label,
            "--out=" + folder.resolve("some.npy")
        };
    }
}
