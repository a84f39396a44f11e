package org.ganatelier.ui.shell;

import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;

import org.ganatelier.session.EditName;
import org.ganatelier.session.ExperimentEditor;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Live;

import java.util.Optional;

/** The seed, edited in place: Enter or leaving the field takes it over, Escape takes it back. */
final class SeedField extends TextField {
    private static final int COLUMNS = 5;

    private final ExperimentEditor editor;

    SeedField(ExperimentEditor editor, Words words) {
        this.editor = editor;
        setPrefColumnCount(COLUMNS);
        setAccessibleText(words.say("shell.seed"));
        setTooltip(new Tooltip(words.say("shell.seed.hint")));
        setTextFormatter(
                new TextFormatter<>(
                        change -> mayBecomeSeed(change.getControlNewText()) ? change : null));
        Live.on(this, editor.experimentProperty()).subscribe(_ -> showSeed());
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
        seed(getText())
                .ifPresent(seed -> editor.edit(new EditName.ChangeSeed(), e -> e.withSeed(seed)));
        showSeed();
    }

    private static boolean mayBecomeSeed(String text) {
        return text.isEmpty() || text.equals("-") || seed(text).isPresent();
    }

    /** The seed that a text stands for, if it is a whole number of 64 bits. */
    private static Optional<Long> seed(String text) {
        if (!text.matches("-?\\d+")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
