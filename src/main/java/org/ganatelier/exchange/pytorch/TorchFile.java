package org.ganatelier.exchange.pytorch;

import org.ganatelier.files.SafeFile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes state dictionaries as {@code torch.save} does: a zip of stored entries, one of which is a
 * pickle (protocol 2) that says what the others are. {@code torch.load(..., weights_only=True)}
 * reads them.
 */
public final class TorchFile {
    /** The folder within the zip; any name will do. */
    private static final String FOLDER = "weights/";

    private TorchFile() {}

    /** Writes tensors to a file, whole or not at all. */
    public static void write(NamedTensors tensors, Path file) throws IOException {
        SafeFile.write(file, out -> write(tensors, out));
    }

    private static void write(NamedTensors tensors, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        zip.setMethod(ZipOutputStream.STORED);
        put(zip, "data.pkl", pickle(tensors));
        put(zip, "byteorder", ascii("little"));
        int next = 0;
        for (NamedTensor tensor : tensors.tensors()) {
            put(zip, "data/" + next++, littleEndian(tensor.values()));
        }
        put(zip, "version", ascii("3\n"));
        zip.finish();
    }

    static byte[] littleEndian(float[] values) {
        var bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
        bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
        return bytes.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(FOLDER + name);
        // The same weights give the same bytes.
        entry.setTime(0);
        entry.setSize(content.length);
        var crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] pickle(NamedTensors tensors) {
        var out = new Pickle();
        out.op(0x80).op(2).op('}').op('(');
        int next = 0;
        for (NamedTensor tensor : tensors.tensors()) {
            out.text(tensor.name());
            out.global("torch._utils", "_rebuild_tensor_v2").op('(');
            out.op('(').text("storage").global("torch", "FloatStorage");
            out.text(Integer.toString(next++)).text("cpu").number(tensor.values().length);
            out.op('t').op('Q');
            out.number(0).tuple(tensor.shape()).tuple(strides(tensor.shape()));
            // It needs no gradient; its hooks are none.
            out.op(0x89).global("collections", "OrderedDict").op(')').op('R');
            out.op('t').op('R');
        }
        return out.op('u').op('.').bytes.toByteArray();
    }

    /** In values, of an array in C order. */
    private static List<Integer> strides(List<Integer> shape) {
        var strides = new Integer[shape.size()];
        int stride = 1;
        for (int i = strides.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape.get(i);
        }
        return List.of(strides);
    }

    /** Opcodes of Python's pickletools. */
    private static final class Pickle {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Pickle op(int code) {
            bytes.write(code);
            return this;
        }

        Pickle text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            op('X').int32(utf8.length);
            bytes.writeBytes(utf8);
            return this;
        }

        Pickle number(int value) {
            return op('J').int32(value);
        }

        Pickle tuple(List<Integer> values) {
            op('(');
            values.forEach(this::number);
            return op('t');
        }

        Pickle global(String module, String name) {
            op('c');
            bytes.writeBytes(ascii(module + "\n" + name + "\n"));
            return this;
        }

        private Pickle int32(int value) {
            var four = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.writeBytes(four.putInt(value).array());
            return this;
        }
    }
}
