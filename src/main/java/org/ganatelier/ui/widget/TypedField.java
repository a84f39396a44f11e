package org.ganatelier.ui.widget;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.ganatelier.session.EditName;
import org.ganatelier.text.ValueText;
import org.ganatelier.text.Words;

import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A value that is typed. It becomes an edit when it is committed or when the focus leaves; text
 * that is no possible value stays, with a complaint that says what is wanted. FX thread only.
 *
 * @param <S> what the value is a part of
 */
public class TypedField<S> extends TextField {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final Words words;
    private final BiConsumer<EditName, S> edits;
    private final ReadOnlyObjectWrapper<Optional<String>> complaint =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Field.Text<S> field;

    /**
     * @param edits receives each edit: its name and what it makes
     */
    // Only methods of JavaFX are called before the field is whole.
    @SuppressWarnings("this-escape")
    public TypedField(Field.Text<S> field, BiConsumer<EditName, S> edits, Words words) {
        super(field.text());
        this.words = words;
        this.field = field;
        this.edits = edits;
        textProperty().subscribe(this::judge);
        focusedProperty()
                .subscribe(
                        focused -> {
                            // A field that is taken away has lost its place, not been finished.
                            if (!focused && getScene() != null) {
                                commit();
                            }
                        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::letUndoPass);
    }

    /** Why the text is no possible value; empty where it is one. */
    public final ReadOnlyObjectProperty<Optional<String>> complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /** Shows another state of the value; what is typed stays as long as the value does. */
    public final void show(Field.Text<S> next) {
        boolean changed = !next.text().equals(field.text());
        field = next;
        if (changed) {
            revert();
        }
    }

    /**
     * Makes an edit of what was typed.
     *
     * @return false where it is not a possible value; it stays, with a complaint
     */
    public final boolean commit() {
        String typed = getText();
        if (typed.equals(field.text())) {
            return true;
        }
        S result;
        try {
            result = field.parse().apply(typed);
        } catch (IllegalArgumentException wrong) {
            complain(wrong);
            return false;
        }
        edits.accept(field.caption().editName(), result);
        revert();
        return true;
    }

    /** Forgets what was typed. */
    public final void revert() {
        setText(field.text());
        silence();
    }

    /** A complaint while typing, but none for a field that was only emptied to type anew. */
    private void judge(String typed) {
        silence();
        if (!typed.isBlank() && !typed.equals(field.text())) {
            try {
                var _ = field.parse().apply(typed);
            } catch (IllegalArgumentException wrong) {
                complain(wrong);
            }
        }
    }

    private void complain(IllegalArgumentException wrong) {
        String sentence = ValueText.say(words, wrong);
        setAccessibleHelp(sentence);
        pseudoClassStateChanged(INVALID, true);
        complaint.set(Optional.of(sentence));
    }

    private void silence() {
        setAccessibleHelp(null);
        pseudoClassStateChanged(INVALID, false);
        complaint.set(Optional.empty());
    }

    /** With nothing typed, undo and redo mean the experiment's. */
    private void letUndoPass(KeyEvent event) {
        boolean undo =
                event.isShortcutDown()
                        && (event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y);
        if (undo && getText().equals(field.text()) && getParent() != null) {
            event.consume();
            Event.fireEvent(getParent(), event.copyFor(getParent(), getParent()));
        }
    }
}
