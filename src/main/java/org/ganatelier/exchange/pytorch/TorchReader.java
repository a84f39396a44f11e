package org.ganatelier.exchange.pytorch;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;
import org.ganatelier.files.RegularFile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads the weights of PyTorch and safetensors files: {@code .pt} and {@code .pth} as {@code
 * torch.save} has written them since version 1.6, and {@code .safetensors}. Nothing of a file is
 * ever run.
 */
public final class TorchReader {
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private TorchReader() {}

    /**
     * All tensors of a file. Those of dictionaries within dictionaries have the names of both,
     * joined by a dot.
     *
     * @throws ImportException where the file is refused
     * @throws IOException where it cannot be read
     */
    public static NamedTensors read(Path file) throws IOException {
        byte[] begin;
        try (InputStream in = RegularFile.open(file)) {
            begin = in.readNBytes(ZIP.length);
        }
        NamedTensors tensors =
                Arrays.equals(begin, ZIP) ? TorchArchive.read(file) : SafetensorsReader.read(file);
        if (tensors.tensors().isEmpty()) {
            throw new ImportException(new Refusal.Empty());
        }
        return tensors;
    }
}
