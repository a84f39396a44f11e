package org.ganatelier.project;

import org.ganatelier.experiment.Experiment;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of a session of the window that is over.
 *
 * @param folder of its files
 * @param work the newest state of its work that can be read, if there is one
 * @param endedBadly whether its process ended without closing it
 * @param crashReport what the Java runtime wrote where the process crashed
 */
public record FormerSession(
        Path folder, Optional<Work> work, boolean endedBadly, Optional<Path> crashReport) {
    /**
     * A state of its work.
     *
     * @param experiment in the editor
     * @param step of the run; empty where nothing was trained
     * @param savedAt when it was written
     * @param picture of the images, where there is one
     */
    public record Work(
            Experiment experiment, OptionalLong step, Instant savedAt, Optional<Path> picture) {}
}
