package org.ganatelier.train;

import org.ganatelier.data.Samples;
import org.ganatelier.train.dissection.StepRecording;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** What a run tells: primitives and copies only. */
public sealed interface RunEvent {
    /** The run it comes from. */
    long runId();

    /** The run waits, works or pauses. */
    record StateChanged(long runId, State state) implements RunEvent {}

    /** The figures after a step. None is ever dropped. */
    record Measured(long runId, Metrics metrics) implements RunEvent {}

    /** A value was changed. */
    record Edited(long runId, Edit edit) implements RunEvent {}

    /** Only one player took its turn in a step. */
    record Stepped(long runId, PlayerStep step) implements RunEvent {}

    /**
     * The generator's samples of {@link GeneratorInput#preview}.
     *
     * @param samples made with the moving average of the weights where the run keeps one, else with
     *     the weights as they are
     * @param raw made with the weights as they are, where {@link Run#showRaw} asked for them and
     *     the run keeps an average
     */
    record Preview(long runId, long step, Samples samples, Optional<Samples> raw)
            implements RunEvent {
        /** Without the raw ones. */
        public Preview(long runId, long step, Samples samples) {
            this(runId, step, samples, Optional.empty());
        }
    }

    /** A step was taken apart: see {@link Run#dissect}. Its figures were told before. */
    record Dissected(long runId, StepRecording recording) implements RunEvent {}

    /** The last event of a run. */
    record Ended(long runId, End end) implements RunEvent {}

    /** What a run is doing. */
    enum State {
        /** Loading the engine, making the networks. */
        LOADING,
        TRAINING,
        PAUSED
    }

    /** How a run ended. */
    sealed interface End {
        /** The steps or the time asked for are done. */
        record Completed() implements End {}

        /** Somebody stopped it. */
        record Stopped() implements End {}

        /**
         * It could not go on. The last good state can still be had by {@link Run#checkpoint} where
         * there is one.
         *
         * @param cause null where the failure tells all
         */
        record Failed(RunFailure failure, @Nullable Throwable cause) implements End {}
    }
}
