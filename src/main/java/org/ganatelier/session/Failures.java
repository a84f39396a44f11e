package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.ganatelier.log.ErrorReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Errors that no part of the program expected. One is shown at a time, further ones are counted;
 * the same error is shown once only, as one in the drawing would come back with each frame. FX
 * thread only, except {@link #report}.
 */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** Errors with their stacks in the log: more would push the first ones out of its files. */
    private static final int MOST_LOGGED = 50;

    private final Workers workers;
    private final Supplier<Optional<String>> engine;
    private final ReadOnlyObjectWrapper<Optional<ProgramFailure>> open =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Set<String> known = new HashSet<>();
    private Supplier<List<String>> log = List::of;
    private int logged;

    /**
     * @param engine what computes, as far as it is known
     */
    Failures(Workers workers, Supplier<Optional<String>> engine) {
        this.workers = workers;
        this.engine = engine;
    }

    /** The failure that the user has not seen yet, if there is one. */
    public ReadOnlyObjectProperty<Optional<ProgramFailure>> openProperty() {
        return open.getReadOnlyProperty();
    }

    /** From now on a report quotes these lines of the log. */
    public void quote(Supplier<List<String>> lines) {
        log = lines;
    }

    /** An error came to the top of a thread. Any thread may tell. */
    public void report(Throwable error) {
        report(new Happening.ProgramError(error.toString()), error);
    }

    /** Something went wrong that should not have. Any thread may tell. */
    void report(Happening what, Throwable cause) {
        if (workers.fxThread().isHere()) {
            take(what, cause);
        } else {
            workers.fx().execute(() -> take(what, cause));
        }
    }

    /** The user has seen it. */
    public void dismiss() {
        workers.fxThread().require();
        open.set(Optional.empty());
    }

    /** What the authors need to know of the failure that is open; empty where there is none. */
    public String reportText() {
        return open.get()
                .map(
                        failure ->
                                new ErrorReport(
                                                engine.get(),
                                                failure.cause(),
                                                failure.more(),
                                                log.get())
                                        .text())
                .orElse("");
    }

    private void take(Happening what, Throwable cause) {
        if (logged++ < MOST_LOGGED) {
            LOG.error("{}", what, cause);
        }
        if (open.get().isPresent()) {
            known.add(kind(cause));
            open.set(open.get().map(ProgramFailure::withOneMore));
        } else if (known.add(kind(cause))) {
            open.set(Optional.of(new ProgramFailure(what, cause, 0)));
        }
    }

    /** Two errors of one kind at one place are the same. */
    private static String kind(Throwable error) {
        StackTraceElement[] stack = error.getStackTrace();
        return error.getClass().getName() + (stack.length == 0 ? "" : stack[0]);
    }
}
