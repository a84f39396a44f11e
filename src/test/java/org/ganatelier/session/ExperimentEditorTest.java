package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.ui.networks.Experiments;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Problems come with an edit, fixes after it. */
final class ExperimentEditorTest {
    private static final int TOO_LARGE = 5000;

    private final LaterExecutor fx = new LaterExecutor();
    private final LaterExecutor background = new LaterExecutor();
    private final List<Experiment> checked = new ArrayList<>();
    private final List<Experiment> suggested = new ArrayList<>();
    private final ExperimentEditor editor =
            new ExperimentEditor(
                    Experiments.classroom(),
                    new Planning(this::check, this::suggest),
                    new Workers(fx, background));
    private boolean broken;

    /** What happens once while the background is looking for fixes. */
    private Runnable whileSuggesting = () -> {};

    private Outcome check(Experiment experiment) {
        checked.add(experiment);
        return Planner.check(experiment);
    }

    private Outcome suggest(Experiment experiment, BooleanSupplier abandoned) {
        suggested.add(experiment);
        whileSuggesting.run();
        whileSuggesting = () -> {};
        if (broken) {
            throw new IllegalStateException("The search is broken");
        }
        return Planner.suggest(experiment, abandoned);
    }

    private void setBatch(int size) {
        editor.edit(
                new EditName.ChangeField("objective.batch-size", Map.of()),
                e -> e.withTraining(t -> t.withBatchSize(size)));
    }

    private void settle() {
        while (fx.waiting() + background.waiting() > 0) {
            background.runAll();
            fx.runAll();
        }
    }

    private Outcome outcome() {
        return editor.outcomeProperty().get();
    }

    @Test
    void anEditIsCheckedOnceAndSearchesForNoFixUntilTheBackgroundHasTime() {
        checked.clear();
        setBatch(TOO_LARGE);
        assertThat(checked).containsExactly(editor.experimentProperty().get());
        assertThat(suggested).isEmpty();
        assertThat(outcome().problems()).isNotEmpty().allMatch(p -> p.fixes().isEmpty());
        settle();
        assertThat(checked).hasSize(1);
        assertThat(suggested).hasSize(1);
        assertThat(outcome().problems()).isNotEmpty().noneMatch(p -> p.fixes().isEmpty());
    }

    @Test
    void anExperimentWithoutProblemsNeedsNoSearch() {
        setBatch(32);
        assertThat(background.waiting()).isZero();
    }

    @Test
    void ofEditsThatComeDuringASearchOnlyTheNewestIsSearched() {
        setBatch(TOO_LARGE);
        setBatch(TOO_LARGE + 1);
        setBatch(TOO_LARGE + 2);
        settle();
        assertThat(suggested)
                .extracting(e -> e.training().batchSize())
                .containsExactly(TOO_LARGE, TOO_LARGE + 2);
        assertThat(outcome().plan().experiment()).isEqualTo(editor.experimentProperty().get());
        assertThat(outcome().problems()).noneMatch(p -> p.fixes().isEmpty());
    }

    @Test
    void anEditEndsASearchThatGoesOnAndItsLastExperimentIsSearchedToTheEnd() {
        setBatch(TOO_LARGE);
        whileSuggesting =
                () -> {
                    setBatch(TOO_LARGE + 1);
                    editor.undo();
                };
        background.runAll();
        fx.runAll();
        assertThat(outcome().problems()).isNotEmpty().allMatch(p -> p.fixes().isEmpty());
        settle();
        assertThat(suggested)
                .extracting(e -> e.training().batchSize())
                .containsExactly(TOO_LARGE, TOO_LARGE);
        assertThat(outcome().problems()).isNotEmpty().noneMatch(p -> p.fixes().isEmpty());
    }

    @Test
    void fixesOfAnExperimentThatIsGoneAreDropped() {
        setBatch(TOO_LARGE);
        editor.undo();
        settle();
        assertThat(outcome().problems()).isEmpty();
        assertThat(outcome().plan().experiment()).isEqualTo(Experiments.classroom());
    }

    @Test
    void aSearchThatBreaksLeavesProblemsWithoutFixesAndDoesNotEndSearching() {
        broken = true;
        setBatch(TOO_LARGE);
        settle();
        assertThat(outcome().problems()).isNotEmpty().allMatch(p -> p.fixes().isEmpty());
        broken = false;
        setBatch(TOO_LARGE + 1);
        settle();
        assertThat(outcome().problems()).isNotEmpty().noneMatch(p -> p.fixes().isEmpty());
    }
}
