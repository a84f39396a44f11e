package org.ganatelier.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.plan.Planner;
import org.ganatelier.session.Documents;
import org.ganatelier.text.Language;
import org.ganatelier.text.Lessons;
import org.ganatelier.text.Markup;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;

/** What lessons offer to do. */
final class DeedsTest {
    @Test
    void everyDeedOfALessonChangesItsPresetAndLeavesItTrainable() {
        var lessons = new Lessons(Language.ENGLISH);
        Set<String> named = new HashSet<>();
        for (String preset : lessons.presets()) {
            Experiment experiment = Documents.preset(preset);
            Markup.runs(lessons.of(preset).orElseThrow())
                    .filter(Markup.Deed.class::isInstance)
                    .map(run -> ((Markup.Deed) run).name())
                    .forEach(
                            name -> {
                                named.add(name);
                                Experiment changed = Deeds.of(name, experiment);
                                assertThat(changed).as(name).isNotEqualTo(experiment);
                                if (!preset.equals("article")) {
                                    assertThat(Planner.check(changed).problems())
                                            .as(name)
                                            .isEmpty();
                                }
                            });
        }
        assertThat(named).isEqualTo(Deeds.names());
    }

    @Test
    void theyDoWhatTheLessonsSay() {
        assertThat(Deeds.of("non-saturating", Documents.preset("d-wins")).objective().loss())
                .isEqualTo(new NonSaturating());
        Experiment calm = Deeds.of("calm-d", Documents.preset("collapse"));
        assertThat(calm.training()).isEqualTo(Documents.preset("mlp").training());
        Experiment fast = Documents.preset("too-fast");
        Experiment slow = Deeds.of("slower", fast);
        for (Side side : Side.values()) {
            assertThat(50 * slow.training().optimizer(side).learningRate())
                    .isEqualTo(fast.training().optimizer(side).learningRate());
        }
        assertThat(Deeds.of("ring-collapse", Documents.preset("points")).objective().r1().gamma())
                .isZero();
    }
}
