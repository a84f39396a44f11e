package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.exchange.model.Obstacle;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.experiment.basics.Side;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of networks in Keras: for each {@code NAME.keras} and, where that can hold it, {@code
 * NAME.h5}. What only Keras 3 can hold, minibatch standard deviation, is in the first one alone.
 */
public final class KerasFiles {
    private KerasFiles() {}

    /**
     * What of the networks no Keras file can express.
     *
     * @param format that is named in the obstacles
     */
    public static List<Obstacle> obstacles(Export export, ModelFormat format) {
        return export.networks().stream()
                .flatMap(
                        network ->
                                KerasObstacles.of(network, KerasDialect.KERAS_3, format).stream())
                .toList();
    }

    /** Writes the networks that have numbers; of others there is only code. */
    public static void write(Export export, Path folder) throws IOException {
        for (PortableNetwork network : export.networks()) {
            if (network.isTrained()) {
                write(network, folder);
            }
        }
    }

    /**
     * Writes {@code NAME.h5} for each network that has numbers; where such a file cannot hold the
     * network, it has the weights alone.
     */
    public static void writeH5(Export export, Path folder) throws IOException {
        for (PortableNetwork network : export.networks()) {
            Path file = folder.resolve(name(network) + ".h5");
            if (network.isTrained() && hasH5(network)) {
                KerasH5.write(KerasModel.of(network, KerasDialect.KERAS_2), file);
            } else if (network.isTrained()) {
                KerasH5.writeWeights(KerasModel.of(network, KerasDialect.KERAS_3), file);
            }
        }
    }

    private static String name(PortableNetwork network) {
        return network.side() == Side.GENERATOR ? "generator" : "discriminator";
    }

    private static void write(PortableNetwork network, Path folder) throws IOException {
        String name = name(network);
        KerasArchive.write(
                KerasModel.of(network, KerasDialect.KERAS_3), folder.resolve(name + ".keras"));
        if (hasH5(network)) {
            KerasH5.write(
                    KerasModel.of(network, KerasDialect.KERAS_2), folder.resolve(name + ".h5"));
        }
    }

    /** Whether a network is also written as {@code .h5}. */
    public static boolean hasH5(PortableNetwork network) {
        return KerasObstacles.of(network, KerasDialect.KERAS_2, ModelFormat.KERAS).isEmpty()
                && KerasH5.canHold(KerasModel.of(network, KerasDialect.KERAS_2));
    }
}
