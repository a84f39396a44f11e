package org.ganatelier.text;

import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.basics.Side;

/** Names of an experiment's parts. */
public final class ExperimentText {
    private ExperimentText() {}

    /** The name of a player, as a heading: "Generator". */
    public static String name(Words words, Side side) {
        return words.say(
                switch (side) {
                    case GENERATOR -> "experiment.side.generator";
                    case DISCRIMINATOR -> "experiment.side.discriminator";
                });
    }

    /** The name of a way to draw initial weights, as in a menu: "Glorot uniform". */
    public static String name(Words words, Initialization scheme) {
        return words.say(
                switch (scheme) {
                    case GLOROT_UNIFORM -> "experiment.initialization.glorot-uniform";
                    case GLOROT_NORMAL -> "experiment.initialization.glorot-normal";
                    case HE_NORMAL -> "experiment.initialization.he-normal";
                    case NORMAL_002 -> "experiment.initialization.normal-002";
                    case ORTHOGONAL -> "experiment.initialization.orthogonal";
                });
    }
}
