package org.ganatelier.exchange;

import org.ganatelier.exchange.keras.KerasReader;
import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;
import org.ganatelier.exchange.model.Imported;
import org.ganatelier.exchange.model.ModelReader;
import org.ganatelier.exchange.onnx.OnnxReader;
import org.ganatelier.exchange.source.CodeReader;
import org.ganatelier.experiment.Experiment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All kinds of files that models are read from. */
public final class Formats {
    private static final int BEGINNING = 512;
    private static final List<ModelReader> READERS =
            List.of(new OnnxFiles(), new KerasFile(), new TorchFiles(), new CodeReader());

    private Formats() {}

    /**
     * Reads a model's file, whatever its kind, by the end of its name or by how it begins. Nothing
     * of it is ever run.
     *
     * @param into the experiment that bare weights belong to
     * @throws ImportException where it is of no kind that is known, or cannot be read
     */
    public static Imported read(Path file, Optional<Experiment> into) throws IOException {
        byte[] beginning = beginning(file);
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (ModelReader reader : READERS) {
            if (reader.takes(name, beginning)) {
                return reader.read(file, into);
            }
        }
        if (isText(beginning)) {
            return new CodeReader().read(file, into);
        }
        throw new ImportException(new Refusal.Empty());
    }

    /** Whether a name is that of a model's file, such as one that is dropped on a window. */
    public static boolean takes(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return READERS.stream().anyMatch(reader -> reader.takes(name, new byte[0]));
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(BEGINNING);
        }
    }

    private static boolean isText(byte[] bytes) {
        // A character may be cut in two at the end.
        for (int cut = 0; cut < 4 && cut <= bytes.length; cut++) {
            try {
                String text =
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(Arrays.copyOf(bytes, bytes.length - cut)))
                                .toString();
                return text.indexOf('\0') < 0;
            } catch (CharacterCodingException _) {
                // One byte less, then.
            }
        }
        return false;
    }

    private record KerasFile() implements ModelReader {
        @Override
        public boolean takes(String name, byte[] beginning) {
            return name.endsWith(".keras") || name.endsWith(".h5") || name.endsWith(".hdf5");
        }

        @Override
        public Imported read(Path file, Optional<Experiment> into) throws IOException {
            return KerasReader.read(file);
        }
    }

    private record OnnxFiles() implements ModelReader {
        @Override
        public boolean takes(String name, byte[] beginning) {
            return name.endsWith(".onnx");
        }

        @Override
        public Imported read(Path file, Optional<Experiment> into) throws IOException {
            return OnnxReader.read(file);
        }
    }
}
