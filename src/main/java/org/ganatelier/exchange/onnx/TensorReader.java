package org.ganatelier.exchange.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads one tensor, field by field: protobuf's own reader would make an object of each of the small
 * messages that a hostile file can hold millions of. Owned by one thread.
 */
final class TensorReader {
    private static final int MOST_DIMENSIONS = 8;

    private final long most;
    private final List<Long> dimensions = new ArrayList<>();
    private String name = "";
    private int type;
    private byte[] raw = {};
    private double[] values = {};
    private int count;

    /**
     * @param most numbers that it may have
     */
    private TensorReader(long most) {
        this.most = most;
    }

    /** A tensor and its name. */
    record Named(String name, Numbers numbers) {}

    /**
     * Reads to the stream's limit.
     *
     * @throws ImportException where it is no such tensor, too large, or kept in another file
     */
    static Named read(CodedInputStream in, long most) throws IOException {
        var reader = new TensorReader(most);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            reader.field(tag, in);
        }
        return new Named(reader.name, reader.numbers());
    }

    /** Reads one that is a message already, of small size. */
    static Named read(TensorProto tensor, long most) throws IOException {
        return read(CodedInputStream.newInstance(tensor.toByteArray()), most);
    }

    private void field(int tag, CodedInputStream in) throws IOException {
        switch (WireFormat.getTagFieldNumber(tag)) {
            case TensorProto.DIMS_FIELD_NUMBER -> repeated(tag, in, 1, this::dimension);
            case TensorProto.DATA_TYPE_FIELD_NUMBER -> type = in.readInt32();
            case TensorProto.FLOAT_DATA_FIELD_NUMBER ->
                    repeated(tag, in, Float.BYTES, each -> add(each.readFloat()));
            case TensorProto.DOUBLE_DATA_FIELD_NUMBER ->
                    repeated(tag, in, Double.BYTES, each -> add(each.readDouble()));
            case TensorProto.INT32_DATA_FIELD_NUMBER, TensorProto.INT64_DATA_FIELD_NUMBER ->
                    repeated(tag, in, 1, each -> add((double) each.readInt64()));
            case TensorProto.NAME_FIELD_NUMBER -> name = in.readString();
            case TensorProto.RAW_DATA_FIELD_NUMBER -> raw = raw(in);
            case TensorProto.EXTERNAL_DATA_FIELD_NUMBER ->
                    throw new ImportException(new Refusal.Elsewhere(name));
            default -> {
                if (!in.skipField(tag)) {
                    throw damaged();
                }
            }
        }
    }

    private interface Value {
        void read(CodedInputStream in) throws IOException;
    }

    /** A field that stands alone, or packed with others. */
    private void repeated(int tag, CodedInputStream in, int bytes, Value value) throws IOException {
        if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            value.read(in);
            return;
        }
        int length = in.readRawVarint32();
        limit(length / (long) bytes);
        int before = in.pushLimit(length);
        while (!in.isAtEnd()) {
            value.read(in);
        }
        in.popLimit(before);
    }

    private void dimension(CodedInputStream in) throws IOException {
        long side = in.readInt64();
        if (side < 0 || dimensions.size() == MOST_DIMENSIONS) {
            throw damaged();
        }
        limit(side);
        dimensions.add(side);
    }

    private byte[] raw(CodedInputStream in) throws IOException {
        int length = in.readRawVarint32();
        limit(length / Long.BYTES);
        return in.readRawBytes(length);
    }

    private void add(double value) throws IOException {
        limit(count + 1L);
        if (count == values.length) {
            values = Arrays.copyOf(values, Math.max(16, count * 2));
        }
        values[count++] = value;
    }

    private void limit(long numbers) throws ImportException {
        if (numbers > most) {
            throw new ImportException(new Refusal.TooLarge(name, numbers, most));
        }
    }

    private Numbers numbers() throws IOException {
        long size = 1;
        for (long side : dimensions) {
            size *= side;
            limit(size);
        }
        DataType known = DataType.forNumber(type);
        if (known == null) {
            throw damaged();
        }
        return switch (known) {
            case FLOAT, DOUBLE, FLOAT16 ->
                    new Numbers(dimensions, floats(known, size), new long[0]);
            case INT64, INT32 -> new Numbers(dimensions, new float[0], wholes(known, size));
            // Nothing that counts is kept in other types; a name without numbers is harmless.
            default -> new Numbers(List.of(0L), new float[0], new long[0]);
        };
    }

    private float[] floats(DataType kind, long size) throws IOException {
        int bytes =
                switch (kind) {
                    case DOUBLE -> Double.BYTES;
                    case FLOAT16 -> Short.BYTES;
                    default -> Float.BYTES;
                };
        ByteBuffer buffer = counted(bytes, size);
        var floats = new float[(int) size];
        for (int i = 0; i < floats.length; i++) {
            floats[i] =
                    switch (kind) {
                        case DOUBLE -> (float) (raw.length > 0 ? buffer.getDouble() : values[i]);
                        // Halves lie in the field of whole numbers.
                        case FLOAT16 ->
                                Float.float16ToFloat(
                                        raw.length > 0 ? buffer.getShort() : (short) values[i]);
                        default -> raw.length > 0 ? buffer.getFloat() : (float) values[i];
                    };
        }
        return floats;
    }

    private long[] wholes(DataType kind, long size) throws IOException {
        boolean wide = kind == DataType.INT64;
        ByteBuffer buffer = counted(wide ? Long.BYTES : Integer.BYTES, size);
        var wholes = new long[(int) size];
        for (int i = 0; i < wholes.length; i++) {
            if (raw.length == 0) {
                wholes[i] = (long) values[i];
            } else {
                wholes[i] = wide ? buffer.getLong() : buffer.getInt();
            }
        }
        return wholes;
    }

    /** The raw bytes, of which, or of the values, there are as many as the dimensions say. */
    private ByteBuffer counted(int bytes, long size) throws ImportException {
        if (raw.length > 0 ? raw.length != size * bytes : count != size) {
            throw damaged();
        }
        return ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ImportException damaged() {
        return new ImportException(new Refusal.Damaged(OnnxFile.FORMAT, name));
    }
}
