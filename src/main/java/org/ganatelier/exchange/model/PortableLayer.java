package org.ganatelier.exchange.model;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.ParameterPlan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A layer with its numbers.
 *
 * @param index in its network, from 0
 * @param arrays by the name of the {@link ParameterPlan}, in this program's axes; empty where
 *     nothing was trained. Where the weights were spectrally normalized they are divided by sigma
 *     already, and there is no "u"
 */
public record PortableLayer(int index, LayerPlan plan, Map<String, float[]> arrays) {
    public PortableLayer {
        arrays = Map.copyOf(arrays);
    }

    public LayerSpec spec() {
        return plan.layer();
    }

    /** Of one sample that comes in. */
    public Shape input() {
        return plan.input().orElseThrow();
    }

    /** Of one sample that goes out. */
    public Shape output() {
        return plan.output().orElseThrow();
    }

    /** What other programs keep of it: all but the "u" of spectral normalization. */
    public List<ParameterPlan> parameters() {
        return plan.parameters().stream()
                .filter(parameter -> !parameter.name().equals(PortableNetwork.U))
                .toList();
    }

    /** The parameter of that name, if the layer has it. */
    public Optional<ParameterPlan> parameter(String name) {
        return parameters().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /**
     * The numbers of a parameter.
     *
     * @throws java.util.NoSuchElementException where nothing was trained, or there is none
     */
    public float[] array(String name) {
        return Optional.ofNullable(arrays.get(name)).orElseThrow();
    }
}
