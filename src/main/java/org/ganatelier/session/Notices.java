package org.ganatelier.session;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.ganatelier.train.RunFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messages that nobody has dismissed yet and that still hold, oldest first. FX thread only. */
public final class Notices {
    /** What messages are about: once it goes well, those of its failures hold no longer. */
    enum Topic {
        /** Opening and saving. */
        FILES,
        DATA,
        RUN,
        /** What goes well at another time says nothing about it. */
        PROGRAM
    }

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final FxThread fxThread;
    private final Failures failures;
    private final ObservableList<Notice> open = FXCollections.observableArrayList();
    private final ObservableList<Notice> openView = FXCollections.unmodifiableObservableList(open);

    /**
     * @param failures are told what should not have happened
     */
    Notices(FxThread fxThread, Failures failures) {
        this.fxThread = fxThread;
        this.failures = failures;
    }

    /** The open messages; cannot be written to. */
    public ObservableList<Notice> open() {
        return openView;
    }

    /** Tells something worth knowing. */
    public void inform(Happening what) {
        wentWell(topicOf(what));
        add(new Notice(Notice.Level.INFORMATION, what));
    }

    /**
     * Tells what went wrong. What nobody expected is told by {@link Failures}, for it needs a
     * report.
     *
     * @param cause for the log; null where the fact says all
     */
    public void error(Happening what, @Nullable Throwable cause) {
        if (cause != null && isUnexpected(what)) {
            failures.report(what, cause);
        } else {
            LOG.error("{}", what, cause);
        }
        if (cause == null || what instanceof Happening.RunFailed || !isUnexpected(what)) {
            add(new Notice(Notice.Level.ERROR, what));
        }
    }

    private static boolean isUnexpected(Happening what) {
        return what instanceof Happening.ActionFailed
                || what instanceof Happening.ProgramError
                || what instanceof Happening.RunFailed(RunFailure.BrokenOff _);
    }

    /** Takes a message away. */
    public void dismiss(Notice notice) {
        fxThread.require();
        open.remove(notice);
    }

    /** Takes all messages of a kind away. */
    void dismissAll(Class<? extends Happening> kind) {
        fxThread.require();
        open.removeIf(notice -> kind.isInstance(notice.what()));
    }

    /** Takes all messages away. */
    public void dismissAll() {
        fxThread.require();
        open.clear();
    }

    /** Something has gone well: the messages that it did not are outdated. */
    void wentWell(Topic topic) {
        fxThread.require();
        open.removeIf(
                notice -> notice.level() == Notice.Level.ERROR && topicOf(notice.what()) == topic);
    }

    private static Topic topicOf(Happening what) {
        return switch (what) {
            case Happening.RunSaved _,
                    Happening.ExperimentSaved _,
                    Happening.FileHeld _,
                    Happening.ImagesSaved _,
                    Happening.CurvesSaved _,
                    Happening.FilmSaved _,
                    Happening.FileFailed _,
                    Happening.ImportRefused _,
                    Happening.WeightsNotLoaded _ ->
                    Topic.FILES;
            case Happening.DataRefused _ -> Topic.DATA;
            case Happening.RunFailed _, Happening.EngineMissing _, Happening.RunPutAway _ ->
                    Topic.RUN;
            // Of several files that arrive together one may open well: the others did not.
            case Happening.UnknownFile _,
                    Happening.OneFileAtATime _,
                    Happening.ActionFailed _,
                    Happening.ProgramError _,
                    Happening.EndedBadly _,
                    Happening.AutosaveFailed _,
                    Happening.CheckpointFailed _ ->
                    Topic.PROGRAM;
        };
    }

    /** The same fact twice is one message: it moves to the end. */
    private void add(Notice notice) {
        fxThread.require();
        open.remove(notice);
        open.add(notice);
    }
}
