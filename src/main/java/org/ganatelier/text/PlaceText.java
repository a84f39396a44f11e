package org.ganatelier.text;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Problem.Place;

/** Says where in an experiment something stands. */
public final class PlaceText {
    private PlaceText() {}

    /** In a few words that begin a line: "Generator, layer 3". */
    public static String say(Words words, Place place) {
        return switch (place) {
            case Place.Layer(Side side, int index) ->
                    words.say(
                            "place.layer",
                            "side",
                            side(words, side),
                            "number",
                            Integer.toString(index + 1));
            case Place.Network(Side side) -> side(words, side);
            case Place.Settings() -> words.say("place.settings");
        };
    }

    private static String side(Words words, Side side) {
        return words.say(
                switch (side) {
                    case GENERATOR -> "experiment.side.generator";
                    case DISCRIMINATOR -> "experiment.side.discriminator";
                });
    }
}
