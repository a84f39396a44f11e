package org.ganatelier.measure;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.PreviewNoise;
import org.ganatelier.train.Question;
import org.ganatelier.train.Run;
import org.ganatelier.train.quality.Score;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A run whose images are scored again and again while it trains. They are made of fixed noise, so
 * that scores differ only because the generator learned. Used by one thread.
 */
public final class ScoredRun {
    /** Few enough to be scored every few seconds, enough to see a class of three in a hundred. */
    public static final int IMAGES = 500;

    private final Run run;
    private final GeneratorInput input;
    private final byte[] classes;
    private final LiveScorer scorer;
    private final AtomicBoolean asked = new AtomicBoolean();
    private long newest = -1;

    /**
     * @param experiment of the run; what may be edited while it trains does not matter
     * @param scorer whose classifier knows the run's data; it outlives the run
     */
    public ScoredRun(Run run, Experiment experiment, LiveScorer scorer) {
        this.run = run;
        input = GeneratorInput.inTurn(experiment, PreviewNoise.of(experiment, IMAGES));
        classes = experiment.named(input.labels());
        this.scorer = scorer;
    }

    /** It has the scorer for itself now: see {@link LiveScorer#begin}. */
    public void begin() {
        scorer.begin(IMAGES);
    }

    /** The run itself. */
    public Run run() {
        return run;
    }

    /** Whether no more scores can be had. */
    public boolean failed() {
        return scorer.failed();
    }

    /**
     * The run has shown images, so it can make others: asks for them, unless it stands where it was
     * asked last, their score has not come yet, or the scorer rests.
     *
     * @param step at which the images were made
     * @param answer hears the score on the scoring thread
     */
    public void shown(long step, Consumer<Score> answer) {
        // Before the first step nothing was learnt; a run that begins has better use of the time.
        if (step > 0 && scorer.rested()) {
            ask(step, answer);
        }
    }

    /**
     * The run rests where it has shown images: asks for others as {@link #shown} does, but the
     * scorer need not have rested. While it is busy nothing is asked: then this is to be called
     * again when the answer has come.
     */
    public void rests(long step, Consumer<Score> answer) {
        if (scorer.free()) {
            ask(step, answer);
        }
    }

    private void ask(long step, Consumer<Score> answer) {
        if (step > newest && asked.compareAndSet(false, true)) {
            newest = step;
            scorer.ask(
                    taker ->
                            run.ask(
                                    new Question.GenerateAll(input),
                                    made -> taker.accept(Images.require(made))),
                    classes,
                    score -> {
                        asked.set(false);
                        answer.accept(score);
                    });
        }
    }
}
