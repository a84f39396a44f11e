package org.ganatelier.ui.widget;

import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.ganatelier.session.EditName;
import org.ganatelier.text.ValueText;
import org.ganatelier.text.Words;

import java.util.function.BiConsumer;

/**
 * A typed value. It becomes an edit by Enter or when the focus leaves; text that is no possible
 * value stays, with a message below. FX thread only.
 */
final class TextRow<S> implements FieldRow<S> {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final Words words;
    private final BiConsumer<EditName, S> edits;
    private final TextField input = new TextField();
    private final Label message = new Label();
    private final VBox node;
    private Field.Text<S> field;

    TextRow(Field.Text<S> field, BiConsumer<EditName, S> edits, Words words) {
        this.words = words;
        this.field = field;
        this.edits = edits;
        input.setText(field.text());
        input.getStyleClass().add("field-text");
        input.setPrefColumnCount(1);
        Hints.on(input, field.caption().hint());
        message.getStyleClass().add("field-message");
        message.setWrapText(true);
        node = new VBox(FieldRow.line(field.caption(), input));
        input.textProperty().subscribe(this::judge);
        input.focusedProperty()
                .subscribe(
                        focused -> {
                            // A field that is taken away has lost its place, not been finished.
                            if (!focused && input.getScene() != null) {
                                commit();
                            }
                        });
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::letUndoPass);
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
        boolean changed = !text.text().equals(field.text());
        field = text;
        if (changed) {
            revert();
        }
        return true;
    }

    @Override
    public boolean commit() {
        String typed = input.getText();
        if (typed.equals(field.text())) {
            return true;
        }
        S result;
        try {
            result = field.parse().apply(typed);
        } catch (IllegalArgumentException wrong) {
            say(wrong);
            return false;
        }
        edits.accept(field.caption().editName(), result);
        revert();
        return true;
    }

    @Override
    public void revert() {
        input.setText(field.text());
        silence();
    }

    @Override
    public boolean isUnfinished() {
        return input.getPseudoClassStates().contains(INVALID);
    }

    /** A message while typing, but none for a field that was only emptied to type anew. */
    private void judge(String typed) {
        silence();
        if (!typed.isBlank() && !typed.equals(field.text())) {
            try {
                var _ = field.parse().apply(typed);
            } catch (IllegalArgumentException wrong) {
                say(wrong);
            }
        }
    }

    private void say(IllegalArgumentException wrong) {
        String sentence = ValueText.say(words, wrong);
        message.setText(sentence);
        input.setAccessibleHelp(sentence);
        input.pseudoClassStateChanged(INVALID, true);
        if (!node.getChildren().contains(message)) {
            node.getChildren().add(message);
        }
    }

    private void silence() {
        node.getChildren().remove(message);
        input.setAccessibleHelp(null);
        input.pseudoClassStateChanged(INVALID, false);
    }

    /** With nothing typed, undo and redo mean the experiment's. */
    private void letUndoPass(KeyEvent event) {
        boolean undo =
                event.isShortcutDown()
                        && (event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y);
        if (undo && input.getText().equals(field.text())) {
            event.consume();
            Event.fireEvent(node, event.copyFor(node, node));
        }
    }
}
