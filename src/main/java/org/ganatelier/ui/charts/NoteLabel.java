package org.ganatelier.ui.charts;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

import org.ganatelier.ui.widget.Hints;

import java.util.Optional;

/** What to know of a plot, at its title. FX thread only. */
final class NoteLabel extends Label {
    private final Tooltip meaning = Hints.on(this, "");

    NoteLabel() {
        getStyleClass().add("charts-note");
        setMinWidth(USE_PREF_SIZE);
        managedProperty().bind(textProperty().isNotEmpty());
    }

    /** Shows a note, or nothing. */
    void show(Optional<Reading.Note> note) {
        setText(note.map(Reading.Note::words).orElse(""));
        meaning.setText(note.map(Reading.Note::meaning).orElse(""));
    }
}
