package org.ganatelier.coach;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.coach.fact.Figure;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Remedy;
import org.ganatelier.coach.fact.Severity;
import org.ganatelier.coach.rule.Moment;
import org.ganatelier.coach.rule.Rule;
import org.ganatelier.coach.rule.Rules;
import org.ganatelier.project.StoryFile;
import org.ganatelier.train.RunPast;
import org.ganatelier.train.RunRecord;
import org.ganatelier.train.RunStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/** What is said of runs that the engine has trained. */
class CoachTest {
    @ParameterizedTest
    @CsvSource({
        "collapse, mode-collapse",
        "d-wins, discriminator-too-strong generator-gradient-vanishing",
        "d-wins-non-saturating, healthy",
        "too-fast, divergence",
        "wasserstein, scores-not-chances healthy",
    })
    void eachRunIsCalledByItsName(String story, String rules) {
        assertThat(String.join(" ", said(story).stream().map(Finding::rule).toList()))
                .isEqualTo(rules);
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "mlp", "minimax", "d-wins-non-saturating", "wasserstein"})
    void noRunThatWorksIsWarnedOf(String story) {
        List<Finding> said = said(story);
        assertThat(said).extracting(Finding::rule).contains("healthy");
        assertThat(said)
                .extracting(Finding::severity)
                .containsAnyOf(Severity.GOOD, Severity.NOTE)
                .doesNotContain(Severity.WARNING, Severity.FAILURE);
    }

    @Test
    void modeCollapseIsToldFromClassesAndDistances() {
        Finding collapse = said("collapse").getFirst();
        assertThat(collapse.figure(Figure.CLASSES_SEEN).orElseThrow()).isBetween(1.0, 3.0);
        assertThat(collapse.figure(Figure.VARIETY).orElseThrow()).isBetween(0.3, 0.85);
        assertThat(collapse.preset()).contains("collapse");
    }

    @Test
    void withoutLookingAtTheImagesNothingIsSaidOfThem() {
        RunRecord whole = StoryFile.read("collapse");
        var blind =
                new RunStory(
                        whole.start(),
                        new RunPast(whole.history(), List.of(), List.of(), List.of(), List.of()));
        assertThat(Coach.of(blind.record()))
                .extracting(Finding::rule)
                .doesNotContain("mode-collapse", "healthy", "memorisation");
    }

    @Test
    void itSaysTheSameOfAStoryThatGrows() {
        RunRecord whole = StoryFile.read("digits");
        var coach = new Coach();
        var heard = new ArrayList<Finding>();
        for (long step = 7; step <= whole.history().lastStep(); step += 7) {
            heard.addAll(coach.hear(until(whole, step)));
        }
        heard.addAll(coach.hear(whole));
        assertThat(heard).isEqualTo(Coach.of(whole)).isNotEmpty();
    }

    @Test
    void whatWasSaidIsNotSaidAgain() {
        RunRecord whole = StoryFile.read("collapse");
        var coach = new Coach();
        assertThat(coach.hear(whole)).isNotEmpty();
        assertThat(coach.hear(whole)).isEmpty();
        assertThat(coach.stillHolds()).isTrue();
        assertThat(coach.front().orElseThrow().step())
                .as("with newer figures")
                .isGreaterThan(coach.said().getLast().step());
    }

    @Test
    void aSuggestionIsAnEditOfTheExperiment() {
        RunRecord run = StoryFile.read("collapse");
        Remedy remedy = said("collapse").getFirst().remedy().orElseThrow();
        assertThat(remedy.isLive()).isTrue();
        assertThat(remedy.applyTo(run.experiment()).training().discriminatorSteps()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"collapse", "too-fast", "digits", "mlp", "wasserstein", "d-wins"})
    void nothingIsSaidBeforeItHasLasted(String story) {
        RunRecord run = StoryFile.read(story);
        for (Finding said : Coach.of(run)) {
            Rule rule =
                    Rules.all().stream()
                            .filter(one -> one.id().equals(said.rule()))
                            .findFirst()
                            .orElseThrow();
            assertThat(rule.look(new Moment(run, said.step() - rule.patience() / 2)))
                    .as(said.rule() + " at step " + said.step())
                    .isPresent();
        }
    }

    @Test
    void everyRuleHasANameOfItsOwn() {
        assertThat(Rules.all())
                .extracting(Rule::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
    }

    private static List<Finding> said(String story) {
        return Coach.of(StoryFile.read(story));
    }

    private static RunRecord until(RunRecord whole, long step) {
        return new RunStory(
                        whole.start(),
                        new RunPast(
                                whole.history().until(step, 0.028 * step),
                                List.of(),
                                whole.scores().stream()
                                        .filter(score -> score.step() <= step)
                                        .toList(),
                                whole.varieties().stream()
                                        .filter(point -> point.step() <= step)
                                        .toList(),
                                List.of()))
                .record();
    }
}
