package org.ganatelier.cli.training;

import org.ganatelier.cli.support.WatchedRun.Watched;
import org.ganatelier.cli.support.WatchedRun.Watcher;
import org.ganatelier.data.Dataset;
import org.ganatelier.train.ClassifierTrainer;
import org.ganatelier.train.Edit;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;

/** Watches a training with a coach, who says what happens while it happens. */
public final class Coached implements Watcher, AutoCloseable {
    /** As many as a window shows. */
    private static final int PREVIEWS = 64;

    /** Nobody sees them, so they need not be many. */
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Watcher talk;
    private final Dataset data;
    private final ClassifierTrainer classifiers;
    private @Nullable Examined examined;

    public Coached(Watcher talk, Dataset data, ClassifierTrainer classifiers) {
        this.talk = talk;
        this.data = data;
        this.classifiers = classifiers;
    }

    @Override
    public void started(Watched watched) {
        talk.started(watched);
        examined = new Examined(watched, data, classifiers);
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
    }

    @Override
    public void edited(Edit edit) {
        talk.edited(edit);
    }

    @Override
    public void ended() {
        talk.ended();
    }

    @Override
    public void close() {
        if (examined != null) {
            examined.close();
        }
    }
}
