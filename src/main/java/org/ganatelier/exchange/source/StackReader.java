package org.ganatelier.exchange.source;

import org.ganatelier.exchange.model.ImportedStack;
import org.ganatelier.exchange.model.PlayerNames;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.experiment.basics.InvalidValue;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Reshape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns the layers of another framework into this program's, and says what became of each. */
final class StackReader {
    /** Drop whole channels; here single values are dropped. */
    private static final Set<String> NEAREST = Set.of("Dropout2d", "SpatialDropout2D");

    private final Found found;

    StackReader(Found found) {
        this.found = found;
    }

    ImportedStack read(Networks.Network network) {
        var layers = new ArrayList<LayerSpec>();
        boolean labels = false;
        for (Trunk.Merge merge : network.trunk().merges()) {
            labels |= merge.labels();
            found.remark(merge.call().line(), fact(merge));
        }
        for (LayerCall call : network.calls()) {
            layers.addAll(read(call));
        }
        Optional<Shape> input = input(network, labels);
        startFromNoise(network, layers, input);
        return ImportedStack.of(name(network.names()), input, layers);
    }

    private static Fact fact(Trunk.Merge merge) {
        boolean product = Set.of("multiply", "Multiply", "mul", "*").contains(merge.call().name());
        String theirs = merge.call().theirs();
        return merge.labels() && product
                ? new Fact.LabelsMultiplied(theirs)
                : merge.labels() ? new Fact.LabelsJoined(theirs) : new Fact.Trunk(theirs);
    }

    private List<LayerSpec> read(LayerCall call) {
        Given given = new Given(call);
        try {
            Optional<List<LayerSpec>> layers =
                    switch (call.dialect()) {
                        case KERAS -> KerasLayers.read(given);
                        case TORCH -> TorchLayers.read(given);
                    };
            if (layers.isEmpty()) {
                found.remark(call.line(), new Fact.Unknown(call.theirs()));
                return List.of();
            }
            tell(call, given, layers.get());
            return layers.get();
        } catch (Given.UnableException e) {
            found.remark(call.line(), e.fact());
        } catch (InvalidValue e) {
            found.remark(call.line(), new Fact.Impossible(call.theirs(), e.reason()));
        }
        return List.of();
    }

    private void tell(LayerCall call, Given given, List<LayerSpec> layers) {
        if (!layers.isEmpty()) {
            found.remark(
                    call.line(),
                    NEAREST.contains(call.name())
                            ? new Fact.Nearest(call.theirs(), layers.getFirst())
                            : new Fact.Became(call.theirs(), layers));
        }
        for (String argument : given.left()) {
            found.remark(call.line(), new Fact.Passed(call.theirs(), argument));
        }
        Optional<Double> second = call.arguments().at(1).flatMap(Value::number);
        boolean byPlace =
                call.name().startsWith("BatchNorm")
                        && call.dialect() == Dialect.TORCH
                        && second.filter(n -> n > 0.01).isPresent();
        if (byPlace) {
            found.remark(call.line(), new Fact.EpsilonByPlace(call.theirs(), second.orElseThrow()));
        }
    }

    private static Optional<Shape> input(Networks.Network network, boolean labels) {
        Optional<Shape> said = network.input().flatMap(KerasLayers::input);
        if (said.isPresent()) {
            return said;
        }
        LayerCall first = network.calls().getFirst();
        return switch (first.dialect()) {
            case KERAS -> KerasLayers.input(first);
            case TORCH ->
                    labels
                            ? Optional.empty()
                            : TorchLayers.input(first).or(() -> noise(network, first));
        };
    }

    /** Noise that comes as an image of one pixel, as in PyTorch's DCGAN tutorial. */
    private static Optional<Shape> noise(Networks.Network network, LayerCall first) {
        boolean generator =
                !network.role().equals(Optional.of(Side.DISCRIMINATOR))
                        && first.name().equals("ConvTranspose2d");
        return generator ? TorchLayers.inputs(first).map(Shape.Flat::new) : Optional.empty();
    }

    private void startFromNoise(
            Networks.Network network, List<LayerSpec> layers, Optional<Shape> input) {
        boolean convolution =
                !layers.isEmpty()
                        && (layers.getFirst() instanceof Conv2DTranspose
                                || layers.getFirst() instanceof Conv2D);
        if (convolution && input.isPresent() && input.get() instanceof Shape.Flat(int units)) {
            var reshape = new Reshape(new Shape.Image(1, 1, units));
            layers.addFirst(reshape);
            found.remark(
                    network.calls().getFirst().line(),
                    new Fact.Added(Side.GENERATOR, List.of(reshape)));
        }
    }

    /** The name that says most: which player it is, else the last one. */
    static String name(List<String> names) {
        return names.stream()
                .filter(name -> PlayerNames.of(name).isPresent())
                .findFirst()
                .orElse(names.isEmpty() ? "" : names.getLast());
    }
}
