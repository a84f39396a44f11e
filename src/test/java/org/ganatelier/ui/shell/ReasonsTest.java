package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.ganatelier.session.EditName;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Reasons;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;

import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Whatever cannot be used says why. */
@SuppressWarnings("NullAway.Init") // TestFX fills the fields before each test
class ReasonsTest extends ApplicationTest {
    private TestWindow open;

    @Override
    public void start(Stage stage) {
        open = new TestWindow(stage, Settings.Theme.LIGHT);
    }

    @AfterEach
    void close() throws TimeoutException {
        open.close();
        FxToolkit.cleanupStages();
    }

    @ParameterizedTest
    @MethodSource("org.ganatelier.text.Language#offered")
    void everyControlThatIsDisabledHasAReason(Language language) throws TimeoutException {
        interact(() -> open.window.speak(language));
        var reasons = new TreeSet<String>();
        var silent = new TreeSet<String>();
        open.inEveryState(
                state -> {
                    TestWindow.shown()
                            .filter(node -> node instanceof Control && node.isDisabled())
                            .filter(node -> !isInDisabled(node.getParent()))
                            .forEach(
                                    node ->
                                            Reasons.of(node)
                                                    .ifPresentOrElse(
                                                            reasons::add,
                                                            () -> silent.add(state + ": " + node)));
                    TestWindow.shown()
                            .filter(MenuButton.class::isInstance)
                            .flatMap(menu -> ((MenuButton) menu).getItems().stream())
                            .filter(MenuItem::isDisable)
                            .forEach(
                                    item ->
                                            Reasons.of(item)
                                                    .ifPresentOrElse(
                                                            reasons::add,
                                                            () ->
                                                                    silent.add(
                                                                            state
                                                                                    + ": "
                                                                                    + item
                                                                                            .getText())));
                });
        assertThat(silent).isEmpty();
        Words words = Words.of(language);
        assertThat(reasons)
                .contains(
                        words.say("shell.reason.problems"),
                        words.say("shell.reason.no-run"),
                        words.say("shell.reason.no-images"),
                        words.say("shell.command.undo.none"),
                        words.say("shell.command.redo.none"));
    }

    @Test
    void theReasonIsShownWhereTheMouseRests() throws TimeoutException {
        moveTo("#undo");
        TestWindow.waitUntil(() -> tip().anyMatch(text -> text.endsWith("\nNothing to undo yet.")));
        moveTo("#theme");
        TestWindow.waitUntil(() -> tip().findAny().isEmpty());

        interact(() -> open.session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(7)));
        assertThat(Reasons.of(lookup("#undo").<Node>query())).isEmpty();
        moveTo("#redo");
        TestWindow.waitUntil(() -> tip().findAny().isPresent());
        assertThat(tip()).allMatch(text -> text.contains("Redo"));
    }

    @Test
    void aLineOfAMenuSaysItsReasonToo() throws TimeoutException {
        Node first = lookup(".networks-layer").query();
        interact(
                () ->
                        Event.fireEvent(
                                first,
                                new ContextMenuEvent(
                                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                        20,
                                        10,
                                        300,
                                        200,
                                        false,
                                        null)));
        TestWindow.waitUntil(() -> menuItems().findAny().isPresent());
        MenuItem up =
                menuItems()
                        .filter(item -> "Move up".equals(item.getText()))
                        .findFirst()
                        .orElseThrow();
        moveTo(up.getStyleableNode());
        TestWindow.waitUntil(() -> tip().anyMatch("This is the first layer."::equals));
        push(KeyCode.ESCAPE);
        TestWindow.waitUntil(() -> tip().findAny().isEmpty());
    }

    /** Of the menu that is open. */
    private static Stream<MenuItem> menuItems() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream());
    }

    /** What reasons are shown. */
    private static Stream<String> tip() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(Window::isShowing)
                .filter(Tooltip.class::isInstance)
                .map(Tooltip.class::cast)
                .filter(tip -> tip.getStyleClass().contains("reason-tip"))
                .map(Tooltip::getText);
    }

    private static boolean isInDisabled(Parent parent) {
        return parent != null && parent.isDisabled();
    }
}
