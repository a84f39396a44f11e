package org.ganatelier.session;

import org.ganatelier.experiment.Experiment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Every edit can be taken back, without limit: experiments are small and share their parts. */
final class EditHistory {
    /** A state of the editor. */
    record Version(Experiment experiment, Branch branch) {}

    private record Edit(EditName name, Version before, Version after) {}

    private final Deque<Edit> done = new ArrayDeque<>();
    private final Deque<Edit> undone = new ArrayDeque<>();

    void add(EditName name, Version before, Version after) {
        done.push(new Edit(name, before, after));
        undone.clear();
    }

    /** What was before the newest edit, or empty. */
    Optional<Version> undo() {
        return move(done, undone).map(Edit::before);
    }

    /** What was after the edit last taken back, or empty. */
    Optional<Version> redo() {
        return move(undone, done).map(Edit::after);
    }

    /** The name of what {@link #undo} would take back. */
    Optional<EditName> undoName() {
        return Optional.ofNullable(done.peek()).map(Edit::name);
    }

    /** The name of what {@link #redo} would do again. */
    Optional<EditName> redoName() {
        return Optional.ofNullable(undone.peek()).map(Edit::name);
    }

    private static Optional<Edit> move(Deque<Edit> from, Deque<Edit> to) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        Edit edit = from.pop();
        to.push(edit);
        return Optional.of(edit);
    }
}
