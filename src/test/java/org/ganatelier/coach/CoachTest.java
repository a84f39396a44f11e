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
import java.util.Optional;

/** What is said of runs that the engine has trained. */
class CoachTest {
    @ParameterizedTest
    @CsvSource({
        "collapse, mode-collapse",
        "d-wins, discriminator-too-strong generator-gradient-vanishing",
        "d-wins-non-saturating, healthy",
        "too-fast, divergence",
        "wasserstein, scores-not-chances healthy",
        "digits-conditional, healthy",
        "fashion, healthy",
        "points, healthy",
        "points-collapse, mode-collapse",
        "rates, discriminator-too-strong rates-out-of-balance",
        "clip, scores-not-chances saturation",
        "no-learning, no-learning",
        "few, memorisation",
        "batch, batch-too-small",
        "edit, divergence",
    })
    void eachRunIsCalledByItsName(String story, String rules) {
        assertThat(String.join(" ", said(story).stream().map(Finding::rule).toList()))
                .isEqualTo(rules);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "digits",
                "digits-conditional",
                "fashion",
                "mlp",
                "minimax",
                "points",
                "d-wins-non-saturating",
                "wasserstein"
            })
    void noRunThatWorksIsWarnedOf(String story) {
        List<Finding> said = said(story);
        assertThat(said).extracting(Finding::rule).contains("healthy");
        assertThat(said).noneMatch(CoachTest::isAlarm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "digits",
                "digits-conditional",
                "fashion",
                "mlp",
                "dcgan",
                "minimax",
                "points",
                "wasserstein"
            })
    void inARunThatWorksNoRuleFindsHarmEvenForAMoment(String story) {
        RunRecord run = StoryFile.read(story);
        for (long step = 200; step <= run.history().lastStep(); step += 25) {
            var moment = new Moment(run, step);
            for (Rule rule : Rules.all()) {
                assertThat(rule.look(moment).filter(CoachTest::isAlarm))
                        .as(rule.id() + " at step " + step)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "divergence, too-fast, 500",
        "divergence, edit, 400",
        "mode-collapse, collapse, 1200",
        "mode-collapse, points-collapse, 1200",
        "discriminator-too-strong, d-wins, 250",
        "generator-gradient-vanishing, d-wins, 250",
        "rates-out-of-balance, rates, 400",
        "memorisation, few, 1200",
        "batch-too-small, batch, 400",
        "saturation, clip, 500",
        "no-learning, no-learning, 480",
        "oscillation, oscillation, 760",
        "scores-not-chances, wasserstein, 300",
        "losses-mislead, digits, 1800",
        "healthy, digits, 1000",
    })
    void eachRuleFindsWhatItLooksFor(String rule, String story, long step) {
        var moment = new Moment(StoryFile.read(story), step);
        Optional<Finding> found = rule(rule).look(moment);
        assertThat(found).isPresent();
        assertThat(found.orElseThrow().rule()).isEqualTo(rule);
        assertThat(found.orElseThrow().evidence()).isNotEmpty();
    }

    @Test
    void everyRuleHasAStoryInWhichItSpeaks() throws NoSuchMethodException {
        String[] rows =
                CoachTest.class
                        .getDeclaredMethod(
                                "eachRuleFindsWhatItLooksFor",
                                String.class,
                                String.class,
                                long.class)
                        .getAnnotation(CsvSource.class)
                        .value();
        assertThat(Rules.all())
                .extracting(Rule::id)
                .allSatisfy(id -> assertThat(rows).anyMatch(row -> row.startsWith(id + ",")));
    }

    @Test
    void anEditShortlyBeforeIsNamedAndTakenBack() {
        Finding divergence = said("edit").getFirst();
        assertThat(divergence.cause().orElseThrow().step()).isEqualTo(250);
        assertThat(divergence.figure(Figure.SINCE).orElseThrow()).isBetween(250.0, 310.0);
        RunRecord run = StoryFile.read("edit");
        var setting = divergence.cause().orElseThrow().setting();
        assertThat(setting.of(divergence.remedy().orElseThrow().applyTo(run.experiment())))
                .isEqualTo(setting.of(run.beginning()));
    }

    private static boolean isAlarm(Finding finding) {
        return finding.severity().compareTo(Severity.NOTE) > 0;
    }

    private static Rule rule(String id) {
        return Rules.all().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
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
            Rule rule = rule(said.rule());
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
