package org.ganatelier.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.ganatelier.exchange.ModelCode;
import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.session.Documents;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** The code of what is edited. */
@SuppressWarnings("NullAway.Init") // TestFX fills the fields before each test
class CodePanelTest extends ApplicationTest {
    private static final PseudoClass PLACED = PseudoClass.getPseudoClass("placed");
    private static final Place FIRST = new Place.Layer(Side.GENERATOR, 0);
    private static final Place LAST = new Place.Layer(Side.DISCRIMINATOR, 6);

    private final Experiment digits = Documents.preset("digits-plain");
    private final ObjectProperty<Outcome> outcome =
            new SimpleObjectProperty<>(Planner.check(digits));
    private final ObjectProperty<Optional<Place>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final Settings settings = Settings.forgetful();
    private CodePanel panel;
    private Stage stage;

    @Override
    public void start(Stage primary) {
        stage = primary;
        panel = new CodePanel(outcome, selected, settings, Words.english());
        var scene = new Scene(panel, 560, 400);
        scene.getStylesheets().add(getClass().getResource("/css/base.css").toExternalForm());
        scene.getStylesheets().add(getClass().getResource("/css/code.css").toExternalForm());
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void theWholeCodeStandsThereAndFollowsEdits() {
        assertThat(list().text()).isEqualTo(code(ModelFormat.KERAS, digits));
        Experiment larger = digits.withLatentSize(33);
        show(larger);
        assertThat(list().text()).isEqualTo(code(ModelFormat.KERAS, larger)).contains("33");
    }

    @Test
    void anotherFrameworkIsChosenAndRemembered() {
        clickOn("#code-tensorflow");
        assertThat(list().text()).isEqualTo(code(ModelFormat.TENSORFLOW, digits));
        assertThat(settings.choice("code-framework")).contains("tensorflow");
    }

    @Test
    void theLinesOfASelectedLayerAreMarkedAndComeIntoView() {
        select(LAST);
        List<CodeRow> marked = marked();
        assertThat(marked).isNotEmpty().allMatch(row -> row.place().equals(Optional.of(LAST)));
        assertThat(marked.getFirst().text()).contains("Dense(1");
        select(FIRST);
        assertThat(marked().getFirst().text()).contains("Dense(1568");
    }

    @Test
    void aLineThatIsClickedSelectsItsLayer() {
        clickOn(cell("Dense(1568"));
        assertThat(selected.get()).contains(FIRST);
        push(KeyCode.DOWN);
        push(KeyCode.DOWN);
        assertThat(selected.get()).contains(new Place.Layer(Side.GENERATOR, 1));
        clickOn(cell("import numpy"));
        assertThat(selected.get()).contains(new Place.Layer(Side.GENERATOR, 1));
    }

    @Test
    void allIsCopiedByTheButtonAndLinesByTheKeys() {
        clickOn("#code-copy");
        assertThat(clipboard()).isEqualTo(code(ModelFormat.KERAS, digits));
        assertThat(((Button) lookup("#code-copy").query()).getText()).isEqualTo("Copied");
        clickOn(cell("import keras"));
        press(KeyCode.SHIFT).push(KeyCode.DOWN).release(KeyCode.SHIFT);
        push(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(clipboard()).isEqualTo("import keras\nimport numpy as np\n");
    }

    @Test
    void whileProblemsStandItSaysThemAndShowsWhatIsPossible() {
        assertThat(lookup(".code-problem").tryQuery()).isEmpty();
        show(Documents.preset("article"));
        assertThat(lookup(".code-problem").queryAllAs(Labeled.class))
                .hasSize(3)
                .first()
                .satisfies(link -> assertThat(link.getText()).startsWith("Generator, layer 2: "));
        assertThat(list().text()).contains("def build_discriminator");
        Node first = lookup(".code-problem").query();
        clickOn(first);
        assertThat(selected.get()).contains(new Place.Layer(Side.GENERATOR, 1));
        show(digits);
        Node problems = lookup(".code-problems").query();
        assertThat(problems.isVisible()).isFalse();
    }

    @Test
    void stacksWithoutLayersHaveCodeToo() {
        Experiment empty = digits;
        for (Side side : Side.values()) {
            empty = empty.withNetwork(side, _ -> NetworkSpec.of());
        }
        show(empty);
        assertThat(list().text()).contains("def build_generator");
    }

    private void show(Experiment experiment) {
        interact(() -> outcome.set(Planner.check(experiment)));
        WaitForAsyncUtils.waitForFxEvents();
        lay();
    }

    private void select(Place place) {
        interact(() -> selected.set(Optional.of(place)));
        lay();
    }

    private void lay() {
        interact(
                () -> {
                    panel.applyCss();
                    panel.layout();
                });
    }

    private CodeList list() {
        return lookup("#code-lines").query();
    }

    private List<CodeRow> marked() {
        return lookup(".code-line").queryAllAs(CodeCell.class).stream()
                .filter(cell -> !cell.isEmpty() && cell.getPseudoClassStates().contains(PLACED))
                .map(CodeCell::getItem)
                .toList();
    }

    private CodeCell cell(String text) {
        return lookup(".code-line")
                .<CodeCell>match(cell -> !cell.isEmpty() && cell.getItem().text().contains(text))
                .query();
    }

    private String clipboard() {
        var text = new String[1];
        interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
        return text[0];
    }

    private static String code(ModelFormat format, Experiment experiment) {
        return ModelCode.of(format, Planner.check(experiment).plan()).orElseThrow().text();
    }
}
