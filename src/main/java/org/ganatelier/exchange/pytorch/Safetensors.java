package org.ganatelier.exchange.pytorch;

import org.ganatelier.files.SafeFile;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The safetensors format: eight bytes that say how long the header is, the header as JSON, then all
 * values without gaps, little endian.
 */
public final class Safetensors {
    /** The values begin at a multiple of this, so that the file can be mapped into memory. */
    private static final int ALIGNMENT = 8;

    private Safetensors() {}

    /** Writes tensors to a file, whole or not at all. */
    public static void write(NamedTensors tensors, Path file) throws IOException {
        byte[] header = header(tensors);
        SafeFile.write(
                file,
                out -> {
                    var length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                    out.write(length.putLong(header.length).array());
                    out.write(header);
                    for (NamedTensor tensor : tensors.tensors()) {
                        out.write(TorchFile.littleEndian(tensor.values()));
                    }
                });
    }

    private static byte[] header(NamedTensors tensors) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        long from = 0;
        for (NamedTensor tensor : tensors.tensors()) {
            ObjectNode entry = root.putObject(tensor.name());
            entry.put("dtype", "F32");
            var shape = entry.putArray("shape");
            tensor.shape().forEach(shape::add);
            long to = from + (long) tensor.values().length * Float.BYTES;
            entry.putArray("data_offsets").add(from).add(to);
            from = to;
        }
        String json = root.toString();
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        int padding = (ALIGNMENT - length % ALIGNMENT) % ALIGNMENT;
        return (json + " ".repeat(padding)).getBytes(StandardCharsets.UTF_8);
    }
}
