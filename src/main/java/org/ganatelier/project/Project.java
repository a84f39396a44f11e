package org.ganatelier.project;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.RunPast;

import java.util.Optional;

/**
 * What a project file holds. Immutable.
 *
 * @param experiment as it is in the editor, which may differ from that of the run: edits may wait
 * @param run what was learnt, where anything was trained
 * @param past what the run told up to that state; without it, curves begin anew
 * @param view what the window showed
 * @param note the author's own words, perhaps in several lines; at most {@link #LONGEST_NOTE}
 *     characters
 */
public record Project(
        Experiment experiment,
        Optional<Checkpoint> run,
        Optional<RunPast> past,
        ViewState view,
        String note) {
    /** Characters of a note: about five pages. */
    public static final int LONGEST_NOTE = 20_000;

    public Project {
        if (past.isPresent() && run.isEmpty()) {
            throw new IllegalArgumentException("What was never trained has no past");
        }
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException(
                    "A note has at most " + LONGEST_NOTE + " characters, not " + note.length());
        }
        // What comes after the state would be measured again.
        if (run.isPresent()) {
            Checkpoint state = run.get();
            past = past.map(told -> told.until(state));
        }
    }

    /** An experiment that nobody has trained. */
    public static Project of(Experiment experiment) {
        return new Project(experiment, Optional.empty(), Optional.empty(), ViewState.EMPTY, "");
    }

    /** What a run has learnt, and nothing else. */
    public static Project of(Checkpoint run) {
        return new Project(
                run.experiment(), Optional.of(run), Optional.empty(), ViewState.EMPTY, "");
    }

    /** The same with an experiment in the editor. */
    public Project withExperiment(Experiment edited) {
        return new Project(edited, run, past, view, note);
    }

    /** The same with what the run told. */
    public Project withPast(RunPast told) {
        return new Project(experiment, run, Optional.of(told), view, note);
    }

    /** The same with another view. */
    public Project withView(ViewState shown) {
        return new Project(experiment, run, past, shown, note);
    }

    /** The same with another note. */
    public Project withNote(String written) {
        return new Project(experiment, run, past, view, written);
    }

    /** Whether the experiment in the editor differs from that of the run. */
    public boolean editsWait() {
        return run.filter(state -> !state.experiment().equals(experiment)).isPresent();
    }
}
