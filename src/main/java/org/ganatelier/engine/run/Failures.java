package org.ganatelier.engine.run;

import org.ganatelier.engine.gan.DivergedException;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.RunEvent.End;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What to tell somebody whose run broke off: what happened, what is left, what to do next. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final String MEMORY =
            "There is not enough memory for these networks at this batch size. Lower the batch"
                    + " size, or use fewer filters or units.";

    /** The end of a run that has no memory left to say how it ended. */
    static final End NO_MEMORY = new End.Failed(MEMORY, null);

    private Failures() {}

    /**
     * The end of a run that broke off. What its sentence tells completely brings no cause; anything
     * else is logged.
     *
     * @param kept the newest state that is still good, or null
     */
    static End end(Throwable failure, long step, @Nullable Checkpoint kept) {
        String sentence = sentence(failure, step, kept);
        if (isExplained(failure)) {
            return new End.Failed(sentence, null);
        }
        LOG.error("The run ended at step {}", step, failure);
        return new End.Failed(sentence, failure);
    }

    private static boolean isExplained(Throwable failure) {
        return switch (failure) {
            case DivergedException _, OutOfMemoryError _ -> true;
            case EngineException known -> known.getCause() == null;
            default -> false;
        };
    }

    /**
     * @param kept the newest state that is still good, or null
     */
    static String sentence(Throwable failure, long step, @Nullable Checkpoint kept) {
        return switch (failure) {
            case DivergedException diverged ->
                    "Training diverged after step "
                            + step
                            + ": a loss is no longer a number. Lower the learning rates, or"
                            + " raise the batch size, and start again."
                            + remaining(kept);
            case OutOfMemoryError full -> MEMORY + remaining(kept);
            case EngineException known -> String.valueOf(known.getMessage());
            case LinkageError unloaded ->
                    "The computing engine could not be loaded on this machine. It needs a 64-bit"
                            + " system and about 450 MB of free disk space in your home folder.";
            default ->
                    "Training broke off after step "
                            + step
                            + " because of an error inside the engine ("
                            + failure
                            + "). Press Reset to begin again; the log has the details."
                            + remaining(kept);
        };
    }

    private static String remaining(@Nullable Checkpoint kept) {
        return kept == null
                ? ""
                : " The networks of step " + kept.step() + " are kept and can be saved.";
    }
}
