package org.ganatelier.ui.charts;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import org.ganatelier.coach.fact.Finding;
import org.ganatelier.session.Coaching.State;
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
 * @param said what the coach has said of that run, oldest first; nothing while it is off
 * @param others runs that are drawn beside it
 */
record Feed(
        ObservableValue<History> history,
        Supplier<List<ScorePoint>> scores,
        ObservableValue<? extends Number> revision,
        ObservableValue<List<Finding>> said,
        Others others) {
    /** Of one run alone. */
    Feed(
            ObservableValue<History> history,
            Supplier<List<ScorePoint>> scores,
            ObservableValue<? extends Number> revision,
            ObservableValue<List<Finding>> said) {
        this(history, scores, revision, said, Others.NONE);
    }

    /** Without a coach. */
    Feed(
            ObservableValue<History> history,
            Supplier<List<ScorePoint>> scores,
            ObservableValue<? extends Number> revision) {
        this(history, scores, revision, new SimpleObjectProperty<>(List.of()));
    }

    /** The run that a session shows. */
    static Feed of(Session session) {
        return new Feed(
                session.training().historyProperty(),
                () -> session.runs().shownProperty().get().map(RunEntry::scores).orElse(List.of()),
                session.training().revisionProperty(),
                session.coaching().stateProperty().map(Feed::said),
                Others.of(session));
    }

    private static List<Finding> said(State state) {
        return switch (state) {
            case State.Said(var findings, _, _, _) -> findings;
            case State.Off(), State.NoRun(), State.Watching() -> List.of();
        };
    }
}
