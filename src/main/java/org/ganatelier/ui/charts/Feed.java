package org.ganatelier.ui.charts;

import javafx.beans.value.ObservableValue;

import org.ganatelier.session.RunEntry;
import org.ganatelier.session.Session;
import org.ganatelier.train.History;
import org.ganatelier.train.quality.ScorePoint;

import java.util.List;
import java.util.function.Supplier;

/**
 * Where the curves come from.
 *
 * @param history of the run that is shown; another one when another run is
 * @param scores of that run now
 * @param revision of the story that both are part of: another number means that they grew
 */
record Feed(
        ObservableValue<History> history,
        Supplier<List<ScorePoint>> scores,
        ObservableValue<? extends Number> revision) {
    /** The run that a session shows. */
    static Feed of(Session session) {
        return new Feed(
                session.training().historyProperty(),
                () -> session.runs().shownProperty().get().map(RunEntry::scores).orElse(List.of()),
                session.training().revisionProperty());
    }
}
