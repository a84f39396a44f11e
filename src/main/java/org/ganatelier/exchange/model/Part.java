package org.ganatelier.exchange.model;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One network on its way into an experiment: layers with their arrays. */
record Part(
        String name,
        Optional<Shape> input,
        List<LayerSpec> layers,
        List<Map<String, float[]>> arrays) {
    Part {
        layers = List.copyOf(layers);
        arrays = List.copyOf(arrays);
    }

    static Part of(ImportedStack stack) {
        return new Part(stack.name(), stack.input(), stack.layers(), stack.arrays());
    }

    boolean isTrained() {
        return arrays.stream().anyMatch(each -> !each.isEmpty());
    }

    /** With a layer without parameters at a place. */
    Part with(int place, LayerSpec layer) {
        var more = new ArrayList<>(layers);
        more.add(place, layer);
        var moreArrays = new ArrayList<>(arrays);
        moreArrays.add(place, Map.of());
        return new Part(name, input, more, moreArrays);
    }

    boolean endsInSigmoid() {
        return last() >= 0
                && layers.get(last()) instanceof Activated activated
                && activated.activation() instanceof Activation.Sigmoid;
    }

    /** Without the sigmoid at its end. */
    Part withoutSigmoid() {
        int place = last();
        var others = new ArrayList<>(layers);
        var otherArrays = new ArrayList<>(arrays);
        LayerSpec end = layers.get(place);
        if (end instanceof Activate) {
            others.remove(place);
            otherArrays.remove(place);
        } else if (end instanceof Activated activated) {
            others.set(place, activated.withActivation(new Activation.Linear()));
        }
        return new Part(name, input, others, otherArrays);
    }

    /** The last layer that changes values; below 0 where there is none. */
    private int last() {
        int place = layers.size() - 1;
        while (place >= 0 && layers.get(place) instanceof Flatten) {
            place--;
        }
        return place;
    }
}
