package org.ganatelier.exchange.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;
import org.ganatelier.files.RegularFile;
import org.ganatelier.plan.model.Limits;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads an ONNX file of strangers: the graph's nodes, inputs, outputs and constants, each within
 * bounds, and passes over all else. Owned by one thread.
 */
final class OnnxFile {
    static final String FORMAT = "ONNX";

    /** Bytes of all nodes together: they may have small constants inside. */
    private static final long MOST_NODE_BYTES = 2 << 20;

    private static final int MOST_NODES = 10_000;

    /** Bytes of all descriptions of inputs and outputs together. */
    private static final long MOST_VALUE_BYTES = 1 << 18;

    private static final int MOST_TENSORS = 10_000;

    /** Constants beside the weights, such as planes of ones. */
    private static final long MOST_NUMBERS = 2 * Limits.PARAMETERS;

    /** Larger ones hold more than any network here. */
    private static final long MOST_BYTES = 1 << 29;

    private final List<ValueInfoProto> inputs = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Numbers> constants = new HashMap<>();
    private final Budget ofNodes = new Budget("node", MOST_NODE_BYTES);
    private final Budget ofValues = new Budget("input", MOST_VALUE_BYTES);
    private long numbers = MOST_NUMBERS;

    private OnnxFile() {}

    /**
     * What is in a file.
     *
     * @param inputs with their types; in old files the constants too
     * @param nodes in the file's order, without those that are constants
     */
    record Content(List<ValueInfoProto> inputs, List<Node> nodes, Map<String, Numbers> constants) {}

    /** Bytes that messages of a kind may have together. */
    private static final class Budget {
        private final String what;
        private final long most;
        private long spent;

        Budget(String what, long most) {
            this.what = what;
            this.most = most;
        }

        byte[] message(CodedInputStream in) throws IOException {
            int length = in.readRawVarint32();
            spent += Math.max(length, 0);
            if (spent > most) {
                throw new ImportException(new Refusal.TooLarge(what, spent, most));
            }
            return in.readRawBytes(length);
        }
    }

    /**
     * Reads a file.
     *
     * @throws ImportException where it is none, or too large
     */
    static Content read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(RegularFile.open(file))) {
            long bytes = Files.size(file);
            if (bytes > MOST_BYTES) {
                throw new ImportException(new Refusal.TooLarge("file", bytes, MOST_BYTES));
            }
            return read(CodedInputStream.newInstance(in));
        }
    }

    /** Reads all that a stream holds. */
    static Content read(CodedInputStream in) throws IOException {
        var file = new OnnxFile();
        try {
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                if (tag == delimited(ModelProto.GRAPH_FIELD_NUMBER)) {
                    int before = in.pushLimit(in.readRawVarint32());
                    file.graph(in);
                    in.popLimit(before);
                } else {
                    skip(tag, in);
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw damaged(in, e);
        }
        return new Content(file.inputs, file.nodes, file.constants);
    }

    private static ImportException damaged(CodedInputStream in, IOException cause) {
        String where = String.valueOf(in.getTotalBytesRead());
        return new ImportException(new Refusal.Damaged(FORMAT, where), cause);
    }

    private static void skip(int tag, CodedInputStream in) throws IOException {
        if (!in.skipField(tag)) {
            throw new InvalidProtocolBufferException("A group ends that never began");
        }
    }

    private static int delimited(int field) {
        return field << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }

    private void graph(CodedInputStream in) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == delimited(GraphProto.NODE_FIELD_NUMBER)) {
                node(NodeProto.parseFrom(ofNodes.message(in)));
            } else if (tag == delimited(GraphProto.INITIALIZER_FIELD_NUMBER)) {
                int before = in.pushLimit(in.readRawVarint32());
                TensorReader.Named read = TensorReader.read(in, numbers);
                in.popLimit(before);
                keep(read.name(), read.numbers());
            } else if (tag == delimited(GraphProto.INPUT_FIELD_NUMBER)) {
                inputs.add(ValueInfoProto.parseFrom(ofValues.message(in)));
            } else {
                skip(tag, in);
            }
        }
    }

    private void keep(String name, Numbers read) throws ImportException {
        numbers -= read.size();
        constants.put(name, read);
        if (constants.size() > MOST_TENSORS) {
            throw new ImportException(
                    new Refusal.TooLarge("tensor", constants.size(), MOST_TENSORS));
        }
    }

    /** Constants may be nodes too; and other names of constants are constants. */
    private void node(NodeProto proto) throws IOException {
        var node = new Node(proto);
        Optional<TensorProto> inside = node.tensor("value");
        if (node.is("Constant") && inside.isPresent()) {
            keep(node.output(), TensorReader.read(inside.get(), numbers).numbers());
        } else if (node.is("Constant") && node.has("value_float")) {
            float[] single = {(float) node.number("value_float", 0)};
            keep(node.output(), new Numbers(List.of(), single, new long[0]));
        } else if (node.is("Constant") && node.has("value_ints")) {
            long[] row = node.wholes("value_ints");
            keep(node.output(), new Numbers(List.of((long) row.length), new float[0], row));
        } else if (node.is("Identity") && constants.containsKey(node.input(0))) {
            constants.put(node.output(), Objects.requireNonNull(constants.get(node.input(0))));
        } else if (nodes.size() == MOST_NODES) {
            throw new ImportException(new Refusal.TooLarge("node", MOST_NODES + 1L, MOST_NODES));
        } else {
            nodes.add(node);
        }
    }
}
