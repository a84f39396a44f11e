package org.ganatelier.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.ganatelier.session.EditName;
import org.ganatelier.text.Words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Fields below each other, edited in place. Rows stay while their fields stay, so that focus and
 * half-typed text survive every edit. Enter finishes, Escape forgets what was typed. FX thread
 * only.
 *
 * @param <S> what the fields are parts of
 */
public final class FieldForm<S> extends VBox {
    private final BiConsumer<EditName, S> edits;
    private final Runnable done;
    private final Runnable cancelled;
    private final Words words;
    private Map<String, FieldRow<S>> rows = new LinkedHashMap<>();

    /**
     * An empty form.
     *
     * @param edits receives each edit: its name and what it makes
     * @param done is told that the user has finished, by Enter or Escape
     */
    public FieldForm(BiConsumer<EditName, S> edits, Runnable done, Words words) {
        this(edits, done, done, words);
    }

    /**
     * An empty form.
     *
     * @param edits receives each edit: its name and what it makes
     * @param done is told that the user has finished, by Enter
     * @param cancelled is told that the user has turned away, by Escape
     */
    public FieldForm(
            BiConsumer<EditName, S> edits, Runnable done, Runnable cancelled, Words words) {
        this.words = words;
        this.edits = edits;
        this.done = done;
        this.cancelled = cancelled;
        getStyleClass().add("field-form");
        addEventFilter(KeyEvent.KEY_PRESSED, this::finish);
    }

    /** Shows these fields. */
    public void show(List<Field.Section<S>> sections) {
        var next = new LinkedHashMap<String, FieldRow<S>>();
        var nodes = new ArrayList<Node>();
        for (Field.Section<S> section : sections) {
            if (!section.title().isEmpty()) {
                nodes.add(text(section.title(), "field-section"));
            }
            for (Field<S> field : section.fields()) {
                FieldRow<S> row = row(section.title() + '/' + field.caption().label(), field);
                next.put(section.title() + '/' + field.caption().label(), row);
                nodes.add(row.node());
            }
            if (!section.note().isEmpty()) {
                nodes.add(text(section.note(), "field-note"));
            }
        }
        rows = next;
        if (!getChildren().equals(nodes)) {
            getChildren().setAll(nodes);
        }
    }

    /** Forgets what was typed and not finished. */
    public void revert() {
        rows.values().forEach(FieldRow::revert);
    }

    /** Whether a field holds text that is not a possible value. */
    public boolean isUnfinished() {
        return rows.values().stream().anyMatch(FieldRow::isUnfinished);
    }

    /** Puts the focus on the first field, if there is one. */
    public void focusFirst() {
        rows.values().stream().findFirst().ifPresent(row -> row.control().requestFocus());
    }

    private FieldRow<S> row(String key, Field<S> field) {
        FieldRow<S> present = rows.get(key);
        if (present != null && present.show(field)) {
            return present;
        }
        FieldRow<S> made =
                switch (field) {
                    case Field.Text<S> text -> new TextRow<>(text, edits, words);
                    case Field.Choice<S> choice -> new ChoiceRow<>(choice, edits);
                    case Field.Flag<S> flag -> new FlagRow<>(flag, edits);
                };
        FieldTerms.of(field.caption().editName())
                .ifPresent(
                        term -> {
                            Terms.on(made.control(), term, words);
                            Terms.mark(made.node(), term);
                        });
        return made;
    }

    private static Label text(String words, String styleClass) {
        var label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private void finish(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            revert();
            cancelled.run();
        } else if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof ChoiceBox)) {
            event.consume();
            // Every row says what is wrong with it, not only the first.
            long refused = List.copyOf(rows.values()).stream().filter(r -> !r.commit()).count();
            if (refused == 0) {
                done.run();
            }
        }
    }
}
