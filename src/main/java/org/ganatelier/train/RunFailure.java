package org.ganatelier.train;

import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.layer.LayerSpec;

import java.util.OptionalLong;

/** Why a run cannot go on, or the engine cannot do what it was asked for. */
public sealed interface RunFailure {
    /**
     * A loss is no longer a number.
     *
     * @param step the last one that was done
     * @param kept the step of the networks that can still be saved
     */
    record Diverged(long step, OptionalLong kept) implements RunFailure {}

    /**
     * Losses are still numbers, but weights, running statistics or what an optimizer remembers are
     * not any more: the run would learn nothing from here on.
     *
     * @param step the last one that was done
     * @param array the name in a checkpoint of the first array that is not finite, such as {@code
     *     discriminator.3.weight.adam-square}
     * @param kept the step of the networks that can still be saved
     */
    record Overflowed(long step, String array, OptionalLong kept) implements RunFailure {}

    /**
     * The memory is full.
     *
     * @param kept the step of the networks that can still be saved
     */
    record OutOfMemory(OptionalLong kept) implements RunFailure {}

    /**
     * Training broke off because of an error in the engine.
     *
     * @param step the last one that was done
     * @param cause for a report of the error
     * @param kept the step of the networks that can still be saved
     */
    record BrokenOff(long step, String cause, OptionalLong kept) implements RunFailure {}

    /** The run ended before there was anything to save. */
    record NothingToSave() implements RunFailure {}

    /** The engine's native libraries do not run on this machine. */
    record NativesMissing() implements RunFailure {}

    /**
     * There is no folder for the engine's native libraries that this user can write to and nobody
     * else, and that programs may run from.
     *
     * @param folder the one that was thought of first
     */
    record NoFolderForNatives(String folder) implements RunFailure {}

    /**
     * The engine's native libraries cannot be unpacked.
     *
     * @param cause why, in the words of the system
     */
    record UnpackingFailed(String cause) implements RunFailure {}

    /**
     * The engine cannot be loaded, and nobody foresaw why.
     *
     * @param cause for a report of the error
     */
    record EngineBroken(String cause) implements RunFailure {}

    /**
     * The networks are told labels that the images do not have.
     *
     * @param classes how many classes the experiment has
     */
    record LabelsMissing(int classes) implements RunFailure {}

    /**
     * The state of a saved run is not that of its networks.
     *
     * @param array the name of what is missing or of another size
     */
    record UnfitState(String array) implements RunFailure {}

    /** The loss of a classifier in training is no longer a number. */
    record ClassifierDiverged() implements RunFailure {}

    /**
     * The weights of a classifier are not those of its network.
     *
     * @param array the name of what is missing or of another size
     */
    record UnfitClassifier(String array) implements RunFailure {}

    /** DL4J's own layers, with which the engine's are compared, cannot compute an experiment. */
    record UnsupportedByStock(Lack lack) implements RunFailure {
        /** What DL4J lacks, or what is not asked of it. */
        public sealed interface Lack {
            /** A layer. */
            record Layer(LayerSpec layer) implements Lack {}

            /**
             * A setting of a layer that it has.
             *
             * @param field as in files: {@code spectralNorm}
             */
            record Setting(LayerSpec layer, String field) implements Lack {}

            /** An optimizer. */
            record Optimizer(OptimizerSpec.Kind kind) implements Lack {}

            /** A loss that compares pairs of scores. */
            record Pairs() implements Lack {}
        }
    }
}
