package org.ganatelier.cli.training;

import org.ganatelier.checkpoints.Cadence;
import org.ganatelier.checkpoints.CheckpointFolder;
import org.ganatelier.checkpoints.Thinning;
import org.ganatelier.files.RegularFile;
import org.ganatelier.files.SafeFile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

/**
 * Which checkpoints a training is to keep. It stands in their folder, so that a training that goes
 * on keeps them as before.
 *
 * @param every so many steps
 * @param megabytes that all of them may take; empty: all are kept
 */
public record CheckpointOrder(long every, OptionalLong megabytes) {
    private static final String FILE = "order.properties";
    private static final String EVERY = "every";
    private static final String MEGABYTES = "megabytes";
    private static final int MOST_BYTES = 1 << 16;

    Cadence cadence() {
        return new Cadence.EverySteps(every);
    }

    Thinning thinning() {
        return megabytes.isPresent()
                ? new Thinning(megabytes.getAsLong() << 20, Integer.MAX_VALUE)
                : Thinning.NONE;
    }

    /** Writes it down. */
    public void give(CheckpointFolder folder) throws IOException {
        Files.createDirectories(folder.path());
        var lines = new Properties();
        lines.setProperty(EVERY, Long.toString(every));
        megabytes.ifPresent(most -> lines.setProperty(MEGABYTES, Long.toString(most)));
        SafeFile.write(file(folder), out -> lines.store(out, null));
    }

    /** What is written down; one that nobody understands is none. */
    static Optional<CheckpointOrder> of(CheckpointFolder folder) throws IOException {
        if (Files.notExists(file(folder))) {
            return Optional.empty();
        }
        var lines = new Properties();
        try {
            lines.load(new ByteArrayInputStream(RegularFile.bytes(file(folder), MOST_BYTES)));
            String most = lines.getProperty(MEGABYTES);
            return Optional.of(
                    new CheckpointOrder(
                            Long.parseLong(lines.getProperty(EVERY, "")),
                            most == null
                                    ? OptionalLong.empty()
                                    : OptionalLong.of(Long.parseLong(most))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Another training may be told otherwise. */
    static void forget(CheckpointFolder folder) throws IOException {
        Files.deleteIfExists(file(folder));
    }

    private static Path file(CheckpointFolder folder) {
        return folder.path().resolve(FILE);
    }
}
