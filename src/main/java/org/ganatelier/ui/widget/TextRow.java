package org.ganatelier.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.ganatelier.session.EditName;
import org.ganatelier.text.Words;

import java.util.Optional;
import java.util.function.BiConsumer;

/** A typed value, with a message below where it is no possible one. FX thread only. */
final class TextRow<S> implements FieldRow<S> {
    private final TypedField<S> input;
    private final Label message = new Label();
    private final VBox node;

    TextRow(Field.Text<S> field, BiConsumer<EditName, S> edits, Words words) {
        input = new TypedField<>(field, edits, words);
        input.getStyleClass().add("field-text");
        input.setPrefColumnCount(1);
        Hints.on(input, field.caption().hint());
        message.getStyleClass().add("field-message");
        message.setWrapText(true);
        node = new VBox(FieldRow.line(field.caption(), input));
        input.complaintProperty().subscribe(this::tell);
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
        if (!(next instanceof Field.Text<S> text)) {
            return false;
        }
        input.show(text);
        return true;
    }

    @Override
    public boolean commit() {
        return input.commit();
    }

    @Override
    public void revert() {
        input.revert();
    }

    @Override
    public boolean isUnfinished() {
        return input.complaintProperty().get().isPresent();
    }

    private void tell(Optional<String> complaint) {
        message.setText(complaint.orElse(""));
        node.getChildren().remove(message);
        if (complaint.isPresent()) {
            node.getChildren().add(message);
        }
    }
}
