package org.ganatelier.train;

import org.ganatelier.plan.model.Plan;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One training of one experiment. Every method returns at once and may be called from any thread.
 */
public interface Run {
    /** What a single step updates. */
    enum Turn {
        BOTH,
        DISCRIMINATOR,
        GENERATOR
    }

    /** Unique in this process; every event carries it. */
    long id();

    /** What is trained, with all edits so far. */
    Plan plan();

    /** Goes on after a pause. */
    void resume();

    /** Waits before the next step: a run rests, and is saved, between two steps only. */
    void pause();

    /** Does one step, or half of one, then pauses. */
    void step(Turn turn);

    /**
     * As {@link #step}, and takes the step apart: {@link RunEvent.Dissected} tells what each player
     * saw, lost and learnt in it. The run learns the same bits as by {@link #step}. Takes memory
     * for a second copy of both networks meanwhile.
     */
    void dissect(Turn turn);

    /**
     * Slows the run down to watch it.
     *
     * @param stepsPerSecond the most, above 0; infinity for full speed
     */
    void limitSpeed(double stepsPerSecond);

    /**
     * Goes on with other values, from the next step. Each value that differs is told as a {@link
     * RunEvent.Edited} and kept in the run's checkpoints.
     *
     * @param changed the plan of the run's experiment with other live values: see {@link
     *     LiveSettings#merged}
     * @throws IllegalArgumentException where anything differs that needs a new run
     */
    void edit(Plan changed);

    /**
     * Whether previews come with the images of the weights as they are, beside those of their
     * moving average, where the run keeps one. At first they do not.
     */
    void showRaw(boolean wanted);

    /** Ends the run before the next step. */
    void stop();

    /**
     * A copy of everything the run has learnt, taken between two steps; fails if the run has ended
     * badly.
     */
    CompletableFuture<Checkpoint> checkpoint();

    /**
     * Asks about a copy of the networks: the newest that was made, for a preview or, where there is
     * none of D, before the next step. The newest question of its kind wins: one that is overtaken
     * is never answered. Works while training, paused, and after the end until {@link #close}.
     *
     * @param answer called on a thread that only answers; never after {@link #close}
     * @throws IllegalArgumentException if D is asked about samples of another shape than the data's
     * @throws IndexOutOfBoundsException if there is no such layer
     */
    <A> void ask(Question<A> question, Consumer<A> answer);

    /**
     * Looks inside the networks during real steps: at most twice a second, and so seldom that it
     * takes less than a twentieth of the time. The training is the same, bit for bit.
     *
     * @param inspector is told on the training thread, and must not block; takes the place of the
     *     one before; empty when nobody looks any more
     */
    void inspect(Optional<Consumer<Inspection>> inspector);

    /**
     * Stops the run if it goes on, at the next update of either network, and frees what it holds: a
     * run that is started after it waits for that.
     */
    void close();
}
