package org.ganatelier.exchange.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;

import com.google.protobuf.ByteString;

import java.util.Arrays;

/** Settings of ONNX's operators. Each says of what type it is: readers insist on it. */
final class Attribute {
    private Attribute() {}

    static AttributeProto whole(String name, long value) {
        return named(name, AttributeType.INT).setI(value).build();
    }

    static AttributeProto wholes(String name, long... values) {
        return named(name, AttributeType.INTS)
                .addAllInts(Arrays.stream(values).boxed().toList())
                .build();
    }

    static AttributeProto number(String name, double value) {
        return named(name, AttributeType.FLOAT).setF((float) value).build();
    }

    static AttributeProto text(String name, String value) {
        return named(name, AttributeType.STRING).setS(ByteString.copyFromUtf8(value)).build();
    }

    private static AttributeProto.Builder named(String name, AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }
}
