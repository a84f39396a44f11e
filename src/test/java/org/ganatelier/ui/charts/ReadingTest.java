package org.ganatelier.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.objective.Hinge;
import org.ganatelier.experiment.objective.LeastSquares;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.Minimax;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.experiment.objective.Wasserstein;
import org.ganatelier.experiment.objective.WassersteinGp;
import org.ganatelier.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

class ReadingTest {
    static List<Loss> whereOneHalfIsAGuess() {
        return List.of(new NonSaturating(), new Minimax(), new LeastSquares(), new Hinge());
    }

    static List<Loss> critics() {
        return List.of(new Wasserstein(), new WassersteinGp());
    }

    @ParameterizedTest
    @MethodSource("whereOneHalfIsAGuess")
    void whereScoresAreOutputsOneHalfIsAGuess(Loss kind) {
        Reading outputs = Reading.ofOutputs(kind, Words.english());
        assertThat(outputs.guides()).singleElement().returns(0.5, Reading.Guide::value);
        assertThat(outputs.note()).get().returns("dashed: D is guessing", Reading.Note::words);
    }

    @ParameterizedTest
    @MethodSource("critics")
    void aCriticsScoreHasNoLevelThatMeansSomething(Loss kind) {
        Reading outputs = Reading.ofOutputs(kind, Words.english());
        assertThat(outputs.guides()).isEmpty();
        assertThat(outputs.note()).get().returns("only the gap counts", Reading.Note::words);
    }

    @Test
    void aCriticsLossIsAGapAndHasItsZero() {
        assertThat(Reading.ofLosses(new Wasserstein(), Words.english()).guides())
                .singleElement()
                .returns(0.0, Reading.Guide::value);
    }
}
