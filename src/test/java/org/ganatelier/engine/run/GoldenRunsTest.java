package org.ganatelier.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Datasets;
import org.ganatelier.data.Images;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs that version 1 of the format saved make the same images as then, and go on as they did then:
 * see golden/README.md. The time-out only ends a test that hangs.
 */
@Timeout(120)
class GoldenRunsTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/runs");
    private static final String RUN = ".atelier";

    private static final int COUNT = 8;
    private static final long SEED = 5;
    private static final int MORE_STEPS = 2;

    /**
     * In grey levels. On a processor of the same kind every byte is the same. Another kind may add
     * the products of a sum in another order, and fuse them or not: the last bits of a value differ
     * then, and a value at the border of two levels can be cut off to either.
     */
    private static final int TOLERANCE = 1;

    private final EngineTrainer trainer = new EngineTrainer();

    static List<Path> runs() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(RUN)).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aRunMakesTheImagesOfThen(Path file) throws Exception {
        Checkpoint checkpoint = ProjectFile.loadRun(file);
        assertImages(checkpoint, file, ".npy");
    }

    /** The images show what was restored of optimizers, averages and random streams. */
    @ParameterizedTest
    @MethodSource("runs")
    void aRunGoesOnAsThen(Path file) throws Exception {
        Checkpoint checkpoint = ProjectFile.loadRun(file);
        Checkpoint later = trained(checkpoint);
        assertThat(later.step()).isEqualTo(checkpoint.step() + MORE_STEPS);
        assertImages(later, file, ".later.npy");
    }

    private Checkpoint trained(Checkpoint from) throws Exception {
        Plan plan = Nets.ready(from.experiment());
        var options =
                RunOptions.batch(
                        OptionalLong.of(from.step() + MORE_STEPS),
                        Optional.empty(),
                        from.threads());
        var end = new CompletableFuture<RunEvent.End>();
        var run =
                trainer.start(
                        plan,
                        Datasets.open(plan.experiment().data()),
                        Optional.of(from),
                        options,
                        event -> {
                            if (event instanceof RunEvent.Ended ended) {
                                end.complete(ended.end());
                            }
                        });
        try {
            assertThat(end.get(60, TimeUnit.SECONDS)).isEqualTo(new RunEvent.End.Completed());
            return run.checkpoint().get(60, TimeUnit.SECONDS);
        } finally {
            run.close();
        }
    }

    private void assertImages(Checkpoint checkpoint, Path file, String ending) throws IOException {
        Plan plan = Nets.ready(checkpoint.experiment());
        byte[] images = Images.require(trainer.sample(plan, checkpoint, COUNT, SEED)).pixels();
        byte[] golden = pixels(Path.of(file.toString().replace(RUN, ending)), images.length);
        int furthest = 0;
        for (int i = 0; i < images.length; i++) {
            int difference = Byte.toUnsignedInt(images[i]) - Byte.toUnsignedInt(golden[i]);
            furthest = Math.max(furthest, Math.abs(difference));
        }
        assertThat(furthest).isLessThanOrEqualTo(TOLERANCE);
    }

    /** The bytes behind the header of NumPy's format, which ends in a new line. */
    private static byte[] pixels(Path file, int count) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes[bytes.length - count - 1]).isEqualTo((byte) '\n');
        return Arrays.copyOfRange(bytes, bytes.length - count, bytes.length);
    }
}
