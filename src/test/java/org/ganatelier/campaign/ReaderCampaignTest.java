package org.ganatelier.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import org.ganatelier.data.Idx;
import org.ganatelier.data.Images;
import org.ganatelier.exchange.image.Npy;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.text.Sentences;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Experiments, settings and data that were changed at random are read, or refused in one sentence,
 * and take little memory. The time-out only ends a test that hangs.
 */
@Timeout(value = 8, unit = TimeUnit.HOURS)
final class ReaderCampaignTest {
    private static final int SAMPLE = 200;
    private static final String FILE = "changed";

    /** Of files of a few kilobytes. */
    private static final long MOST_ALLOCATED = 128L << 20;

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir private static Path folder;
    private static Map<String, byte[]> originals = Map.of();

    @BeforeAll
    static void write() throws IOException {
        originals = Originals.in(folder);
    }

    @Test
    void experiments() throws ProjectException {
        String json = ProjectJson.write(Presets.load("digits-conditional"));
        Campaign.of("json", SAMPLE)
                .run(
                        random ->
                                require(
                                        new Mutations(random)
                                                .json(json)
                                                .getBytes(StandardCharsets.UTF_8),
                                        file -> ProjectJson.readFile(file)));
    }

    @Test
    void overrides() throws ProjectException {
        Experiment experiment = Presets.load("digits-conditional");
        Campaign.of("overrides", SAMPLE)
                .run(random -> require(() -> ProjectJson.withOverrides(experiment, some(random))));
    }

    private static Map<String, String> some(RandomGenerator random) {
        var mutations = new Mutations(random);
        var settings = new HashMap<String, String>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            String path = RandomLayers.pick(random, Originals.PATHS);
            String value = RandomLayers.pick(random, Originals.VALUES);
            settings.put(
                    random.nextInt(3) == 0 ? mutations.json(path) : path,
                    random.nextInt(2) == 0 ? mutations.json(value) : value);
        }
        return settings;
    }

    @Test
    void images() {
        bytes("idx", file -> Idx.readImages(file));
    }

    @Test
    void packedImages() {
        bytes("idx.gz", file -> Idx.readImages(file));
    }

    @Test
    void labels() {
        bytes("labels", file -> Idx.readLabels(file));
    }

    @Test
    void arrays() {
        bytes("npy", file -> Npy.read(file));
    }

    private static void bytes(String kind, Read read) {
        Campaign.of(kind, SAMPLE)
                .run(random -> require(new Mutations(random).bytes(original(kind)), read));
    }

    private static byte[] original(String kind) {
        return originals.getOrDefault(kind, new byte[0]);
    }

    /** Reads a file. */
    private interface Read {
        void of(Path file) throws ProjectException, IOException;
    }

    private static void require(byte[] content, Read read) throws IOException {
        Path file = folder.resolve(FILE);
        Files.write(file, content);
        require(() -> read.of(file));
    }

    private static void require(Readers.Reading reading) {
        long before = THREAD.getCurrentThreadAllocatedBytes();
        Readers.answer(reading).ifPresent(Sentences::require);
        long allocated = THREAD.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).isLessThan(MOST_ALLOCATED);
    }

    /** What is whole is read: else the campaign would change what nobody reads. */
    @Test
    void theOriginalsAreRead() throws IOException {
        Images images = Idx.readImages(folder.resolve("idx"));
        assertThat(images.shape()).isEqualTo(new Shape.Image(6, 5, 1));
        assertThat(Idx.readImages(folder.resolve("idx.gz")).pixels()).isEqualTo(images.pixels());
        assertThat(Idx.readLabels(folder.resolve("labels"))).hasSize(7);
        assertThat(Npy.read(folder.resolve("npy")).pixels()).isEqualTo(images.pixels());
    }
}
