package org.ganatelier.cli.training;

import org.ganatelier.coach.Coach;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.data.Dataset;
import org.ganatelier.train.ClassifierTrainer;
import org.ganatelier.train.Edit;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.RunRecord;
import org.ganatelier.train.watch.WatchedRun.Watched;
import org.ganatelier.train.watch.WatchedRun.Watcher;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Watches a training with a coach, who says what happens while it happens. */
public final class Coached implements Watcher, AutoCloseable {
    /** As many as a window shows. */
    private static final int PREVIEWS = 64;

    /** Nobody sees them, so they need not be many. */
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Watcher talk;
    private final Dataset data;
    private final ClassifierTrainer classifiers;
    private final Coach coach = new Coach();
    private final Consumer<String> lines;
    private @Nullable Examined examined;
    private @Nullable Watched watched;

    /**
     * @param talk hears of the training too
     * @param lines takes what the coach says, a line each
     * @param data that the run learns from
     */
    public Coached(
            Watcher talk, Consumer<String> lines, Dataset data, ClassifierTrainer classifiers) {
        this.talk = talk;
        this.lines = lines;
        this.data = data;
        this.classifiers = classifiers;
    }

    @Override
    public void started(Watched run) {
        talk.started(run);
        watched = run;
        examined = new Examined(run, data, classifiers);
    }

    @Override
    public RunOptions ordered(RunOptions options) {
        return options.previewing(PREVIEWS, INTERVAL);
    }

    @Override
    public void measured(Metrics metrics) throws IOException {
        talk.measured(metrics);
    }

    @Override
    public void shown(RunEvent.Preview preview) {
        talk.shown(preview);
        if (examined != null) {
            examined.shown(preview);
        }
        listen();
    }

    @Override
    public void edited(Edit edit) {
        talk.edited(edit);
    }

    /** At the end of the run: what came last may be what matters. */
    @Override
    public void ended() {
        talk.ended();
        listen();
    }

    /** What the coach has said so far, oldest first. */
    public List<Finding> said() {
        return coach.said();
    }

    private void listen() {
        if (watched != null) {
            RunRecord story = watched.story().record();
            for (Finding finding : coach.hear(story)) {
                lines.accept(CoachVoice.line(finding, story.beginning().data()));
            }
        }
    }

    @Override
    public void close() {
        if (examined != null) {
            examined.close();
        }
    }
}
