package org.ganatelier.session;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messages that nobody has dismissed yet, oldest first. FX thread only. */
public final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final ObservableList<Notice> open = FXCollections.observableArrayList();
    private final ObservableList<Notice> openView = FXCollections.unmodifiableObservableList(open);

    /** The open messages; cannot be written to. */
    public ObservableList<Notice> open() {
        return openView;
    }

    /** Says something worth knowing. */
    public void inform(String sentence) {
        add(new Notice(Notice.Level.INFORMATION, sentence));
    }

    /**
     * Says what went wrong.
     *
     * @param cause for the log; null where the sentence says all
     */
    public void error(String sentence, @Nullable Throwable cause) {
        LOG.error(sentence, cause);
        add(new Notice(Notice.Level.ERROR, sentence));
    }

    /** Takes a message away. */
    public void dismiss(Notice notice) {
        open.remove(notice);
    }

    /** The same sentence twice is one message: it moves to the end. */
    private void add(Notice notice) {
        open.remove(notice);
        open.add(notice);
    }
}
