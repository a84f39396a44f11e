package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.EngineInfo;
import org.ganatelier.train.RunStart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The runs of this session, oldest first: the current one, which alone may train, and the newest of
 * those before it. The current one is of the document in the editor: another document has another
 * current run, or none yet. One run is shown. FX thread only.
 */
public final class Runs {
    /** Runs that stay in the list after another took their place: more are not looked through. */
    public static final int EARLIER = 60;

    /**
     * Bytes of all curves together, about a twelfth of the heap: 1.6 million steps, hours of
     * training. The oldest runs are forgotten where there are more.
     */
    private static final long MOST_TOLD = 64L << 20;

    /**
     * Bytes of all states to come back to, together: a twelfth of the heap. The newest is kept in
     * any case: what was trained last is never lost by one click.
     */
    private static final long MOST_KEPT = 64L << 20;

    private final FxThread fxThread;
    private final ObservableList<RunEntry> all = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<RunEntry>> list =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<RunEntry>> current =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunEntry>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Overlays overlays;
    private Optional<EngineInfo> engine = Optional.empty();
    private final long mostTold;
    private int newestNumber;

    Runs(FxThread fxThread) {
        this(fxThread, MOST_TOLD);
    }

    /**
     * @param mostTold bytes of all curves together
     */
    Runs(FxThread fxThread, long mostTold) {
        this.fxThread = fxThread;
        this.mostTold = mostTold;
        overlays = new Overlays(fxThread);
        all.subscribe(() -> list.set(List.copyOf(all)));
    }

    /** The runs that are drawn beside the one that is shown. */
    public Overlays overlays() {
        return overlays;
    }

    /** All of them. */
    public List<RunEntry> all() {
        return list.get();
    }

    /** All of them, oldest first. */
    public ReadOnlyObjectProperty<List<RunEntry>> allProperty() {
        return list.getReadOnlyProperty();
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

    /** The number of the next run; that of a run that was removed does not come again. */
    int nextNumber() {
        return newestNumber + 1;
    }

    /** Another document is in the editor: its newest run is the current one, and shown. */
    void turnTo(int document) {
        current.set(newestOf(document));
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

    /**
     * Forgets an earlier run, with all that it has learnt. If it was shown, the current one is.
     *
     * @throws IllegalArgumentException where there is no such run, or it is the current one
     */
    public void remove(long id) {
        fxThread.require();
        RunEntry entry = require(id);
        if (isCurrent(entry)) {
            throw new IllegalArgumentException("Run " + id + " is the current one");
        }
        forget(entry);
    }

    private void forget(RunEntry entry) {
        if (shown.get().filter(entry::equals).isPresent()) {
            showCurrent();
        }
        overlays.remove(entry);
        entry.batch().ifPresent(batch -> batch.forget(entry));
        entry.batch().filter(batch -> batch.runs().isEmpty()).ifPresent(overlays::remove);
        entry.close();
        entry.forgetKept();
        all.remove(entry);
    }

    /** A run begins: it becomes the current one and is shown. */
    void begin(RunEntry entry) {
        engine.ifPresent(entry::computedBy);
        newestNumber = entry.number();
        entry.comesFrom(originOf(entry));
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
                        overlays.remove(entry);
                        all.remove(entry);
                    }
                });
        return closed;
    }

    private RunOrigin originOf(RunEntry entry) {
        Optional<RunStart.Parent> parent = entry.start().parent();
        if (parent.isPresent()) {
            OptionalLong id = parent.get().runId();
            return RunOrigin.from(
                    id.isPresent() ? find(id.getAsLong()) : Optional.empty(),
                    parent.get().step(),
                    entry.start().experiment());
        }
        return entry.sibling()
                .map(RunOrigin::beside)
                .or(() -> newestOf(entry.document()).map(RunOrigin::after))
                .orElseGet(() -> RunOrigin.first(entry.start().experiment()));
    }

    private Optional<RunEntry> newestOf(int document) {
        return all.reversed().stream().filter(entry -> entry.document() == document).findFirst();
    }

    private void forgetOldest() {
        while (all.size() > EARLIER + 1 || (all.size() > 1 && toldBytes() > mostTold)) {
            forget(all.getFirst());
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

    private long toldBytes() {
        return all.stream().mapToLong(RunEntry::toldBytes).sum();
    }

    /** Closes all runs and forgets them. */
    void close() {
        all.forEach(RunEntry::close);
        overlays.clear();
        current.set(Optional.empty());
        shown.set(Optional.empty());
        all.clear();
    }
}
