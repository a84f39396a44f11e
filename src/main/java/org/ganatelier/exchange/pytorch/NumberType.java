package org.ganatelier.exchange.pytorch;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** How numbers lie in files of PyTorch and safetensors. */
enum NumberType {
    FLOAT64("Double", "F64", 8),
    FLOAT32("Float", "F32", 4),
    FLOAT16("Half", "F16", 2),
    BFLOAT16("BFloat16", "BF16", 2),
    INT64("Long", "I64", 8),
    INT32("Int", "I32", 4),
    INT16("Short", "I16", 2),
    INT8("Char", "I8", 1),
    UINT8("Byte", "U8", 1),
    BOOL("Bool", "BOOL", 1);

    private final String torch;
    private final String safetensors;
    private final int bytes;

    NumberType(String torch, String safetensors, int bytes) {
        this.torch = torch;
        this.safetensors = safetensors;
        this.bytes = bytes;
    }

    /** By the name of PyTorch's class, such as "FloatStorage". */
    static Optional<NumberType> ofStorage(String name) {
        return Arrays.stream(values())
                .filter(type -> name.equals(type.torch + "Storage"))
                .findFirst();
    }

    /** By the name in a header of safetensors, such as "F32". */
    static Optional<NumberType> ofSafetensors(String name) {
        return Arrays.stream(values()).filter(type -> name.equals(type.safetensors)).findFirst();
    }

    /** Of one number. */
    int bytes() {
        return bytes;
    }

    /**
     * A number.
     *
     * @param buffer in its own byte order
     * @param index in numbers
     */
    float at(ByteBuffer buffer, int index) {
        int at = index * bytes;
        return switch (this) {
            case FLOAT64 -> (float) buffer.getDouble(at);
            case FLOAT32 -> buffer.getFloat(at);
            case FLOAT16 -> Float.float16ToFloat(buffer.getShort(at));
            case BFLOAT16 -> Float.intBitsToFloat(buffer.getShort(at) << Short.SIZE);
            case INT64 -> buffer.getLong(at);
            case INT32 -> buffer.getInt(at);
            case INT16 -> buffer.getShort(at);
            case INT8 -> buffer.get(at);
            case UINT8, BOOL -> Byte.toUnsignedInt(buffer.get(at));
        };
    }
}
