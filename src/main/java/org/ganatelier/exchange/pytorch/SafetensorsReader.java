package org.ganatelier.exchange.pytorch;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@link Safetensors} files: the header is checked before anything is allocated. */
final class SafetensorsReader {
    private static final String FORMAT = "safetensors";
    private static final String METADATA = "__metadata__";

    /** Some thousand arrays take less. */
    private static final int MOST_HEADER = 1 << 20;

    private final FileChannel channel;
    private final Allowance allowance = new Allowance();

    private SafetensorsReader(FileChannel channel) {
        this.channel = channel;
    }

    static NamedTensors read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return new SafetensorsReader(channel).read();
        }
    }

    private static ImportException damaged(String where) {
        return new ImportException(new Refusal.Damaged(FORMAT, where));
    }

    private ByteBuffer bytes(long from, int count, String where) throws IOException {
        var bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw damaged(where);
            }
        }
        return bytes.flip();
    }

    private NamedTensors read() throws IOException {
        long header = bytes(0, Long.BYTES, "").getLong();
        long begin = Long.BYTES + header;
        if (header < 2 || begin > channel.size() || begin < 0) {
            throw damaged("");
        }
        if (header > MOST_HEADER) {
            throw Allowance.tooLarge("header", header, MOST_HEADER);
        }
        var tensors = new ArrayList<NamedTensor>();
        JsonNode root = json(bytes(Long.BYTES, (int) header, "").array());
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            if (!entry.getKey().equals(METADATA)) {
                tensors.add(tensor(entry.getKey(), entry.getValue(), begin));
            }
        }
        return new NamedTensors(tensors);
    }

    private static JsonNode json(byte[] header) throws ImportException {
        try {
            JsonNode root = JsonMapper.shared().readTree(header);
            if (root == null || !root.isObject()) {
                throw damaged("");
            }
            return root;
        } catch (JacksonException e) {
            throw new ImportException(new Refusal.Damaged(FORMAT, ""), e);
        }
    }

    private NamedTensor tensor(String name, JsonNode entry, long begin) throws IOException {
        JsonNode dtype = entry.get("dtype");
        NumberType type =
                NumberType.ofSafetensors(dtype != null && dtype.isString() ? dtype.asString() : "")
                        .orElseThrow(() -> damaged(name));
        List<Long> shape = numbers(entry.get("shape"), name);
        List<Long> ends = numbers(entry.get("data_offsets"), name);
        int count = allowance.values(shape);
        if (ends.size() != 2 || ends.get(1) - ends.get(0) != (long) count * type.bytes()) {
            throw damaged(name);
        }
        long from = begin + ends.getFirst();
        if (from < begin || from > channel.size() - (long) count * type.bytes()) {
            throw damaged(name);
        }
        allowance.bytes(0, (long) count * type.bytes());
        ByteBuffer numbers = bytes(from, count * type.bytes(), name);
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = type.at(numbers, i);
        }
        var lengths = new ArrayList<Integer>();
        for (long length : shape) {
            if (length > Integer.MAX_VALUE) {
                throw damaged(name);
            }
            lengths.add((int) length);
        }
        return new NamedTensor(name, lengths, values);
    }

    private static List<Long> numbers(JsonNode array, String name) throws ImportException {
        var numbers = new ArrayList<Long>();
        if (array == null || !array.isArray()) {
            throw damaged(name);
        }
        for (JsonNode each : array) {
            if (!each.isIntegralNumber() || !each.canConvertToLong() || each.longValue() < 0) {
                throw damaged(name);
            }
            numbers.add(each.longValue());
        }
        return numbers;
    }
}
