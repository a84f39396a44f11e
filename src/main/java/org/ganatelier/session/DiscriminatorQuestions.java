package org.ganatelier.session;

import org.ganatelier.data.Samples;
import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.train.DiscriminatorInput;
import org.ganatelier.train.Question;
import org.ganatelier.train.Run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Asks the discriminator of a run about samples, one question after the other: of a run the newest
 * question of its kind wins, and here each is to be answered. FX thread only.
 */
final class DiscriminatorQuestions {
    private static final float[] NONE = new float[0];

    /**
     * A question.
     *
     * @param gradients whether they are wanted too
     */
    private record Asked(DiscriminatorInput input, boolean gradients, Consumer<Seen> answer) {}

    private final Executor fx;
    private final LongSupplier nanoTime;
    private final Runnable idle;
    private final Deque<Asked> waiting = new ArrayDeque<>();
    private Optional<Run> run = Optional.empty();
    private boolean asking;
    private int runs;
    private long worked;

    /**
     * @param nanoTime {@code System::nanoTime}
     * @param idle called each time that all questions are answered
     */
    DiscriminatorQuestions(Executor fx, LongSupplier nanoTime, Runnable idle) {
        this.fx = fx;
        this.nanoTime = nanoTime;
        this.idle = idle;
    }

    /** Asks another run from now on, or none; what waits is forgotten. */
    void follow(Optional<Run> next) {
        run = next;
        runs++;
        asking = false;
        worked = 0;
        waiting.clear();
    }

    /** The run that is asked. */
    Optional<Run> run() {
        return run;
    }

    /** Whether an answer is on its way. */
    boolean isBusy() {
        return asking;
    }

    /** How long the answers took to come since all questions were answered, in nanoseconds. */
    long workedNanos() {
        return worked;
    }

    /**
     * Asks.
     *
     * @param samples of the shape of the run's data
     * @param labels the class of each; empty where D is told none
     * @param answer called on the FX thread, unless another run is followed by then
     */
    void ask(Samples samples, byte[] labels, boolean gradients, Consumer<Seen> answer) {
        if (run.isPresent()) {
            waiting.add(new Asked(new DiscriminatorInput(samples, labels), gradients, answer));
            next();
        }
    }

    private void goOn() {
        next();
        if (!asking) {
            idle.run();
            worked = 0;
        }
    }

    private void next() {
        Asked question = asking ? null : waiting.poll();
        if (question != null && run.isPresent()) {
            asking = true;
            put(question, run.get(), runs, nanoTime.getAsLong());
        }
    }

    private void put(Asked question, Run to, int asker, long begin) {
        ScoreMeaning meaning = to.plan().experiment().objective().loss().scoreMeaning();
        Samples samples = question.input().samples();
        to.ask(
                new Question.Score(question.input()),
                logits -> {
                    if (question.gradients()) {
                        to.ask(
                                new Question.ScoreGradient(question.input()),
                                gradients ->
                                        answer(
                                                question,
                                                new Seen(samples, logits, gradients, meaning),
                                                asker,
                                                begin));
                    } else {
                        answer(question, new Seen(samples, logits, NONE, meaning), asker, begin);
                    }
                });
    }

    private void answer(Asked question, Seen seen, int asker, long begin) {
        fx.execute(
                () -> {
                    if (asker == runs) {
                        asking = false;
                        worked += nanoTime.getAsLong() - begin;
                        question.answer().accept(seen);
                        goOn();
                    }
                });
    }
}
