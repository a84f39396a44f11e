package org.ganatelier.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.ganatelier.text.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Words of the field in a window. */
@SuppressWarnings("NullAway.Init") // TestFX fills the fields before each test
class TermsTest extends ApplicationTest {
    private final Words words = Words.english();
    private final Label plain = new Label("Loss");
    private final Label hinted = new Label("D(x)");
    private final Button button = new Button("Other");
    private final Region shape = new Region();
    private final TabPane tabs = new TabPane(new Tab("Quality", new Label("inside")));
    private Stage stage;

    @Override
    public void start(Stage primary) {
        stage = primary;
        shape.setMinSize(40, 40);
        Hints.on(hinted, "D’s output here");
        Terms.on(plain, "loss", words);
        Terms.on(hinted, "d-of-x", words);
        Terms.on(shape, "noise", words);
        Terms.on(tabs.getTabs().getFirst(), "classifier", words);
        var scene = new Scene(new VBox(plain, hinted, shape, button, tabs), 300, 300);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void aTooltipSaysWhatATermIs() {
        Tooltip tooltip = plain.getTooltip();
        interact(() -> tooltip.show(stage));
        assertThat(tooltip.getText()).startsWith("Loss\nThe number that a network makes as small");
        assertThat(tooltip.getGraphic()).isInstanceOf(Label.class);
        interact(tooltip::hide);
    }

    @Test
    void aHintThatIsThereStays() {
        Tooltip tooltip = hinted.getTooltip();
        interact(() -> tooltip.show(stage));
        assertThat(tooltip.getText()).isEqualTo("D’s output here");
        assertThat(((Label) tooltip.getGraphic()).getText()).isEqualTo(words.say("term.more"));
        interact(tooltip::hide);
    }

    @Test
    void theTermUnderTheMouseComesBeforeThatAtTheKeyboard() {
        interact(() -> Terms.on(button, "step", words));
        interact(button::requestFocus);
        moveTo(button);
        assertThat(Terms.at(stage.getScene())).contains("step");
        moveTo(shape);
        assertThat(Terms.at(stage.getScene())).contains("noise");
        moveTo(plain);
        assertThat(Terms.at(stage.getScene())).contains("loss");
        moveTo("inside");
        assertThat(Terms.at(stage.getScene())).contains("step");
    }

    @Test
    void theHeadOfATabHasATerm() {
        moveTo(lookup(".tab-label").queryLabeled());
        assertThat(Terms.at(stage.getScene())).contains("classifier");
    }

    @Test
    void aLinkReachesWhatOpensTheGlossaryOfTheWindow() {
        List<String> opened = new ArrayList<>();
        interact(() -> Terms.openWith(stage.getScene(), opened::add));
        interact(() -> Terms.open(button, "logit"));
        assertThat(opened).containsExactly("logit");
    }
}
