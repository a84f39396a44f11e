package org.ganatelier.ui.inside;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Problem.Place;

import java.util.List;

/**
 * The layer that is looked at.
 *
 * @param run that it is a layer of: of another one nothing that was seen holds
 * @param at its place
 * @param layer its plan
 * @param network that it is a layer of
 */
record Subject(long run, Place.Layer at, LayerPlan layer, NetworkPlan network) {
    Side side() {
        return at.side();
    }

    /** What lies between it and the images, which G makes and D looks at, itself included in D. */
    List<LayerPlan> towardsImages() {
        List<LayerPlan> layers = network.layers();
        return switch (side()) {
            case GENERATOR -> layers.subList(at.index() + 1, layers.size());
            case DISCRIMINATOR -> layers.subList(0, at.index() + 1);
        };
    }
}
