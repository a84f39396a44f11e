package org.ganatelier.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.text.Words;
import org.ganatelier.train.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongToDoubleFunction;

class LogScaleTest {
    @Test
    void valuesAboveZeroAreOnALogarithmicAxis() {
        Scale scale = scale(step -> Math.pow(10, step / 100.0 - 2));

        assertThat(scale.mapping()).isEqualTo(new Mapping.Logarithmic());
        assertThat(scale.bottom()).isLessThanOrEqualTo(0.0103);
        assertThat(scale.top()).isGreaterThanOrEqualTo(1_000);
        assertThat(scale.ticks())
                .containsExactly(new double[] {0.01, 0.1, 1, 10, 100, 1_000}, within(1e-9));
    }

    @Test
    void aDecadeIsAsHighAsAnother() {
        Scale scale = new Scale(new Mapping.Logarithmic(), 0.1, 10, 1);

        assertThat(scale.share(0.1)).isZero();
        assertThat(scale.share(1)).isCloseTo(0.5, within(1e-12));
        assertThat(scale.value(0.5)).isCloseTo(1, within(1e-12));
    }

    @Test
    void valuesOfBothSignsAreLinearNearZeroAndLogarithmicBeyond() {
        Scale scale = scale(step -> step % 2 == 0 ? 250 : -3);

        assertThat(scale.mapping()).isEqualTo(new Mapping.Symmetric(0.1));
        assertThat(scale.bottom()).isLessThanOrEqualTo(-3);
        assertThat(scale.top()).isGreaterThanOrEqualTo(250);
        assertThat(scale.ticks()).contains(0, -1, 1, 100);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-250, -0.1, -0.04, 0, 0.03, 0.1, 7, 1e9})
    void thePlaceOfAValueLeadsBackToIt(double value) {
        var mapping = new Mapping.Symmetric(0.1);

        assertThat(mapping.value(mapping.at(value)))
                .isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
    }

    /** The linear part meets the logarithmic one where both are as steep. */
    @Test
    void theSymmetricAxisRisesWithoutAJump() {
        var mapping = new Mapping.Symmetric(0.1);
        double before = mapping.at(-10);
        for (double value = -9.99; value <= 10; value += 0.01) {
            double now = mapping.at(value);
            assertThat(now).isGreaterThan(before).isLessThan(before + 0.11);
            before = now;
        }
    }

    @Test
    void hugeAndTinyValuesHaveFewTicksWithShortLabels() {
        History history = Histories.empty();
        for (int step = 1; step <= 200; step++) {
            double value = Math.pow(10, step / 10.0 - 12);
            history.add(Histories.metrics(step, value, value, 0.5, 0.5));
        }
        Look logarithmic =
                new Look(XAxis.Unit.STEPS, Smoothing.NONE, Set.of(), true, Optional.empty());
        Frame frame =
                Histories.frame(
                        history, PlotKind.LOSSES, logarithmic, Frame.whole(history), 400, 200);
        List<String> labels =
                Ticks.ofValues(frame, Words.english()).stream().map(Ticks.Tick::label).toList();

        assertThat(labels).hasSizeBetween(3, 8).doesNotHaveDuplicates();
        assertThat(labels).allMatch(label -> label.length() <= 6);
    }

    @Test
    void theAxisStaysWhileItIsGoodEnough() {
        Scale first = scale(_ -> 1.7);

        assertThat(LogScale.of(curves(_ -> 1.8), List.of(), first)).isSameAs(first);
        assertThat(LogScale.of(curves(_ -> 900), List.of(), first).top()).isGreaterThan(899);
    }

    @Test
    void nothingMeasuredHasAnAxisToo() {
        assertThat(LogScale.of(List.of(), List.of(), Scale.UNIT).ticks()).isNotEmpty();
        assertThat(LogScale.of(List.of(), List.of(0.0), Scale.UNIT).top()).isPositive();
    }

    private static Scale scale(LongToDoubleFunction loss) {
        return LogScale.of(curves(loss), List.of(), Scale.UNIT);
    }

    private static List<Smoothed> curves(LongToDoubleFunction loss) {
        History history = Histories.empty();
        for (long step = 1; step <= 500; step++) {
            history.add(Histories.metrics(step, loss.applyAsDouble(step), 0.1, 0.5, 0.5));
        }
        PlotCurve trace =
                Reading.ofLosses(new NonSaturating(), Words.english()).traces().getFirst();
        return List.of(Histories.smoothed(history, trace, 400));
    }
}
