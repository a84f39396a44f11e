package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which runs' curves are drawn beside those of the run that is shown. FX thread only. */
public final class Overlays {
    /** As many colours are told apart on one plot, by those too who see fewer. */
    public static final int MOST = 4;

    private final FxThread fxThread;
    private final ReadOnlyObjectWrapper<List<Overlay>> all = new ReadOnlyObjectWrapper<>(List.of());

    Overlays(FxThread fxThread) {
        this.fxThread = fxThread;
    }

    /** All of them, in the order in which they were chosen. */
    public ReadOnlyObjectProperty<List<Overlay>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /** Whether this run is one of them. */
    public boolean contains(RunEntry run) {
        return all.get().stream().anyMatch(overlay -> overlay.run().equals(run));
    }

    /** Whether there is no colour for another one. */
    public boolean isFull() {
        return all.get().size() >= MOST;
    }

    /** Draws a run from now on, in the first colour that is free; nothing happens without one. */
    public void add(RunEntry run) {
        fxThread.require();
        if (!isFull() && !contains(run)) {
            var more = new ArrayList<>(all.get());
            more.add(new Overlay(run, freeColor()));
            all.set(List.copyOf(more));
        }
    }

    /** Draws a run no longer. */
    public void remove(RunEntry run) {
        fxThread.require();
        if (contains(run)) {
            all.set(all.get().stream().filter(overlay -> !overlay.run().equals(run)).toList());
        }
    }

    private int freeColor() {
        return IntStream.range(0, MOST)
                .filter(color -> all.get().stream().noneMatch(each -> each.color() == color))
                .findFirst()
                .orElseThrow();
    }
}
