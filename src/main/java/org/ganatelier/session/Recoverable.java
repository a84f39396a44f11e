package org.ganatelier.session;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.project.FormerSession;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Work of a former session that can be opened.
 *
 * @param experiment in its editor
 * @param step of its run; empty where nothing was trained
 * @param savedAt when it was kept
 * @param picture of its images, where there is one
 * @param endedBadly whether the session ended without being closed
 * @param crashReport what the Java runtime wrote where it crashed
 * @param source where it is
 */
public record Recoverable(
        Experiment experiment,
        OptionalLong step,
        Instant savedAt,
        Optional<Path> picture,
        boolean endedBadly,
        Optional<Path> crashReport,
        FormerSession source) {
    static Stream<Recoverable> of(FormerSession session) {
        return session.work().stream()
                .map(
                        work ->
                                new Recoverable(
                                        work.experiment(),
                                        work.step(),
                                        work.savedAt(),
                                        work.picture(),
                                        session.endedBadly(),
                                        session.crashReport(),
                                        session));
    }
}
