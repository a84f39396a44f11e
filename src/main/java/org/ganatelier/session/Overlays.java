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

    /** Whether this is one of them. */
    public boolean contains(Drawn of) {
        return all.get().stream().anyMatch(overlay -> overlay.of().equals(of));
    }

    /** Whether there is no colour for another one. */
    public boolean isFull() {
        return all.get().size() >= MOST;
    }

    /** Draws it from now on, in the first colour that is free; nothing happens without one. */
    public void add(Drawn of) {
        fxThread.require();
        if (!isFull() && !contains(of)) {
            var more = new ArrayList<>(all.get());
            more.add(new Overlay(of, freeColor()));
            all.set(List.copyOf(more));
        }
    }

    /** Draws it no longer. */
    public void remove(Drawn of) {
        fxThread.require();
        if (contains(of)) {
            all.set(all.get().stream().filter(overlay -> !overlay.of().equals(of)).toList());
        }
    }

    void clear() {
        all.set(List.of());
    }

    private int freeColor() {
        return IntStream.range(0, MOST)
                .filter(color -> all.get().stream().noneMatch(each -> each.color() == color))
                .findFirst()
                .orElseThrow();
    }
}
