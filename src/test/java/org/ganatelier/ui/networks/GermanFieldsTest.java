package org.ganatelier.ui.networks;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.TimeoutException;

/** Fields of a window that speaks German. */
final class GermanFieldsTest {
    private static final Side D = Side.DISCRIMINATOR;

    private final Experiment classroom = Experiments.classroom();
    private PanelWindow window;

    @BeforeEach
    void open() throws TimeoutException {
        window = PanelWindow.open(classroom, 720, Words.of(Language.GERMAN));
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    @Test
    void aValueThatALayerRefusesIsExplainedInGerman() {
        window.openCard(D, 0);
        window.write("0").type(KeyCode.ENTER);
        assertThat(window.messages(window.card(D, 0)))
                .containsExactly("Conv2D braucht mindestens einen Filter");
        assertThat(window.experiment()).isEqualTo(classroom);
    }

    @Test
    void textThatIsNoNumberIsExplainedInGerman() {
        window.openCard(D, 0);
        window.write("2x").type(KeyCode.ENTER);
        assertThat(window.messages(window.card(D, 0)))
                .containsExactly("Eine ganze Zahl eingeben, z. B. 16");
    }
}
