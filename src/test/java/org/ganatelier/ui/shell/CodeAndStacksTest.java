package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.text.Language;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** The code beside the stacks: what is selected in one is marked in the other. */
class CodeAndStacksTest extends WindowCase {
    private static final PseudoClass PLACED = PseudoClass.getPseudoClass("placed");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    @Test
    void itComesAndGoesByTheSameKeys() {
        assertThat(lookup("#code-lines").tryQuery()).isEmpty();
        push(KeyCode.SHORTCUT, KeyCode.K);
        settle();
        assertThat(node("#code-lines").isVisible()).isTrue();
        push(KeyCode.SHORTCUT, KeyCode.K);
        settle();
        assertThat(lookup("#code-lines").tryQuery()).isEmpty();
    }

    @Test
    void fromBehindItComesToTheFront() {
        showCode();
        interact(() -> ((TabPane) node(".panel-tabs")).getSelectionModel().select(0));
        push(KeyCode.SHORTCUT, KeyCode.K);
        settle();
        assertThat(((TabPane) node(".panel-tabs")).getSelectionModel().getSelectedIndex())
                .isEqualTo(1);
    }

    @Test
    void aSelectedCardMarksItsLines() {
        showCode();
        clickOn(cards().get(2));
        settle();
        lay();
        assertThat(marked()).isNotEmpty();
        assertThat(session.selectedPlaceProperty().get())
                .contains(new Place.Layer(Side.GENERATOR, 2));
        interact(session.editor()::undo);
    }

    @Test
    void aPlaceThatIsSelectedElsewhereSelectsItsCardAndLeavesTheKeyboard() {
        showCode();
        interact(() -> node("#code-lines").requestFocus());
        Node owner = stage.getScene().getFocusOwner();
        select(new Place.Layer(Side.DISCRIMINATOR, 1));
        assertThat(selectedCards()).hasSize(1);
        assertThat(stage.getScene().getFocusOwner()).isSameAs(owner);
        select(new Place.Settings());
        assertThat(selectedCards()).isEmpty();
        assertThat(session.selectedPlaceProperty().get()).contains(new Place.Settings());
    }

    @Test
    void aPlaceThatIsGoneSelectsNothing() {
        select(new Place.Layer(Side.GENERATOR, 99));
        assertThat(selectedCards()).isEmpty();
    }

    @Test
    void inAnotherLanguageTheSameIsSelected() {
        showCode();
        clickOn(cards().get(2));
        interact(() -> window.speak(Language.GERMAN));
        settle();
        // What stands below the code takes its place in the first frame, the code in the second.
        lay();
        lay();
        assertThat(node("#code-lines").isVisible()).isTrue();
        assertThat(session.selectedPlaceProperty().get())
                .contains(new Place.Layer(Side.GENERATOR, 2));
        assertThat(marked()).isNotEmpty();
    }

    private void showCode() {
        push(KeyCode.SHORTCUT, KeyCode.K);
        settle();
        lay();
    }

    private void select(Place place) {
        interact(() -> session.selectedPlaceProperty().set(Optional.of(place)));
        settle();
    }

    private List<Node> cards() {
        return List.copyOf(lookup(".networks-layer").queryAll());
    }

    private List<Node> selectedCards() {
        return cards().stream()
                .filter(card -> card.getPseudoClassStates().contains(SELECTED))
                .toList();
    }

    private List<Node> marked() {
        return lookup(".code-line").queryAll().stream()
                .filter(line -> line.getPseudoClassStates().contains(PLACED))
                .toList();
    }
}
