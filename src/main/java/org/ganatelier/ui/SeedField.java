package org.ganatelier.ui;

import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;

import org.ganatelier.session.ExperimentEditor;

import java.util.Optional;

/** The seed, edited in place: Enter or leaving the field takes it over, Escape takes it back. */
final class SeedField extends TextField {
    private static final int MOST_DIGITS = 18;
    private static final int COLUMNS = 5;

    private final ExperimentEditor editor;

    SeedField(ExperimentEditor editor) {
        this.editor = editor;
        setPrefColumnCount(COLUMNS);
        setAccessibleText("Seed");
        setTooltip(
                new Tooltip(
                        "The seed of everything random: the same seed gives the same run, bit for"
                                + " bit"));
        setTextFormatter(
                new TextFormatter<>(
                        change ->
                                change.getControlNewText().matches("-?\\d{0," + MOST_DIGITS + "}")
                                        ? change
                                        : null));
        editor.experimentProperty().subscribe(this::showSeed);
        setOnAction(_ -> commit());
        focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                commit();
                            }
                        });
        setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        showSeed();
                        event.consume();
                    }
                });
    }

    private void showSeed() {
        setText(Long.toString(editor.experimentProperty().get().seed()));
    }

    private void commit() {
        typed().ifPresent(seed -> editor.edit("Change seed", e -> e.withSeed(seed)));
        showSeed();
    }

    /** What is typed, if it is a number: neither empty nor a sign alone. */
    private Optional<Long> typed() {
        return getText().matches("-?\\d+")
                ? Optional.of(Long.valueOf(getText()))
                : Optional.empty();
    }
}
