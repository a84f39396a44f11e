package org.ganatelier.exchange.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;

import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.exchange.model.ModelWriter;
import org.ganatelier.exchange.model.Obstacle;
import org.ganatelier.exchange.model.PortableLayer;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.files.SafeFile;
import org.ganatelier.plan.model.LabelUse;
import org.ganatelier.plan.model.Problem.Place;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes {@code generator.onnx} and {@code discriminator.onnx}, opset 13, and a script that draws
 * images with them by ONNX Runtime and numpy. ONNX has every layer; noise that is added in training
 * only is left out.
 */
public final class OnnxWriter implements ModelWriter {
    @Override
    public ModelFormat format() {
        return ModelFormat.ONNX;
    }

    @Override
    public List<Obstacle> obstacles(Export export) {
        var obstacles = new ArrayList<Obstacle>();
        if (!export.isTrained()) {
            obstacles.add(obstacle(new Place.Settings(), new Obstacle.Lack.Untrained()));
        }
        for (PortableNetwork network : export.networks()) {
            for (PortableLayer layer : network.layers()) {
                lacking(network, layer)
                        .ifPresent(
                                field ->
                                        obstacles.add(
                                                obstacle(
                                                        new Place.Layer(
                                                                network.side(), layer.index()),
                                                        new Obstacle.Lack.Setting(
                                                                layer.spec(), field))));
            }
        }
        return obstacles;
    }

    /** The setting of a layer that ONNX does not have. */
    static Optional<String> lacking(PortableNetwork network, PortableLayer layer) {
        // Runtimes disagree on output padding of a stride or more.
        if (layer.spec() instanceof Conv2DTranspose conv
                && Pads.of(conv).outputPadding() >= conv.stride()) {
            return Optional.of("outputPadding");
        }
        boolean projected =
                network.plan().labels() instanceof LabelUse.Projected
                        && layer.index() == network.layers().size() - 1;
        if (projected
                && layer.spec() instanceof Activated bent
                && !(bent.activation() instanceof Activation.Linear)) {
            return Optional.of("activation");
        }
        return Optional.empty();
    }

    private static Obstacle obstacle(Place place, Obstacle.Lack lack) {
        return new Obstacle(ModelFormat.ONNX, place, lack);
    }

    @Override
    public void write(Export export, Path folder) throws IOException {
        for (PortableNetwork network : export.networks()) {
            ModelProto model = NetworkGraph.of(network);
            SafeFile.write(folder.resolve(network.side().id() + ".onnx"), model::writeTo);
        }
        byte[] script = OnnxScript.of(export).text().getBytes(StandardCharsets.UTF_8);
        SafeFile.write(folder.resolve("generate.py"), out -> out.write(script));
    }
}
