package org.ganatelier.ui.shell;

import javafx.geometry.Bounds;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.session.EditName;
import org.ganatelier.session.ExperimentEditor;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Field;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Numbers;
import org.ganatelier.ui.widget.TypedField;

import java.util.Optional;

/**
 * The seed, edited in place as any other value: Enter or leaving the field applies it, Escape
 * cancels it. A bar has no room below: what is wanted is said in a tip there. FX thread only.
 */
final class SeedField extends TypedField<Experiment> {
    private static final int FEWEST_COLUMNS = 5;

    /** Enough for any seed, which has up to 20 characters. */
    private static final int MOST_COLUMNS = 13;

    /** A column is as wide as a W; a digit is not. */
    private static final double COLUMNS_OF_A_DIGIT = 0.65;

    /** Between the field and what is wanted, in pixels: the tip has a shadow. */
    private static final double BELOW = 5;

    private final Tooltip hint;
    private final Tooltip complaint = Hints.of("");
    private final String meaning;

    SeedField(ExperimentEditor editor, Words words) {
        super(
                seed(editor.experimentProperty().get()),
                (name, result) -> editor.edit(name, now -> now.withSeed(result.seed())),
                words);
        meaning = words.say("shell.seed.hint");
        hint = Hints.on(this, meaning);
        complaint.getStyleClass().add("complaint");
        // Escape is for what is typed.
        complaint.setHideOnEscape(false);
        setAccessibleText(words.say("shell.seed"));
        textProperty().subscribe(this::fit);
        Live.on(this, editor.experimentProperty()).subscribe(now -> show(seed(now)));
        complaintProperty().subscribe(this::tell);
        focusedProperty().subscribe(_ -> tell(complaintProperty().get()));
        setOnAction(_ -> commit());
        addEventHandler(KeyEvent.KEY_PRESSED, this::type);
    }

    private static Field.Text<Experiment> seed(Experiment now) {
        return new Field.Text<>(
                new Field.Caption("", "", "", new EditName.ChangeSeed()),
                Long.toString(now.seed()),
                text -> now.withSeed(Numbers.parseLong(text)));
    }

    private void type(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            revert();
            event.consume();
        }
    }

    private void fit(String text) {
        int columns = (int) Math.ceil(COLUMNS_OF_A_DIGIT * text.length());
        setPrefColumnCount(Math.clamp(columns, FEWEST_COLUMNS, MOST_COLUMNS));
    }

    private void tell(Optional<String> wrong) {
        hint.setText(wrong.orElse(meaning));
        complaint.setText(wrong.orElse(""));
        Bounds at = localToScreen(getLayoutBounds());
        if (wrong.isPresent() && isFocused() && at != null) {
            complaint.show(this, at.getMinX(), at.getMaxY() + BELOW);
        } else {
            complaint.hide();
        }
    }
}
