package org.ganatelier.session;

import org.ganatelier.data.DataProblem;
import org.ganatelier.exchange.model.Obstacle;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What came of an export that nobody cancelled. */
public sealed interface ExportResult {
    /**
     * All is written.
     *
     * @param withoutData why the data does not lie beside the code that trains; empty where it does
     *     or where no code trains
     */
    record Done(Path folder, Optional<DataProblem> withoutData) implements ExportResult {}

    /** The format cannot express the model; nothing was written. */
    record Refused(List<Obstacle> obstacles) implements ExportResult {
        public Refused {
            obstacles = List.copyOf(obstacles);
        }
    }

    /** It failed; nothing was written, or not all of it. */
    record Failed(Happening why) implements ExportResult {}
}
