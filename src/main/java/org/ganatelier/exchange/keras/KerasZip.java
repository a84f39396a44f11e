package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The parts of a {@code .keras} file: whatever it claims, no more is taken in than they may have.
 */
final class KerasZip {
    private static final String CONFIG = "config.json";
    private static final String WEIGHTS = "model.weights.h5";

    /** A few, and what somebody put beside them. */
    private static final int MOST_ENTRIES = 1000;

    private static final long MOST_CONFIG = 8L << 20;
    private static final long MOST_WEIGHTS = 256L << 20;

    /** Weights are noise to a packer: this many times the file is a bomb, where it is also much. */
    private static final long MOST_RATIO = 20;

    private static final long LITTLE = 32L << 20;

    private static final int BUFFER = 8192;

    private final Map<String, byte[]> parts = new HashMap<>();

    /** Bytes of all parts that nobody wants. */
    private long skipped;

    private KerasZip() {}

    /**
     * Takes a file apart.
     *
     * @throws ImportException where it is damaged or its parts are too large
     */
    static KerasZip read(byte[] file) throws ImportException {
        var zip = new KerasZip();
        try (var in = new ZipInputStream(new ByteArrayInputStream(file))) {
            int entries = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries++;
                if (entries > MOST_ENTRIES) {
                    throw tooLarge("entries", entries, MOST_ENTRIES);
                }
                zip.take(entry.getName(), in, Math.max(LITTLE, MOST_RATIO * file.length));
            }
        } catch (ImportException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new ImportException(new Refusal.Damaged("ZIP", ""), e);
        }
        return zip;
    }

    private void take(String name, ZipInputStream in, long believable) throws IOException {
        boolean wanted = name.equals(CONFIG) || name.equals(WEIGHTS);
        long most = Math.min(name.equals(CONFIG) ? MOST_CONFIG : MOST_WEIGHTS, believable);
        if (wanted) {
            byte[] bytes = in.readNBytes((int) most);
            if (in.read() >= 0) {
                throw tooLarge(name, most + 1, most);
            }
            parts.putIfAbsent(name, bytes);
        } else {
            // To reach the next entry it must be gone through, but not kept.
            skip(name, in, believable);
        }
    }

    private void skip(String name, ZipInputStream in, long most) throws IOException {
        var buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            skipped += n;
            if (skipped > most) {
                throw tooLarge(name, skipped, most);
            }
        }
    }

    private static ImportException tooLarge(String what, long found, long most) {
        return new ImportException(new Refusal.TooLarge(what, found, most));
    }

    byte[] config() throws ImportException {
        return Optional.ofNullable(parts.get(CONFIG))
                .orElseThrow(() -> new ImportException(new Refusal.Damaged("Keras", CONFIG)));
    }

    Optional<byte[]> weights() {
        return Optional.ofNullable(parts.get(WEIGHTS));
    }
}
