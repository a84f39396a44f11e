package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.hdf.Hdf5;
import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;
import org.ganatelier.exchange.model.Imported;
import org.ganatelier.files.RegularFile;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads Keras's files: {@code .keras} of Keras 3, and {@code .h5} of Keras 2 and 3. Of a graph with
 * several inputs the way of the samples is read, without that of the labels. Nothing of a file is
 * run.
 */
public final class KerasReader {
    /** Three times the largest network here: an optimizer may have kept as much twice. */
    private static final long MOST_BYTES = 256L << 20;

    /** Lists in dictionaries of a graph's layers: Keras needs about a dozen. */
    private static final int DEEPEST = 100;

    private static final int LONGEST_TEXT = 1 << 20;

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxStringLength(LONGEST_TEXT)
                                                    .build())
                                    .build())
                    .build();

    private KerasReader() {}

    /**
     * Reads a file.
     *
     * @return its layers, with weights where it has any that fit, and a report
     * @throws ImportException where it is damaged, too large, or holds no layers
     * @throws IOException where the file cannot be opened
     */
    public static Imported read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = RegularFile.open(file)) {
            bytes = in.readNBytes((int) MOST_BYTES);
            if (in.read() >= 0) {
                throw new ImportException(
                        new Refusal.TooLarge("Keras", MOST_BYTES + 1, MOST_BYTES));
            }
        }
        return read(bytes);
    }

    /** Whether these first bytes of a file may be of one that this reads. */
    public static boolean mayRead(byte[] start) {
        return Hdf5.isHdf5(start) || isZip(start);
    }

    private static boolean isZip(byte[] start) {
        for (int i = 0; i < ZIP.length; i++) {
            if (i >= start.length || start[i] != ZIP[i]) {
                return false;
            }
        }
        return true;
    }

    static Imported read(byte[] file) throws ImportException {
        if (Hdf5.isHdf5(file)) {
            return readH5(new Hdf5(file));
        }
        if (!isZip(file)) {
            throw new ImportException(new Refusal.Damaged("Keras", ""));
        }
        KerasZip zip = KerasZip.read(file);
        KerasGraph graph = KerasGraph.read(json(zip.config()));
        Optional<byte[]> weights = zip.weights();
        return new StackReader(
                        graph,
                        weights.isPresent()
                                ? WeightReader.ofArchive(new Hdf5(weights.get()), graph)
                                : WeightReader.NONE)
                .read();
    }

    private static Imported readH5(Hdf5 file) throws ImportException {
        List<String> config = file.texts("", "model_config").orElse(List.of());
        if (config.size() != 1) {
            // Weights alone: nobody knows of what.
            throw new ImportException(new Refusal.Empty());
        }
        JsonNode root = json(config.getFirst().getBytes(StandardCharsets.UTF_8));
        return new StackReader(KerasGraph.read(root), WeightReader.ofH5(file)).read();
    }

    private static JsonNode json(byte[] text) throws ImportException {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new ImportException(new Refusal.Damaged("JSON", ""), e);
        }
    }
}
