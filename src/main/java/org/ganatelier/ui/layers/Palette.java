package org.ganatelier.ui.layers;

import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.LayerSpec;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The layers that can be added, in groups. */
public final class Palette {
    private Palette() {}

    /**
     * A layer to choose.
     *
     * @param sentence what it does
     * @param layer with the parameters that suit a place
     */
    public record Entry(
            String title, Feather icon, String sentence, Function<Site, LayerSpec> layer) {}

    /** Layers of one purpose. */
    public record Group(String title, List<Entry> entries) {}

    public static List<Group> groups() {
        return List.of(
                group("Dense & shape", LayerKind.DENSE, LayerKind.FLATTEN, LayerKind.RESHAPE),
                group(
                        "Convolution",
                        LayerKind.CONV_2D,
                        LayerKind.CONV_2D_TRANSPOSE,
                        LayerKind.UP_SAMPLING_2D,
                        LayerKind.PIXEL_SHUFFLE),
                group("Normalization", LayerKind.BATCH_NORM, LayerKind.LAYER_NORM),
                new Group("Activation", activations()),
                group(
                        "Regularization",
                        LayerKind.DROPOUT,
                        LayerKind.GAUSSIAN_NOISE,
                        LayerKind.MINIBATCH_STD_DEV),
                group(
                        "Pooling",
                        LayerKind.MAX_POOL,
                        LayerKind.AVERAGE_POOL,
                        LayerKind.GLOBAL_AVERAGE_POOL));
    }

    private static Group group(String title, LayerKind... kinds) {
        return new Group(
                title,
                Stream.of(kinds)
                        .map(
                                kind ->
                                        new Entry(
                                                kind.title(),
                                                kind.icon(),
                                                kind.sentence(),
                                                site -> DefaultLayers.of(kind, site)))
                        .toList());
    }

    /** Linear is left out: as a layer of its own it would do nothing. */
    private static List<Entry> activations() {
        return Activations.all().stream()
                .filter(activation -> !Activations.isLinear(activation))
                .map(Palette::entry)
                .toList();
    }

    private static Entry entry(Activation activation) {
        return new Entry(
                Activations.name(activation),
                LayerKind.ACTIVATION.icon(),
                Activations.sentence(activation),
                site -> new Activate(activation));
    }
}
