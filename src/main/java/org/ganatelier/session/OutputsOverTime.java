package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

import org.ganatelier.session.DiscriminatorEye.Subject;
import org.ganatelier.train.RunEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How D(x) of real and of generated samples spreads, again and again about once a second while
 * somebody watches, for the run that is shown. FX thread only.
 */
public final class OutputsOverTime {
    /** More could not be told apart in a picture; then the older half is thinned. */
    static final int MOST = 400;

    private static final long INTERVAL = 1_000_000_000L;

    private final DiscriminatorEye eye;
    private final LongSupplier nanoTime;
    private final ReadOnlyObjectWrapper<List<OutputSlot>> slots =
            new ReadOnlyObjectWrapper<>(List.of());
    private Optional<RunEntry> entry = Optional.empty();
    private Subscription following = Subscription.EMPTY;
    private int watchers;
    private int runs;
    private boolean asking;
    private long askedAt;
    private Optional<RunEvent.Preview> asked = Optional.empty();

    /**
     * @param nanoTime {@code System::nanoTime}
     */
    OutputsOverTime(DiscriminatorEye eye, LongSupplier nanoTime) {
        this.eye = eye;
        this.nanoTime = nanoTime;
    }

    /** What was seen of the run that is shown, oldest first. */
    public ReadOnlyObjectProperty<List<OutputSlot>> slotsProperty() {
        return slots.getReadOnlyProperty();
    }

    /** Watches until the subscription ends. */
    public Subscription watch() {
        watchers++;
        look();
        return () -> watchers--;
    }

    /** Looks at this run from now on. */
    void follow(Optional<RunEntry> next) {
        following.unsubscribe();
        runs++;
        asking = false;
        askedAt = nanoTime.getAsLong() - INTERVAL;
        asked = Optional.empty();
        if (!next.map(RunEntry::id).equals(entry.map(RunEntry::id))) {
            slots.set(List.of());
        }
        entry = next;
        following =
                next.map(
                                e ->
                                        e.previewProperty()
                                                .subscribe(_ -> look())
                                                .and(e.restingProperty().subscribe(_ -> look())))
                        .orElse(Subscription.EMPTY);
    }

    private void look() {
        Optional<RunEvent.Preview> now = entry.flatMap(e -> e.previewProperty().get());
        boolean resting = entry.filter(e -> e.restingProperty().get()).isPresent();
        boolean due = resting || nanoTime.getAsLong() - askedAt >= INTERVAL;
        if (watchers > 0 && !asking && due && !now.equals(asked) && eye.hasBoth()) {
            asking = true;
            askedAt = nanoTime.getAsLong();
            asked = now;
            now.ifPresent(preview -> ask(preview.step(), runs));
        }
    }

    private void ask(long step, int asker) {
        eye.ask(
                Subject.REAL,
                real ->
                        eye.ask(
                                Subject.GENERATED,
                                generated -> {
                                    if (asker == runs) {
                                        asking = false;
                                        add(OutputSlot.of(step, real, generated));
                                        look();
                                    }
                                }));
    }

    private void add(OutputSlot slot) {
        var all = new ArrayList<>(slots.get());
        if (!all.isEmpty() && all.getLast().step() >= slot.step()) {
            all.removeLast();
        }
        all.add(slot);
        slots.set(List.copyOf(all.size() > MOST ? thinned(all) : all));
    }

    /** Of the older half two become one, so that a long run is seen from its beginning. */
    private static List<OutputSlot> thinned(List<OutputSlot> all) {
        var thinned = new ArrayList<OutputSlot>();
        int half = all.size() / 4 * 2;
        for (int i = 0; i < half; i += 2) {
            thinned.add(all.get(i).with(all.get(i + 1)));
        }
        thinned.addAll(all.subList(half, all.size()));
        return thinned;
    }
}
