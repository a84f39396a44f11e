package org.ganatelier.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

import org.ganatelier.session.EditName;

import java.util.List;
import java.util.function.BiConsumer;

/** One of a few options; choosing one is an edit. FX thread only. */
final class ChoiceRow<S> implements FieldRow<S> {
    /** Titles of more letters get the whole width, below their label. */
    private static final int LONG = 10;

    private final BiConsumer<EditName, S> edits;
    private final ChoiceBox<String> input = new ChoiceBox<>();
    private final Tooltip tooltip;
    private final Pane node;
    private Field.Choice<S> field;
    private boolean showing;

    ChoiceRow(Field.Choice<S> field, BiConsumer<EditName, S> edits) {
        this.field = field;
        this.edits = edits;
        input.getStyleClass().add("field-choice");
        tooltip = Hints.on(input, "");
        boolean wide = field.options().stream().anyMatch(o -> o.title().length() > LONG);
        HBox line = FieldRow.line(field.caption(), input);
        node = wide ? new VBox(line.getChildren().toArray(Node[]::new)) : line;
        show(field);
        input.getSelectionModel().selectedIndexProperty().subscribe(i -> choose(i.intValue()));
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
        if (!(next instanceof Field.Choice<S> choice)) {
            return false;
        }
        field = choice;
        showing = true;
        List<String> titles = choice.options().stream().map(Field.Option::title).toList();
        if (!input.getItems().equals(titles)) {
            input.getItems().setAll(titles);
        }
        input.getSelectionModel().select(choice.selected());
        tooltip.setText(
                choice.caption().hint() + "\n" + choice.now().title() + ": " + choice.now().hint());
        showing = false;
        return true;
    }

    @Override
    public boolean commit() {
        return true;
    }

    @Override
    public void revert() {
        show(field);
    }

    @Override
    public boolean isUnfinished() {
        return false;
    }

    private void choose(int index) {
        if (!showing && index >= 0 && index != field.selected()) {
            edits.accept(field.caption().editName(), field.options().get(index).result());
        }
    }
}
