package org.ganatelier.train;

import org.ganatelier.experiment.basics.Side;

import java.util.List;
import java.util.Optional;

/**
 * A look inside both networks during one real step.
 *
 * @param step its number, from 1
 * @param layers those that had a turn in it, G's before D's
 */
public record Inspection(long step, List<LayerFigures> layers) {
    public Inspection {
        layers = List.copyOf(layers);
    }

    /** The figures of a layer, where it had a turn. */
    public Optional<LayerFigures> of(Side side, int layer) {
        return layers.stream().filter(l -> l.side() == side && l.layer() == layer).findFirst();
    }
}
