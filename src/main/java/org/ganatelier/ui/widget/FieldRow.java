package org.ganatelier.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One field of a form with its control. FX thread only. */
sealed interface FieldRow<S> permits TextRow, ChoiceRow, FlagRow {
    /** What stands in the form. */
    Node node();

    Control control();

    /**
     * Shows another state of the field.
     *
     * @return false where the field is of another kind and needs a row of its own
     */
    boolean show(Field<S> field);

    /**
     * Makes an edit of what was typed.
     *
     * @return false where it is not a possible value; it stays, with a message
     */
    boolean commit();

    /** Forgets what was typed. */
    void revert();

    /** Whether it holds text that is not a possible value. */
    boolean isUnfinished();

    /** The label and its control, side by side. */
    static HBox line(Field.Caption caption, Control control) {
        var label = new Label(caption.label());
        label.getStyleClass().add("field-label");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        Hints.on(label, caption.hint());
        control.setAccessibleText(caption.name());
        control.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(control, Priority.ALWAYS);
        var line = new HBox(label, control);
        line.getStyleClass().add("field-line");
        return line;
    }
}
