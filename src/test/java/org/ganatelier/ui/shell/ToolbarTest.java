package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;

import org.ganatelier.data.BundledSet;
import org.ganatelier.data.Catalog;
import org.ganatelier.session.Documents;
import org.ganatelier.session.EditName;
import org.junit.jupiter.api.Test;
import org.testfx.util.NodeQueryUtils;

import java.util.List;
import java.util.concurrent.TimeoutException;

/** The line of commands keeps its places, and loses nothing in a narrow window. */
class ToolbarTest extends WindowCase {
    @Test
    void whatIsInTheMiddleStaysWhateverPresetAndDataAreCalled() {
        List<Double> before = places();
        for (String preset : Documents.presets()) {
            interact(
                    () ->
                            session.editor()
                                    .edit(
                                            new EditName.LoadPreset(preset),
                                            _ -> Documents.preset(preset)));
            lay();
            assertThat(places()).as(preset).isEqualTo(before);
        }
        for (BundledSet set : Catalog.all()) {
            interact(
                    () ->
                            session.editor()
                                    .edit(
                                            new EditName.UseData(set.spec()),
                                            e -> e.withData(set.spec())));
            lay();
            assertThat(places()).as(set.title()).isEqualTo(before);
        }
    }

    @Test
    void whatHasNoRoomIsInTheMenuAndComesBack() {
        assertThat(inMenu()).doesNotContain("Reset", "Undo", "Redo", "New seed", "Light or dark");
        resize(540, 500);
        assertThat(shown("#undo", "#redo", "#seed", "#theme")).containsOnly(false);
        assertThat(shown("#presets", "#train", "#step", "#more")).containsOnly(true);
        assertThat(inMenu()).contains("Undo", "Redo", "New seed", "Light or dark");
        resize(1366, 768);
        assertThat(shown("#reset", "#undo", "#redo", "#seed", "#theme")).containsOnly(true);
    }

    /** Labels give way first where a control is wider than was reckoned. */
    @Test
    void noWordIsCutAtAnyWidth() {
        for (int width = 1366; width >= 540; width -= 13) {
            resize(width, 600);
            assertThat(lookup(".main-toolbar .label").queryAllAs(Label.class))
                    .as("at a width of %d", width)
                    .filteredOn(label -> NodeQueryUtils.isVisible().test(label))
                    .filteredOn(label -> !label.getStyleClass().contains("experiment-name"))
                    .filteredOn(label -> label.getWidth() < label.prefWidth(-1) - 1)
                    .extracting(Label::getText)
                    .isEmpty();
        }
    }

    @Test
    void aClickedButtonLeavesTheKeyboardToTheSpaceBar() throws TimeoutException {
        Node card = node(".networks-layer");
        for (String button : List.of("#dice", "#undo", "#theme", "#step")) {
            interact(card::requestFocus);
            clickOn(button);
            assertThat(stage.getScene().getFocusOwner()).as(button).isSameAs(card);
        }
        interact(node("#seed")::requestFocus);
        clickOn("#reset");
        assertThat(stage.getScene().getFocusOwner()).isSameAs(node("#train"));
        waitUntil(() -> !trainer.runs().isEmpty());
        type(KeyCode.SPACE);
        waitUntil(() -> session.training().goingProperty().get());
    }

    @Test
    void whatIsInTheMenuAsWellGoesFirst() {
        resize(1024, 600);
        assertThat(shown("#reset", "#data", "#train", "#step", ".speed-slider")).containsOnly(true);
        assertThat(node(".experiment-name").isVisible()).isFalse();
    }

    @Test
    void theListOfPresetsOpensBelowItsButtonAtOnceWithTheCurrentOneMarked()
            throws TimeoutException {
        interact(() -> session.documents().load("dcgan"));
        waitUntil(() -> session.documents().current().presetProperty().get().equals("dcgan"));
        clickOn("#presets");
        Node list = lookup(".preset-list").query();
        Bounds button = onScreen(node("#presets"));
        assertThat(onScreen(list).getMinY()).isGreaterThanOrEqualTo(button.getMaxY() - 1);
        assertThat(marked()).containsExactly("DCGAN (the present one)");
        assertThat(list.getScene().getFocusOwner().getAccessibleText())
                .isEqualTo("DCGAN (the present one)");
        type(KeyCode.ESCAPE);
        assertThat(lookup(".preset-list").queryAll()).isEmpty();
    }

    @Test
    void aPresetIsChosenByKeys() throws TimeoutException {
        interact(node("#presets")::requestFocus);
        type(KeyCode.SPACE);
        type(KeyCode.DOWN, KeyCode.SPACE);
        waitUntil(
                () ->
                        session.documents()
                                .current()
                                .presetProperty()
                                .get()
                                .equals(Documents.presets().get(1)));
        assertThat(lookup(".preset-list").queryAll()).isEmpty();
    }

    private List<Double> places() {
        return List.of("#reset", "#train", "#step", ".speed-slider", "#seed", "#more").stream()
                .map(id -> left(node(id)))
                .toList();
    }

    private List<Boolean> shown(String... selectors) {
        return List.of(selectors).stream().map(this::isShown).toList();
    }

    private boolean isShown(String selector) {
        for (Node each = node(selector); each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private List<String> inMenu() {
        return ((MenuButton) node("#more"))
                .getItems().stream()
                        .filter(MenuItem::isVisible)
                        .map(MenuItem::getText)
                        .filter(text -> text != null)
                        .toList();
    }

    private List<String> marked() {
        return lookup(".preset-row").queryAll().stream()
                .filter(row -> row.lookup(".ikonli-font-icon").isVisible())
                .map(Node::getAccessibleText)
                .toList();
    }

    private static Bounds onScreen(Node node) {
        return node.localToScreen(node.getLayoutBounds());
    }
}
