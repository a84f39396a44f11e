package org.ganatelier.session;

import org.ganatelier.project.FileProblem;

import java.util.List;
import java.util.OptionalDouble;

/** What a sweep would be, before it begins. */
public sealed interface SweepForecast {
    /**
     * It can begin.
     *
     * @param trainings how many
     * @param rejected how many combinations cannot be trained
     * @param seconds for all of them; empty while or where nobody knows
     */
    record Possible(int trainings, int rejected, OptionalDouble seconds) implements SweepForecast {}

    /** It cannot. */
    record Wrong(List<FileProblem> problems) implements SweepForecast {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }
}
