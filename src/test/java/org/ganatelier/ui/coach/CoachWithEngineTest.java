package org.ganatelier.ui.coach;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Remedy.Change;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.session.Coaching.State;
import org.ganatelier.session.Documents;
import org.ganatelier.train.Edit;
import org.ganatelier.train.RunRecord;
import org.ganatelier.train.Trainer;
import org.ganatelier.ui.panel.PanelCase;
import org.ganatelier.ui.panel.PanelContext;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.TimeoutException;

/** The coach beside a run of the real engine. */
class CoachWithEngineTest extends PanelCase<CoachPanel> {
    @Override
    protected Experiment experiment() {
        return Documents.preset("too-fast");
    }

    @Override
    protected Trainer trainer() {
        return new EngineTrainer();
    }

    @Override
    protected CoachPanel make(PanelContext context) {
        return (CoachPanel) CoachPanel.in(context);
    }

    @Test
    void whatHelpsReachesTheRunAndIsMarkedOnItsCurves() throws TimeoutException {
        interact(session.training()::train);
        waitUntil(() -> lookup("#coach-change").match(PanelCase::isSeen).tryQuery().isPresent());
        interact(session.training()::pause);
        waitUntil(() -> current().end().isEmpty() && isPaused());
        Finding finding = ((State.Said) session.coaching().stateProperty().get()).front();
        clickOn("#coach-change");
        step();
        List<Change> changes = finding.remedy().orElseThrow().changes();
        assertThat(current().edits().stream().map(Edit::setting).toList())
                .containsExactlyInAnyOrderElementsOf(
                        changes.stream().map(change -> ((Change.Live) change).setting()).toList());
        assertThat(session.training().historyProperty().get().edits()).isEqualTo(current().edits());
        assertThat(current().experiment())
                .isEqualTo(session.editor().experimentProperty().get())
                .isNotEqualTo(experiment());
    }

    private boolean isPaused() {
        return session.runs().currentProperty().get().orElseThrow().restingProperty().get();
    }

    private RunRecord current() {
        return session.runs().currentProperty().get().orElseThrow().record();
    }
}
