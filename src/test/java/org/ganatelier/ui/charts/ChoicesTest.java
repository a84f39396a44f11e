package org.ganatelier.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Set;

class ChoicesTest {
    @TempDir Path folder;

    @Test
    void atFirstThereAreTheLossesAndTheOutputs() {
        var choices = new Choices(Settings.forgetful());

        assertThat(choices.shownProperty().get())
                .containsExactlyInAnyOrder(PlotKind.LOSSES, PlotKind.OUTPUTS);
        assertThat(choices.logarithmicProperty().get())
                .containsExactlyInAnyOrder(PlotKind.DISTANCE, PlotKind.GRADIENTS);
        assertThat(choices.unitProperty().get()).isEqualTo(XAxis.Unit.STEPS);
        assertThat(choices.smoothingProperty().get()).isEqualTo(Smoothing.NORMAL);
        assertThat(choices.hiddenProperty().get()).isEmpty();
    }

    @Test
    void everyChoiceIsThereAtTheNextStart() {
        var settings = new Settings(folder);
        var choices = new Choices(settings);
        choices.show(PlotKind.GRADIENTS, true);
        choices.show(PlotKind.OUTPUTS, false);
        choices.setLogarithmic(PlotKind.LOSSES, true);
        choices.unitProperty().set(XAxis.Unit.SECONDS);
        choices.smoothingProperty().set(Smoothing.NONE);
        choices.toggle(generatorsLoss());
        settings.save();

        var next = new Choices(new Settings(folder));
        assertThat(next.shownProperty().get())
                .containsExactlyInAnyOrder(PlotKind.LOSSES, PlotKind.GRADIENTS);
        assertThat(next.logarithmicProperty().get())
                .containsExactlyInAnyOrder(PlotKind.LOSSES, PlotKind.DISTANCE, PlotKind.GRADIENTS);
        assertThat(next.unitProperty().get()).isEqualTo(XAxis.Unit.SECONDS);
        assertThat(next.smoothingProperty().get()).isEqualTo(Smoothing.NONE);
        assertThat(next.hiddenProperty().get()).containsExactly("g_loss");
    }

    @Test
    void whatWasTurnedOffStaysOff() {
        var settings = Settings.forgetful();
        var choices = new Choices(settings);
        choices.setLogarithmic(PlotKind.DISTANCE, false);
        choices.setLogarithmic(PlotKind.GRADIENTS, false);
        choices.toggle(generatorsLoss());
        choices.toggle(generatorsLoss());

        assertThat(new Choices(settings).logarithmicProperty().get()).isEmpty();
        assertThat(new Choices(settings).hiddenProperty().get()).isEmpty();
    }

    @Test
    void theLastPlotStays() {
        var choices = new Choices(Settings.forgetful());
        choices.show(PlotKind.OUTPUTS, false);
        choices.show(PlotKind.LOSSES, false);

        assertThat(choices.shownProperty().get()).isEqualTo(Set.of(PlotKind.LOSSES));
    }

    @Test
    void whatNoVersionWroteIsForgotten() {
        var settings = Settings.forgetful();
        settings.setChoice("charts-plots", "nonsense");
        settings.setChoice("charts-axis", "parsecs");

        assertThat(new Choices(settings).shownProperty().get()).isNotEmpty();
        assertThat(new Choices(settings).unitProperty().get()).isEqualTo(XAxis.Unit.STEPS);
    }

    private static PlotCurve generatorsLoss() {
        return PlotSpec.of(PlotKind.LOSSES, Words.english())
                .reading()
                .apply(Histories.material(Histories.empty()))
                .traces()
                .getFirst();
    }
}
