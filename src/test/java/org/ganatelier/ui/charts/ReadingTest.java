package org.ganatelier.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.Wasserstein;
import org.ganatelier.text.Words;
import org.ganatelier.train.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class ReadingTest {
    /** Where a discriminator that guesses puts every image. */
    @ParameterizedTest
    @CsvSource({
        "non-saturating, 0.5, D(real), D(G(z)), Discriminator output D(x)",
        "minimax, 0.5, D(real), D(G(z)), Discriminator output D(x)",
        "least-squares, 0.5, s(real), s(G(z)), Discriminator’s marks s(x)",
        "hinge, 0, s(real), s(G(z)), Discriminator’s scores s(x)"
    })
    void aGuessHasALevel(String loss, double level, String real, String made, String title) {
        Reading outputs = Reading.ofOutputs(loss(loss), Words.english());
        assertThat(outputs.title()).isEqualTo(title);
        assertThat(outputs.traces()).extracting(PlotCurve::name).containsExactly(real, made);
        assertThat(outputs.guides()).singleElement().returns(level, Reading.Guide::value);
        assertThat(outputs.note(List.of()))
                .get()
                .returns("dashed: D is guessing", Reading.Note::words);
    }

    @ParameterizedTest
    @CsvSource({"wasserstein", "wasserstein-gp", "relativistic"})
    void whereOnlyDifferencesCountTheGapIsTold(String loss) {
        Reading outputs = Reading.ofOutputs(loss(loss), Words.english());
        assertThat(outputs.guides()).isEmpty();
        assertThat(outputs.title()).isEqualTo("Discriminator’s scores s(x)");
        assertThat(note(outputs, Histories.empty())).isEqualTo("only the gap counts");
        History history = Histories.empty();
        history.add(Histories.metrics(1, 1, 1, 41.5, -3.25));
        assertThat(note(outputs, history)).isEqualTo("gap 44.75: only this counts");
    }

    private static String note(Reading outputs, History history) {
        List<Smoothed> curves =
                outputs.traces().stream().map(t -> Histories.smoothed(history, t, 100)).toList();
        return outputs.note(curves).orElseThrow().words();
    }

    private static Loss loss(String id) {
        return Loss.all().stream().filter(loss -> loss.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void aCriticsLossIsAGapAndHasItsZero() {
        assertThat(Reading.ofLosses(new Wasserstein(), Words.english()).guides())
                .singleElement()
                .returns(0.0, Reading.Guide::value);
    }
}
