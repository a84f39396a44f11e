package org.ganatelier.session;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messages that nobody has dismissed yet, oldest first. FX thread only. */
public final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final FxThread fxThread;
    private final ObservableList<Notice> open = FXCollections.observableArrayList();
    private final ObservableList<Notice> openView = FXCollections.unmodifiableObservableList(open);

    Notices(FxThread fxThread) {
        this.fxThread = fxThread;
    }

    /** The open messages; cannot be written to. */
    public ObservableList<Notice> open() {
        return openView;
    }

    /** Tells something worth knowing. */
    public void inform(Happening what) {
        add(new Notice(Notice.Level.INFORMATION, what));
    }

    /**
     * Tells what went wrong.
     *
     * @param cause for the log; null where the fact says all
     */
    public void error(Happening what, @Nullable Throwable cause) {
        LOG.error("{}", what, cause);
        add(new Notice(Notice.Level.ERROR, what));
    }

    /** Takes a message away. */
    public void dismiss(Notice notice) {
        fxThread.require();
        open.remove(notice);
    }

    /** The same fact twice is one message: it moves to the end. */
    private void add(Notice notice) {
        fxThread.require();
        open.remove(notice);
        open.add(notice);
    }
}
