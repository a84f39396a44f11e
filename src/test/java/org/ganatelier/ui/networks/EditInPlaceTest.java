package org.ganatelier.ui.networks;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.plan.Told;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.session.EditName;
import org.ganatelier.ui.widget.Card;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.TimeoutException;

/** Fields on the cards, by mouse and keyboard, in a real window. */
final class EditInPlaceTest {
    private static final Side G = Side.GENERATOR;
    private static final Side D = Side.DISCRIMINATOR;

    private final Experiment classroom = Experiments.classroom();
    private PanelWindow window;

    @BeforeEach
    void open() throws TimeoutException {
        window = PanelWindow.open(classroom, 720);
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    @Test
    void aTypedValueIsOneEditAndTheShapesFollow() {
        window.openCard(D, 0);
        window.write("24").type(KeyCode.ENTER);
        assertThat(window.layers(D).getFirst())
                .isEqualTo(new Conv2D(24, 4, 2, Padding.SAME, true, new Activation.LeakyReLU(0.2)));
        assertThat(window.shape(D, 1)).isEqualTo("↓ 14×14×24");
        assertThat(window.card(D, 0).isOpen()).isFalse();
        assertThat(window.focusOwner()).isSameAs(window.card(D, 0));
        assertThat(window.undoName()).isEqualTo("Change filters");
        window.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(window.experiment()).isEqualTo(classroom);
        assertThat(window.undoName()).isEmpty();
    }

    @Test
    void firstWeightsAreChosenInTheMenuOfTheHeading() {
        MenuButton menu = window.from(window.panel).lookup(".networks-weights").query();
        assertThat(menu.getTooltip().getText().lines())
                .startsWith(
                        "Initial weights of the generator: Glorot uniform",
                        "Initial weights of the discriminator: Glorot uniform");
        window.clickOn(menu);
        window.clickOn("Initial weights of the discriminator: Glorot uniform");
        window.clickOn("Orthogonal: no direction grows or fades; for deep networks");
        assertThat(window.experiment().discriminator().initialization())
                .isEqualTo(Initialization.ORTHOGONAL);
        assertThat(window.experiment().generator()).isEqualTo(classroom.generator());
        assertThat(menu.getAccessibleText())
                .contains("Initial weights of the discriminator: Orthogonal");
        assertThat(window.undoName()).isEqualTo("Change D’s initial weights");
        window.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(window.experiment()).isEqualTo(classroom);
    }

    @Test
    void spectralNormalizationIsASwitchOfTheCard() {
        window.openCard(D, 0);
        window.clickOn(window.flag(window.card(D, 0), "spectral normalization"));
        assertThat(window.layers(D).getFirst())
                .isEqualTo(
                        new Conv2D(16, 4, 2, Padding.SAME, true, new Activation.LeakyReLU(0.2))
                                .withSpectralNorm(true));
        assertThat(window.undoName()).isEqualTo("Change spectral normalization");
        window.type(KeyCode.ESCAPE);
        assertThat(window.card(D, 0).getAccessibleText()).contains("spectral norm");
    }

    @Test
    void eachKeystrokeIsNoEdit() {
        window.openCard(D, 0);
        window.write("24");
        assertThat(window.experiment()).isEqualTo(classroom);
        window.type(KeyCode.TAB);
        assertThat(window.undoName()).isEqualTo("Change filters");
        assertThat(window.focusOwner()).isSameAs(window.text(window.card(D, 0), "kernel"));
    }

    @Test
    void whatIsNoValueStaysWithAMessageAndNeverReachesTheExperiment() {
        window.openCard(D, 0);
        LayerCard card = window.card(D, 0);
        TextField filters = window.text(card, "filters");
        window.write("2x");
        assertThat(window.messages(card)).containsExactly("Type a whole number, such as 16");
        window.type(KeyCode.ENTER);
        window.leave();
        window.openCard(D, 1);
        assertThat(card.isOpen()).isTrue();
        assertThat(filters.getText()).isEqualTo("2x");
        assertThat(window.experiment()).isEqualTo(classroom);
        window.typeOver(filters, "20");
        assertThat(window.messages(card)).isEmpty();
        window.type(KeyCode.ENTER);
        assertThat(window.experiment()).isNotEqualTo(classroom);
        assertThat(card.isOpen()).isFalse();
    }

    @Test
    void aValueTheLayerRefusesIsExplainedInItsWords() {
        window.openCard(D, 0);
        window.write("0").type(KeyCode.ENTER);
        assertThat(window.messages(window.card(D, 0)))
                .containsExactly("Conv2D needs at least one filter");
        assertThat(window.experiment()).isEqualTo(classroom);
    }

    @Test
    void escapeForgetsWhatWasTyped() {
        window.openCard(D, 0);
        window.write("24").type(KeyCode.ESCAPE);
        assertThat(window.card(D, 0).isOpen()).isFalse();
        assertThat(window.experiment()).isEqualTo(classroom);
        assertThat(window.focusOwner()).isSameAs(window.card(D, 0));
    }

    @Test
    void anUndoElsewhereDoesNotTakeHalfTypedTextAway() {
        window.openCard(D, 0);
        window.write("24").type(KeyCode.TAB).write("5x");
        window.interact(window.editor::undo);
        TextField kernel = window.text(window.card(D, 0), "kernel");
        assertThat(window.text(window.card(D, 0), "filters").getText()).isEqualTo("16");
        assertThat(kernel.getText()).isEqualTo("5x");
        assertThat(window.focusOwner()).isSameAs(kernel);
    }

    @Test
    void undoInAFieldWithNothingTypedMeansTheExperiment() {
        window.openCard(D, 0);
        window.write("24").type(KeyCode.TAB);
        window.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(window.experiment()).isEqualTo(classroom);
        assertThat(window.text(window.card(D, 0), "filters").getText()).isEqualTo("16");
    }

    @Test
    void anActivationIsChosenAndBringsItsSlope() {
        window.openCard(D, 1);
        LayerCard card = window.card(D, 1);
        window.interact(() -> window.choice(card, "activation").requestFocus());
        window.type(KeyCode.SPACE).type(KeyCode.DOWN, 2).type(KeyCode.ENTER);
        assertThat(window.layers(D).get(1))
                .isEqualTo(
                        new Conv2D(32, 4, 2, Padding.SAME, false, new Activation.LeakyReLU(0.2)));
        assertThat(window.undoName()).isEqualTo("Change activation");
        window.typeOver(window.text(card, "slope"), "0,3");
        window.type(KeyCode.ENTER);
        assertThat(window.layers(D).get(1).toString()).contains("slope=0.3");
    }

    @Test
    void aCheckBoxIsAnEdit() {
        window.openCard(D, 1);
        window.clickOn(window.flag(window.card(D, 1), "bias"));
        assertThat(((Conv2D) window.layers(D).get(1)).bias()).isTrue();
        assertThat(window.undoName()).isEqualTo("Change bias");
    }

    @Test
    void aReshapeIsTypedAsAShape() {
        window.openCard(G, 2);
        window.write("7x7x32").type(KeyCode.ENTER);
        assertThat(window.undoName()).isEmpty();
        window.openCard(G, 2);
        window.write("14x14x8").type(KeyCode.ENTER);
        assertThat(window.layers(G).get(2)).isEqualTo(new Reshape(new Shape.Image(14, 14, 8)));
    }

    @Test
    void theNoiseIsEditedInItsPill() {
        window.typeOver(window.text(window.stack(G), "noise size"), "100");
        window.type(KeyCode.ENTER);
        assertThat(window.experiment()).isEqualTo(classroom.withLatentSize(100));
        assertThat(window.shape(G, 0)).isEqualTo("↓ 100");
    }

    @Test
    void onlyOneCardIsOpenAtATime() {
        window.openCard(D, 0);
        window.openCard(G, 0);
        assertThat(window.card(D, 0).isOpen()).isFalse();
        assertThat(window.card(G, 0).isOpen()).isTrue();
    }

    @Test
    void aFixIsALinkOnTheCardWithTheProblem() throws TimeoutException {
        window.close();
        window = PanelWindow.open(Experiments.preset("article"), 720);
        Told problem = Told.all(window.experiment()).getFirst();
        var at = (Problem.Place.Layer) problem.place();
        LayerCard card = window.card(at.side(), at.index());
        Hyperlink link = window.links(card).getFirst();
        assertThat(card.getAccessibleText()).contains("Problem: " + problem.message());
        window.clickOn(link);
        assertThat(window.undoName()).isEqualTo(problem.labels().getFirst());
        assertThat(window.focusOwner()).isSameAs(window.card(at.side(), at.index()));
        assertThat(window.editor.outcomeProperty().get().problems())
                .extracting(Problem::violation)
                .doesNotContain(problem.problem().violation());
        assertThat(window.panel.isFocusWithin()).isTrue();
    }

    @Test
    void whatIsNotFinishedLooksOtherThanWhatIsWrong() {
        var rejected = PseudoClass.getPseudoClass("rejected");
        var unfinished = PseudoClass.getPseudoClass("unfinished");
        window.interact(
                () ->
                        window.editor.edit(
                                new EditName.ChangeSeed(),
                                e ->
                                        e.withNetwork(
                                                G,
                                                _ ->
                                                        NetworkSpec.of(
                                                                e.generator()
                                                                        .layers()
                                                                        .getFirst()))));
        LayerCard building = window.card(G, 0);
        assertThat(building.getPseudoClassStates()).contains(unfinished).doesNotContain(rejected);
        assertThat(building.getAccessibleText()).contains("Not finished: ");
        assertThat(window.links(building)).hasSizeBetween(1, 2);
        assertThat(window.from(building).lookup(".networks-problem").queryAll()).isEmpty();

        window.interact(
                () ->
                        window.editor.edit(
                                new EditName.ChangeSeed(),
                                e ->
                                        e.withNetwork(
                                                G,
                                                n ->
                                                        n.withInserted(
                                                                1,
                                                                e.discriminator()
                                                                        .layers()
                                                                        .getFirst()))));
        LayerCard wrong = window.card(G, 1);
        assertThat(wrong.getPseudoClassStates()).contains(rejected).doesNotContain(unfinished);
        assertThat(wrong.getAccessibleText()).contains("Problem: ");
    }

    @Test
    void aNoiseThatIsTooLongIsToldWhereItStands() {
        TextField size = window.text(window.stack(G), "noise size");
        window.typeOver(size, "2000000000");
        window.type(KeyCode.ENTER);
        assertThat(window.messages(window.stack(G)))
                .containsExactly("The noise’s size must be between 1 and 1024");
        window.type(KeyCode.ESCAPE);
        window.interact(
                () ->
                        window.editor.edit(
                                new EditName.ChangeSeed(), e -> e.withLatentSize(2_000_000_000)));
        assertThat(window.from(window.stack(G)).lookup(".networks-problem").<Label>query())
                .satisfies(label -> assertThat(label.getText()).contains("noise values"))
                .satisfies(label -> assertThat(label.isWrapText()).isTrue());
        assertThat(
                        window.from(window.panel)
                                .lookup(".networks-objective .networks-problem")
                                .queryAll())
                .isEmpty();
    }

    @Test
    void aWarningIsToldOnItsCardWithoutRejectingIt() throws TimeoutException {
        window.close();
        window = PanelWindow.open(Experiments.preset("tutorial"), 720);
        LayerCard card = window.card(G, 5);
        assertThat(window.from(card).lookup(".networks-warning").queryAll()).hasSize(1);
        assertThat(window.from(card).lookup(".networks-problem").queryAll()).isEmpty();
        assertThat(card.getAccessibleText()).contains("Warning: Kernel 5 is not divisible");
        assertThat(card.getPseudoClassStates())
                .contains(PseudoClass.getPseudoClass("warned"))
                .doesNotContain(PseudoClass.getPseudoClass("rejected"));
        window.interact(window.links(card).getFirst()::fire);
        assertThat(window.from(card).lookup(".networks-warning").queryAll()).isEmpty();
        assertThat(window.undoName()).isEqualTo("Set kernel to 4");
    }

    @Test
    void aProblemOfAWholeNetworkStandsAtItsEndAndOneOfASettingOnTheObjective()
            throws TimeoutException {
        window.close();
        window =
                PanelWindow.open(
                        Experiments.with(classroom.generator().layers(), List.of())
                                .withTraining(t -> t.withBatchSize(1_000_000)),
                        720);
        TargetPill target = window.from(window.stack(D)).lookup(".networks-target").query();
        assertThat(window.links(target)).isNotEmpty();
        Card objective = window.from(window.panel).lookup(".networks-objective").query();
        assertThat(objective.getAccessibleText()).contains("Problem: ");
        assertThat(window.links(objective)).isNotEmpty();
    }

    @Test
    void focusAndScrollPositionSurviveAnEdit() throws TimeoutException {
        window.close();
        window = PanelWindow.open(classroom, 420);
        window.scrollDown(G);
        double offset = window.stack(G).scroll().offset();
        assertThat(offset).isPositive();
        window.openCard(G, 3);
        LayerCard card = window.card(G, 3);
        TextField filters = window.text(card, "filters");
        double before = window.stack(G).scroll().offset();
        window.write("20").type(KeyCode.TAB);
        assertThat(window.stack(G).scroll().offset()).isEqualTo(before);
        assertThat(window.card(G, 3)).isSameAs(card);
        assertThat(window.text(card, "filters")).isSameAs(filters);
        assertThat(window.focusOwner()).isSameAs(window.text(card, "kernel"));
    }
}
