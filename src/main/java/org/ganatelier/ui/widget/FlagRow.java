package org.ganatelier.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.layout.HBox;

import org.ganatelier.session.EditName;

import java.util.function.BiConsumer;

/** Yes or no; changing it is an edit. FX thread only. */
final class FlagRow<S> implements FieldRow<S> {
    private final CheckBox input = new CheckBox();
    private final HBox node;
    private Field.Flag<S> field;

    FlagRow(Field.Flag<S> field, BiConsumer<EditName, S> edits) {
        this.field = field;
        Hints.on(input, field.caption().hint());
        node = FieldRow.line(field.caption(), input);
        input.setSelected(field.on());
        input.setOnAction(
                event -> edits.accept(this.field.caption().editName(), this.field.toggled()));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Control control() {
        return input;
    }

    @Override
    public boolean show(Field<S> next) {
        if (!(next instanceof Field.Flag<S> flag)) {
            return false;
        }
        field = flag;
        input.setSelected(flag.on());
        return true;
    }

    @Override
    public boolean commit() {
        return true;
    }

    @Override
    public void revert() {
        input.setSelected(field.on());
    }

    @Override
    public boolean isUnfinished() {
        return false;
    }
}
