package org.ganatelier.exchange.tfjs;

import org.ganatelier.exchange.keras.KerasArray;
import org.ganatelier.exchange.keras.KerasDialect;
import org.ganatelier.exchange.keras.KerasJson;
import org.ganatelier.exchange.keras.KerasLayer;
import org.ganatelier.exchange.keras.KerasModel;
import org.ganatelier.exchange.keras.KerasObstacles;
import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.exchange.model.ModelWriter;
import org.ganatelier.exchange.model.Obstacle;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.files.SafeFile;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes layers models of TensorFlow.js: a folder for each network, with {@code model.json} and
 * {@code weights.bin}, and beside them {@code generate.js} for Node and {@code index.html} for
 * browsers. A network without numbers gets {@code model.json} alone.
 */
public final class TfjsWriter implements ModelWriter {
    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String WEIGHTS = "weights.bin";

    /** Whose words the models are in. */
    private static final String KERAS_VERSION = "2.9.0";

    @Override
    public ModelFormat format() {
        return ModelFormat.TFJS;
    }

    @Override
    public List<Obstacle> obstacles(Export export) {
        return export.networks().stream()
                .flatMap(
                        network -> KerasObstacles.of(network, KerasDialect.TFJS, format()).stream())
                .toList();
    }

    @Override
    public void write(Export export, Path folder) throws IOException {
        for (PortableNetwork network : export.networks()) {
            write(network, folder.resolve(folder(network.side())));
        }
        if (export.network(Side.GENERATOR).isPresent()) {
            text(TfjsScript.page(export), folder.resolve("index.html"));
        }
        text(TfjsScript.node(export), folder.resolve("generate.js"));
    }

    private static String folder(Side side) {
        return switch (side) {
            case GENERATOR -> "generator";
            case DISCRIMINATOR -> "discriminator";
        };
    }

    private static void text(String text, Path file) throws IOException {
        SafeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes one network. */
    static void write(PortableNetwork network, Path folder) throws IOException {
        Files.createDirectories(folder);
        KerasModel model = KerasModel.of(network, KerasDialect.TFJS);
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", "layers-model");
        root.put("generatedBy", "GAN Atelier");
        root.putNull("convertedBy");
        ObjectNode topology = MAPPER.createObjectNode();
        topology.put("keras_version", KERAS_VERSION);
        topology.put("backend", "tensorflow");
        topology.set("model_config", KerasJson.of(model));
        root.set("modelTopology", topology);
        if (network.isTrained()) {
            root.set("weightsManifest", manifest(model));
            SafeFile.write(folder.resolve(WEIGHTS), out -> writeWeights(model, out));
        }
        text(MAPPER.writeValueAsString(root), folder.resolve("model.json"));
    }

    /** What lies in the file of weights, one after the other. */
    private static ArrayNode manifest(KerasModel model) {
        ArrayNode weights = MAPPER.createArrayNode();
        for (KerasLayer layer : model.layers()) {
            for (KerasArray array : layer.weights()) {
                ObjectNode weight = MAPPER.createObjectNode();
                weight.put("name", layer.name() + "/" + array.name());
                ArrayNode shape = MAPPER.createArrayNode();
                array.shape().forEach(shape::add);
                weight.set("shape", shape);
                weight.put("dtype", "float32");
                weights.add(weight);
            }
        }
        ObjectNode group = MAPPER.createObjectNode();
        group.set("paths", MAPPER.createArrayNode().add(WEIGHTS));
        group.set("weights", weights);
        return MAPPER.createArrayNode().add(group);
    }

    private static void writeWeights(KerasModel model, OutputStream out) throws IOException {
        for (KerasLayer layer : model.layers()) {
            for (KerasArray array : layer.weights()) {
                var bytes =
                        ByteBuffer.allocate(array.values().length * Float.BYTES)
                                .order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(array.values());
                out.write(bytes.array());
            }
        }
    }
}
