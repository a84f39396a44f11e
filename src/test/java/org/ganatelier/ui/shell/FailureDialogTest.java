package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.TimeoutException;

/** What the user sees of an error that nobody expected. */
class FailureDialogTest extends WindowCase {
    @Test
    void oneDialogSaysWhatHappenedAndThatTheWorkIsThere() throws TimeoutException {
        report(new IllegalStateException("broken"));
        assertThat(dialogs()).hasSize(1);
        assertThat(texts())
                .contains("The program made a mistake")
                .anyMatch(text -> text.startsWith("Your work is still here."))
                .anyMatch(text -> text.contains("broken"))
                .noneMatch(text -> text.contains("more error"));
    }

    @Test
    void furtherErrorsAreCountedInTheSameDialog() throws TimeoutException {
        report(new IllegalStateException("first"));
        report(new ArithmeticException("second"));
        report(new ArithmeticException("third"));
        assertThat(dialogs()).hasSize(1);
        assertThat(texts()).contains("2 more errors came after it.");
    }

    @Test
    void itGoesOnAndTheNextErrorIsShownAgain() throws TimeoutException {
        report(new IllegalStateException("first"));
        clickOn("Go on");
        waitUntil(() -> dialogs().isEmpty());
        assertThat(session.failures().openProperty().get()).isEmpty();
        report(new ArithmeticException("second"));
        assertThat(dialogs()).hasSize(1);
    }

    @Test
    void theReportIsCopiedAndTheDialogStays() throws TimeoutException {
        report(new IllegalStateException("broken"));
        clickOn("Copy report");
        waitUntil(() -> buttons().contains("Report copied"));
        interact(
                () ->
                        assertThat(Clipboard.getSystemClipboard().getString())
                                .contains("java.lang.IllegalStateException: broken"));
        assertThat(dialogs()).hasSize(1);
    }

    /** As an error does that comes to the top of the FX thread or of any other. */
    private void report(Throwable error) throws TimeoutException {
        Platform.runLater(() -> session.failures().report(error));
        waitUntil(() -> !dialogs().isEmpty());
    }

    private static List<DialogPane> dialogs() {
        return Window.getWindows().stream()
                .map(each -> each.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast)
                .toList();
    }

    private static List<String> texts() {
        return dialogs().getFirst().lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .filter(Node::isVisible)
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private static List<String> buttons() {
        return dialogs().getFirst().lookupAll(".button").stream()
                .map(node -> ((Button) node).getText())
                .toList();
    }
}
