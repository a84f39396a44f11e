package org.ganatelier.ui.layers;

import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Purpose;
import org.ganatelier.text.ActivationText;
import org.ganatelier.text.LayerText;
import org.ganatelier.text.Words;
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
    public record Group(Purpose purpose, String title, List<Entry> entries) {}

    /** All groups, in the order of the purposes. */
    public static List<Group> groups(Words words) {
        return Stream.of(Purpose.values())
                .map(
                        purpose ->
                                new Group(
                                        purpose,
                                        words.say("layer.purpose." + key(purpose)),
                                        entries(purpose, words)))
                .toList();
    }

    private static String key(Purpose purpose) {
        return switch (purpose) {
            case DENSE_AND_SHAPE -> "dense-and-shape";
            case CONVOLUTION -> "convolution";
            case NORMALIZATION -> "normalization";
            case ACTIVATION -> "activation";
            case REGULARIZATION -> "regularization";
            case POOLING -> "pooling";
        };
    }

    private static List<Entry> entries(Purpose purpose, Words words) {
        return LayerSpec.kinds().stream()
                .filter(kind -> kind.purpose() == purpose)
                .flatMap(
                        kind ->
                                kind.usual() instanceof Activate
                                        ? activations(words)
                                        : Stream.of(entry(kind, words)))
                .toList();
    }

    private static Entry entry(Kind<LayerSpec> kind, Words words) {
        return new Entry(
                kind.id(),
                LayerIcons.of(kind),
                LayerText.sentence(words, kind),
                site -> DefaultLayers.of(kind, site));
    }

    /** Linear is left out: as a layer of its own it would do nothing. */
    private static Stream<Entry> activations(Words words) {
        return Activation.kinds().stream()
                .map(Kind::usual)
                .filter(activation -> !Activations.isLinear(activation))
                .map(
                        activation ->
                                new Entry(
                                        activation.title(),
                                        LayerIcons.of(activation.kind()),
                                        ActivationText.sentence(words, activation),
                                        _ -> new Activate(activation)));
    }
}
