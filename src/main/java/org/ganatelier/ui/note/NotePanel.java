package org.ganatelier.ui.note;

import javafx.beans.property.StringProperty;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

import org.ganatelier.session.OpenDocument;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.kordamp.ikonli.feather.Feather;

/** A text about the experiment, saved with it: what to look at, what to try, what came of it. */
public final class NotePanel extends BorderPane implements Panel {
    private static final double HEIGHT = 120;

    private final StringProperty note;
    private final Words words;
    private TextArea area;

    /**
     * @param note of the document in the editor; another one when that changes
     */
    public NotePanel(StringProperty note, Words words) {
        this.note = note;
        this.words = words;
        getStyleClass().add("note-panel");
        area = fill(note.get());
        Live.on(this, note).subscribe(this::show);
    }

    /** The panel of the session's document. */
    public static Panel in(PanelContext context) {
        return new NotePanel(
                context.session().documents().current().noteProperty(), context.words());
    }

    @Override
    public String id() {
        return "note";
    }

    @Override
    public String title() {
        return words.say("note.title");
    }

    @Override
    public Feather icon() {
        return Feather.FILE_TEXT;
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public String sheet() {
        return "note.css";
    }

    /** An empty page needs no room; it comes with a note, or when it is asked for. */
    @Override
    public boolean isShownAtFirst() {
        return false;
    }

    private void show(String text) {
        if (!text.equals(area.getText())) {
            area = fill(text);
        }
    }

    /** Another text has another field: Undo must not bring the text of another document back. */
    private TextArea fill(String text) {
        var filled = new TextArea(text);
        filled.setId("note-text");
        filled.setWrapText(true);
        filled.setPrefHeight(HEIGHT);
        filled.setPromptText(words.say("note.empty"));
        filled.setAccessibleText(words.say("note.title"));
        Hints.on(filled, words.say("note.hint"));
        filled.setTextFormatter(
                new TextFormatter<>(
                        change ->
                                change.getControlNewText().length() <= OpenDocument.LONGEST_NOTE
                                        ? change
                                        : null));
        filled.textProperty().addListener((_, _, written) -> note.set(written));
        setCenter(filled);
        return filled;
    }
}
