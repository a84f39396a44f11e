package org.ganatelier.session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.ArrayList;
import java.util.List;

/** Runs that are trained one after another, each for as many steps. FX thread only. */
public final class Batch implements Drawn {
    /** What for. */
    public enum Kind {
        /** The same experiment with several seeds: how much is chance? */
        REPEATS,
        /** An experiment that differs from another's in little, with the same seed. */
        TWIN
    }

    private final Kind kind;
    private final int planned;
    private final long steps;
    private final ReadOnlyObjectWrapper<List<RunEntry>> begun =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper();

    Batch(Kind kind, int planned, long steps) {
        this.kind = kind;
        this.planned = planned;
        this.steps = steps;
    }

    /** What it is for. */
    public Kind kind() {
        return kind;
    }

    /** How many runs it was to have. */
    public int planned() {
        return planned;
    }

    /** Of each run. */
    public long steps() {
        return steps;
    }

    /** Those that have begun and are still known, oldest first. */
    @Override
    public List<RunEntry> runs() {
        return begun.get();
    }

    /** The same. */
    public ReadOnlyObjectProperty<List<RunEntry>> runsProperty() {
        return begun.getReadOnlyProperty();
    }

    /** How many have done all their steps. */
    public int done() {
        return (int) begun.get().stream().filter(run -> run.history().lastStep() >= steps).count();
    }

    /** Whether no more of it will be trained: it is done, or was stopped. */
    public ReadOnlyBooleanProperty overProperty() {
        return over.getReadOnlyProperty();
    }

    void add(RunEntry run) {
        var more = new ArrayList<>(begun.get());
        more.add(run);
        begun.set(List.copyOf(more));
    }

    void forget(RunEntry run) {
        begun.set(begun.get().stream().filter(each -> !each.equals(run)).toList());
    }

    void end() {
        over.set(true);
    }
}
