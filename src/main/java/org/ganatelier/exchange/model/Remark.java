package org.ganatelier.exchange.model;

import org.ganatelier.experiment.basics.InvalidValue;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.LayerSpec;

import java.util.List;

/**
 * A line of an import's report.
 *
 * @param source where it stands in what was read
 */
public record Remark(Source source, Fact fact) {
    /** Where something stands. */
    public sealed interface Source {
        /**
         * A line of code.
         *
         * @param number from 1
         */
        record Line(int number) implements Source {}

        /** A layer, an array or an entry of a file. */
        record Named(String name) implements Source {}

        /** All of it. */
        record Whole() implements Source {}
    }

    /** What is to be said of it. */
    public sealed interface Fact {
        /**
         * Something became layers of this program.
         *
         * @param theirs as it is written there, short
         */
        record Became(String theirs, List<LayerSpec> layers) implements Fact {
            public Became {
                layers = List.copyOf(layers);
            }
        }

        /** An argument means nothing here, or has the only value that there is. */
        record Passed(String theirs, String argument) implements Fact {}

        /** Something is not known here, and was left out. */
        record Unknown(String theirs) implements Fact {}

        /** A layer is known, but cannot have this argument as it is; the layer was left out. */
        record Unable(String theirs, String argument, String value) implements Fact {}

        /** A layer is known, but cannot have a value that it would need; it was left out. */
        record Impossible(String theirs, InvalidValue.Reason reason) implements Fact {}

        /** Labels are told here: joined as channels in this program. */
        record LabelsJoined(String theirs) implements Fact {}

        /** The code goes on for too long to be followed to its end. */
        record Endless() implements Fact {}

        /** There is nothing quite like it here; the nearest was taken. */
        record Nearest(String theirs, LayerSpec layer) implements Fact {}

        /** A line that is no code, or that no reader could follow. */
        record Unreadable() implements Fact {}

        /** It depends on what only running it could tell, and was left out. */
        record Undecided(String theirs) implements Fact {}

        /** A setting of the experiment was taken from here. */
        record Taken(String theirs, ImportedSetting setting, String value) implements Fact {}

        /** The code does not say it: the experiment that the import began with does. */
        record Kept(ImportedSetting setting) implements Fact {}

        /** Several things come together here; only the longest way through was taken. */
        record Trunk(String theirs) implements Fact {}

        /** A network that is neither G nor D, and was left out. */
        record Extra(String name) implements Fact {}

        /** G and D one behind the other: the training here does that by itself. */
        record Combined(String name) implements Fact {}

        /**
         * Which player a network is, and how one knows.
         *
         * @param name what it is called there; may be empty
         * @param byName whether the name says so; else its end does
         */
        record Player(String name, Side side, boolean byName) implements Fact {}

        /** There is no such network: the experiment that the import began with has one. */
        record Absent(Side side) implements Fact {}

        /** Layers that the code does outside of the network, such as flattening images. */
        record Added(Side side, List<LayerSpec> layers) implements Fact {
            public Added {
                layers = List.copyOf(layers);
            }
        }

        /** Both networks are those of an experiment that is known, whose settings were taken. */
        record Recognized(String experiment) implements Fact {}

        /** The weights cannot be used before the problems of the experiment are solved. */
        record WeightsLeft() implements Fact {}

        /** There are weights for the other network alone: this one begins untrained. */
        record Untrained(Side side) implements Fact {}

        /** Labels are told here: by projection, as it is possible in this program too. */
        record LabelsProjected(String theirs) implements Fact {}

        /** Weights are missing, or are not those of such a layer: it begins untrained. */
        record Unweighted(String theirs) implements Fact {}

        /**
         * Values are taken in another order than here, and no layer in front can make up for it.
         */
        record Reordered(String theirs) implements Fact {}

        /**
         * An array has another shape than the layer that it came to.
         *
         * @param shape as it is in the file
         * @param layer its index, from 0
         * @param wanted the shape that would fit
         */
        record WrongShape(String shape, int layer, String parameter, String wanted)
                implements Fact {}

        /**
         * A layer found no array.
         *
         * @param layer its index, from 0
         */
        record MissingArray(int layer, String parameter) implements Fact {}

        /** The network has no place for an array. */
        record LeftOver() implements Fact {}

        /** Something that looks wrong. */
        sealed interface Suspect extends Fact {}

        /** {@code BatchNorm2d(128, 0.8)}: the second number is epsilon, not momentum. */
        record EpsilonByPlace(String theirs, double epsilon) implements Suspect {}

        /** A sigmoid at D's end, left out: here the loss has it, in a safer form. */
        record SigmoidInLoss(String theirs) implements Suspect {}

        /** A sigmoid before a loss that takes logits and has one of its own: two in a row. */
        record SigmoidTwice(String theirs) implements Suspect {}

        /** {@code trainable = False} on D: in Keras its batch norm changes its mode with it. */
        record Frozen(String theirs) implements Suspect {}

        /** Noise times the label's embedding; here labels are joined as channels instead. */
        record LabelsMultiplied(String theirs) implements Suspect {}

        /** What the loop calls real data is random noise. */
        record NoiseAsData(String theirs) implements Suspect {}

        /** What a network puts out is used as if it were a loss. */
        record OutputAsLoss(String theirs) implements Suspect {}

        /** A loss is handed to an optimizer where gradients belong. */
        record LossAsGradient(String theirs) implements Suspect {}

        /** What makes G learn is not what D says of its images. */
        record GeneratorNotJudged(String theirs) implements Suspect {}
    }
}
