package org.ganatelier.exchange.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

import com.google.protobuf.ByteString;

import org.ganatelier.experiment.basics.Shape;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts an ONNX graph together, one node after the other. Owned by one thread. */
final class GraphBuilder {
    /** What the only output is called. */
    static final String OUTPUT = "output";

    /** What the free first dimension of inputs and outputs is called. */
    private static final String BATCH = "N";

    /** Of the standard: ONNX 1.8, which every runtime of today reads. */
    private static final int IR_VERSION = 7;

    private static final int OPERATORS = 13;

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final List<NodeProto.Builder> nodes = new ArrayList<>();
    private final Map<String, Integer> used = new HashMap<>();
    private String scope = "";

    GraphBuilder(String name) {
        graph.setName(name);
    }

    /** What is built from here on belongs together, and is called so. */
    void enter(String name) {
        scope = name + ".";
    }

    /** Adds an input of floats. */
    String input(String name, Shape shape) {
        graph.addInput(value(name, DataType.FLOAT, dimensions(shape)));
        return name;
    }

    /** Adds an input of one whole number for each sample. */
    String labels(String name) {
        graph.addInput(value(name, DataType.INT64));
        return name;
    }

    /** Adds an operator and returns the name of what it gives. */
    String node(String operator, List<String> inputs, AttributeProto... attributes) {
        return node("", operator, inputs, attributes);
    }

    /** Adds an operator with a remark for readers. */
    String node(String remark, String operator, List<String> inputs, AttributeProto... attributes) {
        String name = unique(scope + operator);
        NodeProto.Builder node =
                NodeProto.newBuilder()
                        .setName(name)
                        .setOpType(operator)
                        .addAllInput(inputs)
                        .addOutput(name)
                        .addAllAttribute(Arrays.asList(attributes));
        if (!remark.isEmpty()) {
            node.setDocString(remark);
        }
        nodes.add(node);
        return name;
    }

    /** Adds numbers and returns their name; without dimensions it is a single one. */
    String floats(String name, float[] values, long... dimensions) {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return constant(name, DataType.FLOAT, bytes.array(), dimensions);
    }

    /** Adds a single number. */
    String number(String name, double value) {
        return floats(name, new float[] {(float) value});
    }

    /** Adds a row of whole numbers and returns their name. */
    String wholes(String name, long... values) {
        return constant(name, DataType.INT64, bytes(values), values.length);
    }

    /** Adds a single whole number. */
    String whole(String name, long value) {
        return constant(name, DataType.INT64, bytes(value));
    }

    private static byte[] bytes(long... values) {
        var bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return bytes.array();
    }

    private String constant(String name, DataType type, byte[] bytes, long... dimensions) {
        String full = unique(scope + name);
        graph.addInitializer(
                TensorProto.newBuilder()
                        .setName(full)
                        .setDataType(type.getNumber())
                        .addAllDims(Arrays.stream(dimensions).boxed().toList())
                        .setRawData(ByteString.copyFrom(bytes)));
        return full;
    }

    private String unique(String name) {
        int before = used.merge(name, 1, Integer::sum);
        return before == 1 ? name : name + "_" + before;
    }

    /**
     * The whole model.
     *
     * @param last the name of what comes out
     */
    ModelProto model(String last, Shape output, String producer) {
        boolean nothingDone = nodes.stream().noneMatch(node -> node.getOutput(0).equals(last));
        String end = nothingDone ? node("Identity", List.of(last)) : last;
        for (NodeProto.Builder node : nodes) {
            if (node.getOutput(0).equals(end)) {
                node.setOutput(0, OUTPUT);
            }
            graph.addNode(node);
        }
        graph.addOutput(value(OUTPUT, DataType.FLOAT, dimensions(output)));
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName(producer)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATORS))
                .setGraph(graph)
                .build();
    }

    private static ValueInfoProto value(String name, DataType type, long... sample) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        shape.addDimBuilder().setDimParam(BATCH);
        for (long side : sample) {
            shape.addDimBuilder().setDimValue(side);
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(
                        TypeProto.newBuilder()
                                .setTensorType(
                                        TypeProto.Tensor.newBuilder()
                                                .setElemType(type.getNumber())
                                                .setShape(shape)))
                .build();
    }

    static long[] dimensions(Shape shape) {
        return switch (shape) {
            case Shape.Flat(int units) -> new long[] {units};
            case Shape.Image(int height, int width, int channels) ->
                    new long[] {channels, height, width};
        };
    }
}
