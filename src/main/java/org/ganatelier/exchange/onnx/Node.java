package org.ganatelier.exchange.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;

import java.util.List;
import java.util.Optional;

/** An operator of a graph. */
record Node(NodeProto proto) {
    String operator() {
        return proto.getOpType();
    }

    boolean is(String operator) {
        return proto.getOpType().equals(operator);
    }

    /** Its own name or, where it has none, that of what it gives. */
    String name() {
        return proto.getName().isEmpty() ? output() : proto.getName();
    }

    /** What a writer says of it. */
    String remark() {
        return proto.getDocString();
    }

    /** What goes in, by place; empty where there is none. */
    String input(int index) {
        return index < proto.getInputCount() ? proto.getInput(index) : "";
    }

    List<String> inputs() {
        return proto.getInputList();
    }

    /** The first of what it gives; empty where it gives nothing. */
    String output() {
        return proto.getOutputCount() > 0 ? proto.getOutput(0) : "";
    }

    boolean has(String attribute) {
        return attribute(attribute).isPresent();
    }

    long whole(String attribute, long otherwise) {
        return attribute(attribute).map(AttributeProto::getI).orElse(otherwise);
    }

    /** Empty where there is no such attribute. */
    long[] wholes(String attribute) {
        return attribute(attribute)
                .map(each -> each.getIntsList().stream().mapToLong(Long::longValue).toArray())
                .orElseGet(() -> new long[0]);
    }

    /** The shortest double that rounds to the attribute's float: 0.2, not 0.20000000298. */
    double number(String attribute, double otherwise) {
        return attribute(attribute).map(each -> shortest(each.getF())).orElse(otherwise);
    }

    String text(String attribute, String otherwise) {
        return attribute(attribute).map(each -> each.getS().toStringUtf8()).orElse(otherwise);
    }

    Optional<TensorProto> tensor(String attribute) {
        return attribute(attribute).filter(AttributeProto::hasT).map(AttributeProto::getT);
    }

    private Optional<AttributeProto> attribute(String name) {
        return proto.getAttributeList().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst();
    }

    static double shortest(float value) {
        return Double.parseDouble(Float.toString(value));
    }
}
