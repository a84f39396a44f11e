package org.ganatelier.ui.networks;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.session.EditName;
import org.ganatelier.text.LayerText;
import org.ganatelier.text.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.concurrent.TimeoutException;

/** Adding, moving and removing layers by mouse and keyboard, in a real window. */
final class MoveLayersTest {
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
    void arrowsWalkThroughTheCards() {
        focus(G, 0);
        window.type(KeyCode.DOWN, 2);
        assertThat(window.focusOwner()).isSameAs(window.card(G, 2));
        window.type(KeyCode.RIGHT);
        assertThat(window.focusOwner()).isSameAs(window.card(D, 2));
        window.type(KeyCode.UP);
        assertThat(window.focusOwner()).isSameAs(window.card(D, 1));
        window.type(KeyCode.END);
        assertThat(window.focusOwner()).isSameAs(window.card(D, 4));
    }

    @Test
    void theTabKeyReachesEveryCard() {
        focus(G, 0);
        for (int i = 1; i < 6; i++) {
            window.type(KeyCode.TAB);
            assertThat(window.focusOwner()).isSameAs(window.card(G, i));
        }
    }

    @Test
    void aCardThatIsLookedForIsScrolledTo() throws TimeoutException {
        window.close();
        window = PanelWindow.open(classroom, 400);
        focus(G, 0);
        window.type(KeyCode.END);
        assertThat(isInView(window.card(G, 5))).isTrue();
        window.type(KeyCode.HOME);
        assertThat(isInView(window.card(G, 0))).isTrue();
        assertThat(isInView(window.card(G, 5))).isFalse();
    }

    @Test
    void keysMoveACardAndTheFocusGoesWithIt() {
        focus(D, 1);
        LayerCard card = window.card(D, 1);
        window.push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(window.names(D))
                .containsExactly("Conv2D", "BatchNorm", "Conv2D", "Flatten", "Dense");
        assertThat(window.card(D, 2)).isSameAs(card);
        assertThat(window.focusOwner()).isSameAs(card);
        window.push(KeyCode.ALT, KeyCode.UP);
        assertThat(window.experiment()).isEqualTo(classroom);
    }

    @Test
    void deleteRemovesAndTheNextCardHasTheFocus() {
        focus(D, 1);
        window.type(KeyCode.DELETE);
        assertThat(window.names(D)).containsExactly("Conv2D", "BatchNorm", "Flatten", "Dense");
        assertThat(window.focusOwner()).isSameAs(window.card(D, 1));
        window.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(window.experiment()).isEqualTo(classroom);
        assertThat(window.panel.isFocusWithin()).isTrue();
    }

    @Test
    void aStackCanBeEmptiedAndFilledAgainByKeyboardAlone() throws TimeoutException {
        focus(D, 0);
        window.type(KeyCode.DELETE, 5);
        assertThat(window.layers(D)).isEmpty();
        assertThat(window.focusOwner()).isSameAs(window.stack(D).addButton());
        window.type(KeyCode.SPACE);
        window.awaitPalette();
        window.type(KeyCode.DOWN, 2).type(KeyCode.SPACE);
        assertThat(window.names(D)).containsExactly("Flatten");
        assertThat(window.focusOwner()).isSameAs(window.card(D, 0));
        window.type(KeyCode.INSERT);
        window.awaitPalette();
        window.type(KeyCode.ENTER);
        assertThat(window.names(D)).containsExactly("Flatten", "Dense");
    }

    @Test
    void typingInThePaletteLeavesWhatFitsAndEnterTakesTheFirst() throws TimeoutException {
        focus(D, 1);
        window.type(KeyCode.INSERT);
        window.awaitPalette();
        assertThat(window.lookup(".networks-palette-title").<Label>query().getText())
                .isEqualTo("Add after Conv2D");
        window.write("norm");
        assertThat(palette()).containsExactlyInAnyOrder("BatchNorm", "LayerNorm");
        window.type(KeyCode.DOWN, 2);
        window.write("x");
        assertThat(palette()).isEmpty();
        window.push(KeyCode.SHORTCUT, KeyCode.A).write("drop").type(KeyCode.ENTER);
        assertThat(window.names(D).get(2)).isEqualTo("Dropout");
        assertThat(window.focusOwner()).isSameAs(window.card(D, 2));
    }

    private List<String> palette() {
        return window.lookup(".networks-palette-entry").queryAllAs(Button.class).stream()
                .map(Button::getText)
                .toList();
    }

    @Test
    void anUndoThatTakesTheLayerAwayLeavesTheFocusInItsNetwork() {
        focus(D, 4);
        window.push(KeyCode.SHORTCUT, KeyCode.D);
        assertThat(window.focusOwner()).isSameAs(window.card(D, 5));
        window.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(window.focusOwner()).isSameAs(window.card(D, 4));
    }

    @Test
    void aCopyStandsBehindItsOriginal() {
        focus(G, 1);
        window.push(KeyCode.SHORTCUT, KeyCode.D);
        assertThat(window.names(G)).startsWith("Dense", "BatchNorm", "BatchNorm", "Reshape");
        assertThat(window.focusOwner()).isSameAs(window.card(G, 2));
        assertThat(window.undoName()).isEqualTo("Duplicate BatchNorm");
    }

    @Test
    void aLayerOfThePaletteGoesBehindTheSelectedOne() {
        window.clickOn(window.title(window.card(G, 3)));
        window.clickOn(window.stack(G).addButton());
        assertThat(window.lookup("Add after Conv2DTranspose").tryQuery()).isPresent();
        window.clickOn("LayerNorm");
        assertThat(window.names(G).get(4)).isEqualTo("LayerNorm");
        assertThat(window.undoName()).isEqualTo("Add LayerNorm");
        assertThat(window.lookup(".networks-palette").tryQuery()).isEmpty();
    }

