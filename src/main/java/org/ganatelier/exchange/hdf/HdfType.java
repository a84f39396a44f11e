package org.ganatelier.exchange.hdf;

import org.ganatelier.exchange.hdf.HdfObject.Message;
import org.ganatelier.exchange.model.ImportException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What the entries of an array are.
 *
 * @param size of one in bytes
 */
record HdfType(Kind kind, int size, boolean bigEndian) {
    enum Kind {
        FLOAT,
        TEXT,
        /** Text of any length that lies elsewhere. */
        LONG_TEXT,
        OTHER
    }

    private static final int FLOATING = 1;
    private static final int FIXED_TEXT = 3;
    private static final int VARIABLE = 9;

    /** Bytes of a reference to text of any length. */
    static final int REFERENCE = 16;

    static HdfType read(HdfBytes bytes, long at) throws ImportException {
        int type = bytes.unsigned8(at) & 0xf;
        int bits = bytes.unsigned8(at + 1);
        long size = bytes.unsigned32(at + 4);
        if (size < 1 || size > bytes.size()) {
            throw HdfBytes.damaged(at);
        }
        Kind kind =
                switch (type) {
                    case FLOATING -> Kind.FLOAT;
                    case FIXED_TEXT -> Kind.TEXT;
                    case VARIABLE ->
                            (bits & 0xf) == 1 && size == REFERENCE ? Kind.LONG_TEXT : Kind.OTHER;
                    default -> Kind.OTHER;
                };
        boolean known = size == Short.BYTES || size == Float.BYTES || size == Double.BYTES;
        return new HdfType(
                kind == Kind.FLOAT && !known ? Kind.OTHER : kind, (int) size, (bits & 1) != 0);
    }

    static HdfType read(HdfBytes bytes, Message message) throws ImportException {
        return read(bytes, message.start());
    }

    /** Numbers of this type as floats. */
    float[] floats(byte[] raw, int count) {
        ByteBuffer buffer =
                ByteBuffer.wrap(raw)
                        .order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        var floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] =
                    switch (size) {
                        case Short.BYTES -> Float.float16ToFloat(buffer.getShort());
                        case Float.BYTES -> buffer.getFloat();
                        default -> (float) buffer.getDouble();
                    };
        }
        return floats;
    }
}
