package org.ganatelier.exchange.dl4j;

import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.exchange.model.ModelWriter;
import org.ganatelier.exchange.model.Obstacle;
import org.ganatelier.exchange.model.PortableLayer;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.files.SafeFile;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.train.RunFailure.UnsupportedByStock.Lack;
import org.ganatelier.train.StockModels;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code generator.zip} and {@code discriminator.zip}, which DL4J's {@code ModelSerializer}
 * reads, and a program in one file that draws images with the generator. Where labels are joined to
 * the input, the networks' input has them: a value, or a plane, for each class behind the rest. A
 * discriminator that is told them by projection is a graph with a second input.
 */
public final class Dl4jWriter implements ModelWriter {
    private final StockModels stock;

    /**
     * @param stock writes the zips
     */
    public Dl4jWriter(StockModels stock) {
        this.stock = stock;
    }

    @Override
    public ModelFormat format() {
        return ModelFormat.DL4J;
    }

    @Override
    public List<Obstacle> obstacles(Export export) {
        var obstacles = new ArrayList<Obstacle>();
        if (!export.isTrained()) {
            obstacles.add(obstacle(new Place.Settings(), new Obstacle.Lack.Untrained()));
        }
        for (PortableNetwork network : export.networks()) {
            obstacles.addAll(missing(stock, network));
        }
        return obstacles;
    }

    /** What DL4J's layers lack for a network. */
    static List<Obstacle> missing(StockModels stock, PortableNetwork network) {
        return stock.missing(plain(network.plan())).stream()
                .map(
                        each ->
                                obstacle(
                                        new Place.Layer(network.side(), each.layer()),
                                        lack(network, each)))
                .toList();
    }

    private static Obstacle obstacle(Place place, Obstacle.Lack lack) {
        return new Obstacle(ModelFormat.DL4J, place, lack);
    }

    private static Obstacle.Lack lack(PortableNetwork network, StockModels.Missing missing) {
        var layer = network.layers().get(missing.layer()).spec();
        return missing.lack() instanceof Lack.Setting(var _, String field)
                ? new Obstacle.Lack.Setting(layer, field)
                : new Obstacle.Lack.Layer(layer);
    }

    @Override
    public void write(Export export, Path folder) throws IOException {
        for (PortableNetwork network : export.networks()) {
            SafeFile.write(
                    folder.resolve(network.side().id() + ".zip"),
                    out -> write(stock, network, out));
        }
        byte[] program = Dl4jProgram.of(export).text().getBytes(StandardCharsets.UTF_8);
        SafeFile.write(folder.resolve("Generate.java"), out -> out.write(program));
    }

    /** Writes the zip of one trained network. */
    static void write(StockModels stock, PortableNetwork network, OutputStream out)
            throws IOException {
        List<Map<String, float[]>> arrays =
                network.layers().stream().map(PortableLayer::arrays).toList();
        stock.write(plain(network.plan()), arrays, out);
    }

    /** Spectral normalization is divided in: what is written are plain layers. */
    private static NetworkPlan plain(NetworkPlan plan) {
        List<LayerPlan> layers =
                plan.layers().stream()
                        .map(
                                each ->
                                        new LayerPlan(
                                                plain(each.layer()),
                                                each.input(),
                                                each.output(),
                                                each.parameters()))
                        .toList();
        return new NetworkPlan(plan.input(), layers, plan.labels());
    }

    private static LayerSpec plain(LayerSpec layer) {
        Kind<LayerSpec> kind = layer.kind();
        LayerSpec plain = layer;
        for (Kind.Field field : kind.fields()) {
            plain = field.name().equals("spectralNorm") ? kind.with(plain, field, false) : plain;
        }
        return plain;
    }
}