    @Test
    void thePaletteSaysWhatTheLayerDoesThatOneLooksAt() {
        window.clickOn(window.stack(G).addButton());
        window.moveTo("Dropout");
        assertThat(window.lookup(".networks-palette-sentence").queryLabeled().getText())
                .isEqualTo(LayerText.sentence(Words.english(), new Dropout(0.3)));
        window.type(KeyCode.ESCAPE);
        assertThat(window.lookup(".networks-palette").tryQuery()).isEmpty();
        assertThat(window.experiment()).isEqualTo(classroom);
    }

    @Test
    void aCardIsDraggedWithinItsStack() {
        window.drag(window.title(window.card(D, 0))).moveTo(below(window.card(D, 2)));
        assertThat(dropLine(D).isVisible()).isTrue();
        assertThat(dropLine(G).isVisible()).isFalse();
        window.drop();
        assertThat(window.names(D))
                .containsExactly("Conv2D", "BatchNorm", "Conv2D", "Flatten", "Dense");
        assertThat(dropLine(D).isVisible()).isFalse();
        assertThat(window.focusOwner()).isSameAs(window.card(D, 2));
    }

    @Test
    void aCardIsDraggedIntoTheOtherStack() {
        window.drag(window.title(window.card(G, 1))).moveTo(below(window.card(D, 0)));
        assertThat(dropLine(D).isVisible()).isTrue();
        window.drop();
        assertThat(window.names(G)).hasSize(5).doesNotHaveToString("BatchNorm");
        assertThat(window.names(D)).startsWith("Conv2D", "BatchNorm", "Conv2D");
        assertThat(window.undoName()).isEqualTo("Move BatchNorm to the discriminator");
    }

    @Test
    void aDragOutsideTheStacksOrAbandonedChangesNothing() {
        window.drag(window.title(window.card(D, 0))).moveTo(window.panel).moveBy(400, 0).drop();
        assertThat(window.experiment()).isEqualTo(classroom);
        window.drag(window.title(window.card(D, 0))).moveTo(below(window.card(D, 2)));
        window.type(KeyCode.ESCAPE);
        assertThat(dropLine(D).isVisible()).isFalse();
        window.moveBy(0, 20).drop();
        assertThat(window.experiment()).isEqualTo(classroom);
    }

    @Test
    void aDragEndsWhenTheStackChangesUnderIt() {
        addBehindTheScore();
        window.drag(window.title(window.card(D, 5))).moveTo(below(window.card(D, 1)));
        assertThat(dropLine(D).isVisible()).isTrue();
        window.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(dropLine(D).isVisible()).isFalse();
        window.moveBy(0, 20).drop();
        assertThat(window.experiment()).isEqualTo(classroom);

        // The card in the hand is still there: it is not moved in a stack that is another now.
        window.drag(window.title(window.card(D, 0))).moveTo(below(window.card(D, 2)));
        addBehindTheScore();
        Experiment changed = window.experiment();
        window.moveBy(0, 20).drop();
        assertThat(window.experiment()).isEqualTo(changed);
        window.drag(window.title(window.card(D, 0))).moveTo(below(window.card(D, 2))).drop();
        assertThat(window.undoName()).isEqualTo("Move Conv2D");
    }

    @Test
    void theMenuHasTheSameCommands() {
        menu(window.card(G, 0));
        assertThat(window.menuItem("Move up").isDisable()).isTrue();
        assertThat(window.menuItem("Move down").isDisable()).isFalse();
        window.clickOn("Duplicate");
        assertThat(window.names(G)).startsWith("Dense", "Dense", "BatchNorm");
        menu(window.card(G, 2));
        window.clickOn("Move to the other network");
        assertThat(window.names(D).get(2)).isEqualTo("BatchNorm");
        menu(window.card(D, 2));
        window.clickOn("Remove");
        menu(window.card(D, 0));
        window.clickOn("Edit");
        assertThat(window.card(D, 0).isOpen()).isTrue();
    }

    private void addBehindTheScore() {
        window.interact(
                () ->
                        window.editor.edit(
                                new EditName.AddLayer("Flatten"),
                                e -> e.withNetwork(D, n -> n.withInserted(5, new Flatten()))));
    }

    private void focus(Side side, int index) {
        window.clickOn(window.title(window.card(side, index)));
        assertThat(window.focusOwner()).isSameAs(window.card(side, index));
    }

    /** A point in the gap behind a card. */
    private Point2D below(LayerCard card) {
        var bounds = card.localToScreen(card.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getMaxY() + 4);
    }

    private Node dropLine(Side side) {
        return window.from(window.stack(side)).lookup(".networks-drop-line").query();
    }

    private boolean isInView(LayerCard card) {
        StackScroll scroll = window.stack(card.at().side()).scroll();
        var view = scroll.localToScene(scroll.getBoundsInLocal());
        var bounds = card.localToScene(card.getLayoutBounds());
        return view.getMinY() <= bounds.getMinY() && bounds.getMaxY() <= view.getMaxY();
    }

    /** Asks for the menu as the right button or the menu key of a keyboard does. */
    private void menu(LayerCard card) {
        var at = card.localToScreen(20, 10);
        window.interact(
                () ->
                        Event.fireEvent(
                                card,
                                new ContextMenuEvent(
                                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                        20,
                                        10,
                                        at.getX(),
                                        at.getY(),
                                        false,
                                        null)));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
