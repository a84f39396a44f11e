package org.ganatelier.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.objective.Objective.Kind;
import org.ganatelier.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadingTest {
    @ParameterizedTest
    @EnumSource(names = {"NON_SATURATING", "MINIMAX", "LEAST_SQUARES", "HINGE"})
    void whereScoresAreBeliefsOneHalfIsAGuess(Kind kind) {
        Reading beliefs = Reading.ofBeliefs(kind, Words.english());
        assertThat(beliefs.guides()).singleElement().returns(0.5, Reading.Guide::value);
        assertThat(beliefs.note()).get().returns("dashed: D is guessing", Reading.Note::words);
    }

    @ParameterizedTest
    @EnumSource(names = {"WASSERSTEIN", "WASSERSTEIN_GP"})
    void aCriticsScoreHasNoLevelThatMeansSomething(Kind kind) {
        Reading beliefs = Reading.ofBeliefs(kind, Words.english());
        assertThat(beliefs.guides()).isEmpty();
        assertThat(beliefs.note()).get().returns("only the gap counts", Reading.Note::words);
    }

    @Test
    void aCriticsLossIsAGapAndHasItsZero() {
        assertThat(Reading.ofLosses(Kind.WASSERSTEIN, Words.english()).guides())
                .singleElement()
                .returns(0.0, Reading.Guide::value);
    }
}
