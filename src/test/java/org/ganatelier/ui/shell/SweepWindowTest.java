package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;

import org.ganatelier.ui.widget.Reasons;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.TimeoutException;

/** The window of sweeps: what is filled in, and what it says of that. */
class SweepWindowTest extends WindowCase {
    @BeforeEach
    void open() throws TimeoutException {
        interact(
                () ->
                        ((MenuButton) node("#more"))
                                .getItems().stream()
                                        .filter(
                                                item ->
                                                        "Sweep: many trainings…"
                                                                .equals(item.getText()))
                                        .findFirst()
                                        .orElseThrow()
                                        .fire());
        waitUntil(() -> lookup("#sweep-forecast").tryQuery().isPresent());
    }

    private String forecast() {
        return ((Labeled) lookup("#sweep-forecast").query()).getText();
    }

    private void fill(String field, String text) {
        interact(() -> ((TextField) lookup(field).query()).setText(text));
    }

    private Node start() {
        return lookup("#sweep-start").query();
    }

    @Test
    void theNumberOfTrainingsIsTold() throws TimeoutException {
        waitUntil(() -> forecast().startsWith("6 trainings."));
        fill("#sweep-seeds", "1");
        waitUntil(() -> forecast().startsWith("2 trainings."));
        assertThat(Reasons.of(start())).isEmpty();
    }

    @Test
    void whatIsMissingKeepsItFromBeingStarted() throws TimeoutException {
        waitUntil(() -> forecast().startsWith("6 trainings."));
        fill("#sweep-amount", "soon");
        waitUntil(() -> forecast().startsWith("Something is missing"));
        assertThat(Reasons.of(start())).isPresent();
        assertThat(Reasons.of(lookup("#sweep-stop").query())).contains("No sweep goes on.");
    }
}
