package org.ganatelier.ui.networks;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.train.Metrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What weights are divided by, on the cards of their layers, in a real window. */
final class SigmaOnCardTest {
    private static final Side G = Side.GENERATOR;
    private static final Side D = Side.DISCRIMINATOR;
    private static final String HINT =
            "(sigma): the largest singular value of these weights, by which they are divided";

    private PanelWindow window;

    @BeforeEach
    void open() throws TimeoutException {
        window = PanelWindow.open(normalized(), 720);
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    /** Every layer of the preset that can be normalized is. */
    private static Experiment normalized() {
        var flags = new LinkedHashMap<String, String>();
        for (int layer : new int[] {0, 3, 5}) {
            flags.put("generator.layers." + layer + ".spectralNorm", "true");
        }
        for (int layer : new int[] {0, 1, 4}) {
            flags.put("discriminator.layers." + layer + ".spectralNorm", "true");
        }
        try {
            return ProjectJson.withOverrides(Experiments.preset("dcgan"), flags);
        } catch (ProjectException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void itStandsOnTheCardOfItsLayerAndOnNoOther() throws TimeoutException {
        assertThat(figure(D, 0).isManaged()).isFalse();
        tell(new Metrics.Sigma(D, 0, 1.8349), new Metrics.Sigma(D, 1, 12.06));
        await(D, 0, "σ 1.83");
        assertThat(figure(D, 0).isManaged()).isTrue();
        assertThat(figure(D, 1).getText()).isEqualTo("σ 12.1");
        assertThat(figure(D, 2).isManaged()).isFalse();
        assertThat(figure(G, 0).isManaged()).isFalse();
        assertThat(window.card(D, 0).getAccessibleHelp()).contains("\nσ 1.83 " + HINT);
        assertThat(window.card(G, 0).getAccessibleHelp()).doesNotContain(HINT);

        tell();
        await(D, 0, "");
        assertThat(figure(D, 0).isManaged()).isFalse();
        assertThat(window.card(D, 0).getAccessibleHelp()).doesNotContain(HINT);
    }

    @Test
    void aNewValueLeavesTheCardsAndWhatIsTypedAsTheyAre() throws TimeoutException {
        tell(new Metrics.Sigma(D, 0, 1.5));
        await(D, 0, "σ 1.50");
        List<LayerCard> before = window.stack(D).cards();
        window.openCard(D, 0);
        TextField filters = window.text(window.card(D, 0), "filters");
        window.write("2x");

        tell(new Metrics.Sigma(D, 0, 1.6));
        await(D, 0, "σ 1.60");
        assertThat(window.stack(D).cards()).isEqualTo(before);
        assertThat(window.text(window.card(D, 0), "filters")).isSameAs(filters);
        assertThat(filters.getText()).isEqualTo("2x");
        assertThat(window.focusOwner()).isSameAs(filters);
    }

    @Test
    void itIsWholeOnTheNarrowestCardsOfEveryKindOfLayer() throws TimeoutException {
        assertThat(window.panel.getWidth()).isLessThan(380);
        tell(
                new Metrics.Sigma(G, 0, 12.345),
                new Metrics.Sigma(G, 3, 12.345),
                new Metrics.Sigma(D, 0, 0.012345));
        await(D, 0, "σ 0.0123");
        for (Label label : List.of(figure(G, 0), figure(G, 3), figure(D, 0))) {
            assertThat(label.getWidth()).isGreaterThanOrEqualTo(label.prefWidth(-1));
            double end = label.localToScene(label.getLayoutBounds()).getMaxX();
            var card = label.getParent().getParent().getParent();
            assertThat(end)
                    .as(label.getText())
                    .isLessThanOrEqualTo(card.localToScene(card.getLayoutBounds()).getMaxX());
        }
    }

    private Label figure(Side side, int index) {
        return window.from(window.card(side, index)).lookup(".networks-card-figure").query();
    }

    private void tell(Metrics.Sigma... sigmas) {
        window.interact(() -> window.sigmas.set(List.of(sigmas)));
    }

    /** Until it is painted: within a fifteenth of a second. */
    private void await(Side side, int index, String text) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> text.equals(figure(side, index).getText()));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
