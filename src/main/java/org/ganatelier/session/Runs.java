package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.EngineInfo;

import java.util.List;
import java.util.Optional;

/**
 * The runs of this session, oldest first: the current one, which alone may train, and the newest of
 * those before it. The current one is of the document in the editor: another document has another
 * current run, or none yet. One run is shown. FX thread only.
 */
public final class Runs {
    /** Runs that stay in the list after another took their place. */
    public static final int EARLIER = 5;

    /**
     * Bytes of all states to come back to, together: a twelfth of the heap. The newest is kept in
     * any case: what was trained last is never lost by one click.
     */
    private static final long MOST_KEPT = 64L << 20;

    private final FxThread fxThread;
    private final ObservableList<RunEntry> all = FXCollections.observableArrayList();
    private final ObservableList<RunEntry> view = FXCollections.unmodifiableObservableList(all);
    private final ReadOnlyObjectWrapper<Optional<RunEntry>> current =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunEntry>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<EngineInfo> engine = Optional.empty();

    Runs(FxThread fxThread) {
        this.fxThread = fxThread;
    }

    /** All of them; cannot be written to. */
    public ObservableList<RunEntry> all() {
        return view;
    }

    /**
     * The run that Train, Pause and Step are about: the newest of the document in the editor, once
     * there is one; it stays after its end.
     */
    public ReadOnlyObjectProperty<Optional<RunEntry>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The run whose curves, images and scores are looked at: at first the current one. */
    public ReadOnlyObjectProperty<Optional<RunEntry>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /**
     * Shows a run; the current one goes on meanwhile.
     *
     * @throws IllegalArgumentException where there is no such run, or none any more
     */
    public void show(long id) {
        fxThread.require();
        shown.set(Optional.of(require(id)));
    }

    /** Shows the current run. */
    public void showCurrent() {
        fxThread.require();
        shown.set(current.get());
    }

    /** The run with this id, if it is still known. */
    Optional<RunEntry> find(long id) {
        return all.stream().filter(entry -> entry.id() == id).findFirst();
    }

    RunEntry require(long id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no run " + id));
    }

    /** Whether this is the current run. */
    public boolean isCurrent(RunEntry entry) {
        return current.get().filter(entry::equals).isPresent();
    }

    /** The one run that is not closed, if there is one; it need not be the current one. */
    Optional<RunEntry> open() {
        return all.stream().filter(entry -> entry.run().isPresent()).findFirst();
    }

    /** The number of the next run. */
    int nextNumber() {
        return all.isEmpty() ? 1 : all.getLast().number() + 1;
    }

    /** Another document is in the editor: its newest run is the current one, and shown. */
    void turnTo(int document) {
        current.set(
                all.reversed().stream().filter(entry -> entry.document() == document).findFirst());
        showCurrent();
    }

    /** It is known what computes, in all runs that are not over. */
    void computedBy(EngineInfo info) {
        engine = Optional.of(info);
        open().ifPresent(entry -> entry.computedBy(info));
    }

    /** What computes, once that is known. */
    Optional<EngineInfo> engine() {
        return engine;
    }

    /** A run begins: it becomes the current one and is shown. */
    void begin(RunEntry entry) {
        engine.ifPresent(entry::computedBy);
        all.add(entry);
        current.set(Optional.of(entry));
        shown.set(Optional.of(entry));
        forgetOldest();
    }

    /**
     * Closes the run that is open, for another takes its place. It stays in the list, unless it has
     * learnt nothing.
     *
     * @param state to come back to, where there is one
     * @return the run, if one was open
     */
    Optional<RunEntry> putOpenAway(Optional<Checkpoint> state) {
        Optional<RunEntry> closed = open();
        closed.ifPresent(
                entry -> {
                    entry.putAway(state);
                    if (!entry.hasLearnt()) {
                        all.remove(entry);
                    }
                });
        return closed;
    }

    private void forgetOldest() {
        while (all.size() > EARLIER + 1) {
            all.removeFirst();
        }
        long bytes = 0;
        boolean newest = true;
        for (RunEntry entry : List.copyOf(all).reversed()) {
            bytes += entry.keptBytes();
            if (bytes > MOST_KEPT && !newest) {
                entry.forgetKept();
            }
            newest &= !entry.wasPutAway();
        }
    }

    /** Closes all runs and forgets them. */
    void close() {
        all.forEach(RunEntry::close);
        current.set(Optional.empty());
        shown.set(Optional.empty());
        all.clear();
    }
}
