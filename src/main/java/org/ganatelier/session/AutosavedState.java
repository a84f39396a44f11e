package org.ganatelier.session;

import org.ganatelier.experiment.Experiment;

import java.util.Optional;

/**
 * By what one state of the work differs from another; how the window looks does not count.
 *
 * @param run the number of the current run, or 0
 * @param revision of its story
 */
record AutosavedState(Optional<Experiment> experiment, String note, long run, long revision) {
    static final AutosavedState NOTHING = new AutosavedState(Optional.empty(), "", 0, 0);

    static AutosavedState of(Session session) {
        Optional<RunEntry> run = session.training().current().filter(RunEntry::hasLearnt);
        return new AutosavedState(
                Optional.of(session.editor().experimentProperty().get()),
                session.documents().current().noteProperty().get(),
                run.map(RunEntry::id).orElse(0L),
                run.map(entry -> entry.revisionProperty().get()).orElse(0L));
    }
}
