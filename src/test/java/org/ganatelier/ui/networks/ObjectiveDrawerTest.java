package org.ganatelier.ui.networks;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.objective.LeastSquares;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.session.EditName;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Card;
import org.ganatelier.ui.widget.Terms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** The objective in full, by mouse and keyboard, in a real window. */
final class ObjectiveDrawerTest {
    private final Experiment classroom = Experiments.classroom();
    private PanelWindow window;
    private Card card;
    private Parent drawer;

    @BeforeEach
    void open() throws TimeoutException {
        open(classroom);
    }

    private void open(Experiment experiment) throws TimeoutException {
        window = PanelWindow.open(experiment, 720);
        card = window.from(window.panel).lookup(".networks-objective").query();
        drawer = window.from(window.panel).lookup(".objective-drawer").query();
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    @Test
    void itComesInPlaceOfTheStacksAndGoesAgain() {
        assertThat(drawer.isVisible()).isFalse();
        window.doubleClickOn(window.title(card));
        assertThat(drawer.isVisible()).isTrue();
        assertThat(window.stack(Side.GENERATOR).getParent().getParent().isVisible()).isFalse();
        assertThat(window.focusOwner()).isSameAs(kind("Non-saturating"));
        window.type(KeyCode.ESCAPE);
        assertThat(drawer.isVisible()).isFalse();
        assertThat(window.focusOwner()).isSameAs(card);
        window.type(KeyCode.ENTER);
        assertThat(drawer.isVisible()).isTrue();
        window.clickOn(button("Back to the layers"));
        assertThat(drawer.isVisible()).isFalse();
    }

    @Test
    void itBeginsAtItsTopEachTimeItOpens() {
        window.interact(card::open);
        TabPane tabs = window.from(drawer).lookup(".tab-pane").query();
        var page = (ScrollPane) tabs.getTabs().getFirst().getContent();
        window.interact(
                () -> {
                    page.setVvalue(1);
                    tabs.getSelectionModel().select(2);
                });
        window.type(KeyCode.ESCAPE);
        window.interact(card::open);
        assertThat(tabs.getSelectionModel().getSelectedIndex()).isZero();
        assertThat(page.getVvalue()).isZero();
    }

    @Test
    void whatIsLookedAtIsExplainedAndOnlyWhatIsClickedIsChosen() {
        window.interact(card::open);
        window.moveTo(kind("Hinge"));
        assertThat(formulas()).contains("max(0, 1 − s(x)) + max(0, 1 + s(G(z)))", "−s(G(z))");
        assertThat(window.experiment()).isEqualTo(classroom);
        window.clickOn(kind("Least squares"));
        assertThat(window.experiment().objective()).isEqualTo(new Objective(new LeastSquares()));
        assertThat(window.undoName()).isEqualTo("Change objective");
        assertThat(formulas()).contains("½ (s(x) − 1)² + ½ s(G(z))²");
        assertThat(paper().getText()).isEqualTo("Mao et al. 2016, arXiv:1611.04076");
        assertThat(paper().isEditable()).isFalse();
    }

    @Test
    void eachLossLeadsToTheGlossary() {
        window.interact(card::open);
        window.moveTo(kind("Hinge"));
        assertThat(Terms.at(drawer.getScene())).contains("hinge");
        window.moveTo(card);
        window.interact(kind("Least squares")::requestFocus);
        assertThat(Terms.at(drawer.getScene())).contains("least-squares");
        assertThat(kind("Hinge").getTooltip().getGraphic()).isInstanceOf(Label.class);
    }

    @Test
    void theFormulaFollowsWhatIsAddedAndNothingBelowItJumps() {
        window.interact(card::open);
        assertHeightsAlike();
        type("label smoothing", "0.1");
        assertThat(formulas())
                .contains(
                        "−(1 − α) log σ(s(x)) − α log(1 − σ(s(x))) − log(1 − σ(s(G(z))))",
                        "−log σ(s(G(z)))");
        type("R1 penalty", "5");
        window.moveTo(kind("Hinge"));
        assertThat(formulas()).contains("max(0, 1 − s(x)) + max(0, 1 + s(G(z))) + ½ γ |∂s/∂x|²");
        assertHeightsAlike();
    }

    /** Of the box of formulas, whatever kind is looked at. */
    private void assertHeightsAlike() {
        Region box =
                window.from(drawer)
                        .lookup(".objective-formulas")
                        .match((Region each) -> each.lookup(".objective-losses") != null)
                        .query();
        var heights = new HashSet<Double>();
        for (Loss each : Loss.all()) {
            window.interact(
                    kind(Words.english().say("objective.loss." + each.id() + ".title"))
                            ::requestFocus);
            window.interact(window.panel::layout);
            heights.add(box.getHeight());
        }
        assertThat(heights).hasSize(1);
    }

    @Test
    void theArrowsLookThroughTheKindsAndEnterChooses() {
        window.interact(card::open);
        window.type(KeyCode.DOWN, 3).type(KeyCode.UP);
        assertThat(window.experiment()).isEqualTo(classroom);
        assertThat(paper().getText()).contains("Mao");
        window.type(KeyCode.ENTER);
        assertThat(window.experiment().objective().loss()).isEqualTo(new LeastSquares());
        window.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(window.experiment()).isEqualTo(classroom);
        assertThat(kind("Non-saturating").isSelected()).isTrue();
    }

    @Test
    void labelsAreChosenOnTheThirdPageAndTakenBack() {
        window.interact(card::open);
        TabPane tabs = window.from(drawer).lookup(".tab-pane").query();
        window.interact(() -> tabs.getSelectionModel().select(2));
        window.clickOn(kind("Projection"));
        assertThat(window.experiment())
                .isEqualTo(classroom.withConditioning(Conditioning.PROJECTION));
        assertThat(window.undoName()).isEqualTo("Change labels");
        window.type(KeyCode.UP).type(KeyCode.ENTER);
        assertThat(window.experiment().conditioning()).isEqualTo(Conditioning.CHANNELS);
        window.push(KeyCode.SHORTCUT, KeyCode.Z).push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(window.experiment()).isEqualTo(classroom);
        assertThat(kind("None").isSelected()).isTrue();
    }

    @Test
    void aValueIsTypedWithoutTheDrawerGoing() {
        window.interact(card::open);
        type("R1 penalty", "5");
        assertThat(window.experiment().objective().r1().gamma()).isEqualTo(5);
        assertThat(window.undoName()).isEqualTo("Change R1 penalty");
        assertThat(drawer.isVisible()).isTrue();
        type("R1 interval", "4");
        assertThat(window.experiment().objective().r1().interval()).isEqualTo(4);
        type("R1 interval", "0");
        assertThat(window.messages(drawer))
                .containsExactly("R1’s interval must be between 1 and 1000 updates");
        assertThat(window.experiment().objective().r1().interval()).isEqualTo(4);
    }

    @Test
    void theOptimizersStandSideBySideOnTheSecondPage() {
        window.interact(card::open);
        showTraining();
        type("D’s learning rate", "2e-4");
        type("G’s EMA decay", "0.99");
        type("batch size", "32");
        assertThat(window.experiment().training().discriminatorOptimizer().learningRate())
                .isEqualTo(2e-4);
        assertThat(window.experiment().training().averageDecay()).isEqualTo(0.99);
        assertThat(window.experiment().training().batchSize()).isEqualTo(32);
        window.interact(() -> window.choice(drawer, "D’s optimizer").requestFocus());
        window.type(KeyCode.SPACE).type(KeyCode.DOWN, 3).type(KeyCode.ENTER);
        assertThat(window.experiment().training().discriminatorOptimizer().kind())
                .isEqualTo(OptimizerSpec.Kind.SGD);
        type("D’s momentum", "0.8");
        assertThat(window.experiment().training().discriminatorOptimizer().beta1()).isEqualTo(0.8);
        assertThat(card.getAccessibleText()).contains("SGD D");
    }

    @Test
    void whatAPenaltyCannotBearIsSaidOnceHereWithItsRemedies() {
        LayerSpec norm = classroom.discriminator().layers().get(2);
        window.interact(
                () ->
                        window.editor.edit(
                                new EditName.AddLayer("BatchNorm"),
                                e ->
                                        e.withNetwork(
                                                Side.DISCRIMINATOR, n -> n.withInserted(3, norm))));
        window.interact(card::open);
        assertThat(problems()).isEmpty();
        window.clickOn(kind("Wasserstein, gradient penalty"));
        assertThat(window.editor.outcomeProperty().get().problems()).hasSize(2);
        assertThat(problems()).singleElement().asString().startsWith("BatchNorm lets");
        List<Hyperlink> links = window.links(drawer);
        assertThat(links).extracting(Hyperlink::getText).contains("Use LayerNorm");
        window.clickOn(links.getFirst());
        assertThat(window.editor.outcomeProperty().get().problems()).isEmpty();
        assertThat(problems()).isEmpty();
        assertThat(drawer.isVisible()).isTrue();
    }

    @Test
    void aProblemOnALayerThatIsNotTheObjectivesStaysOnItsCard() throws TimeoutException {
        window.close();
        open(Experiments.preset("article"));
        window.interact(card::open);
        assertThat(window.editor.outcomeProperty().get().problems()).isNotEmpty();
        assertThat(problems()).isEmpty();
        window.interact(() -> window.panel.reveal(new Place.Layer(Side.DISCRIMINATOR, 0)));
        assertThat(drawer.isVisible()).isFalse();
        assertThat(window.focusOwner()).isSameAs(window.card(Side.DISCRIMINATOR, 0));
    }

    private void showTraining() {
        TabPane tabs = window.from(drawer).lookup(".tab-pane").query();
        window.interact(() -> tabs.getSelectionModel().select(1));
    }

    private void type(String name, String text) {
        TextField field = window.text(drawer, name);
        window.interact(field::requestFocus);
        window.push(KeyCode.SHORTCUT, KeyCode.A).write(text).type(KeyCode.ENTER);
    }

    private RadioButton kind(String title) {
        return window.from(drawer).lookup(".radio-button").<RadioButton>queryAll().stream()
                .filter(button -> button.getText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private Node button(String text) {
        return window.from(drawer).lookup(text).query();
    }

    private TextField paper() {
        return window.from(drawer)
                .lookup(".objective-paper")
                .match((Node node) -> node.getParent().lookup(".objective-losses") != null)
                .query();
    }

    private List<String> formulas() {
        return window.from(drawer).lookup(".objective-formula").<Label>queryAll().stream()
                .map(label -> label.getText().replace('\u00a0', ' '))
                .toList();
    }

    private List<String> problems() {
        return window.from(drawer).lookup(".networks-problem").<Label>queryAll().stream()
                .map(Label::getText)
                .toList();
    }
}
