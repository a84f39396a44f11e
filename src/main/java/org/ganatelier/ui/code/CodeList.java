package org.ganatelier.ui.code;

import javafx.beans.property.Property;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.ganatelier.exchange.code.Code;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Live;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The lines of a file, in colours. A line that is chosen selects what of the experiment it says,
 * and what is selected elsewhere is marked and brought into view here. FX thread only.
 */
final class CodeList extends ListView<CodeRow> {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /** So many lines are to be seen above one that is brought into view. */
    private static final int LINES_ABOVE = 3;

    private final Property<Optional<Place>> selected;

    /** Other lines are coming: what is chosen among them says nothing of the user. */
    private boolean changing;

    /**
     * @param selected of the experiment
     */
    CodeList(Property<Optional<Place>> selected, Words words) {
        this.selected = selected;
        setId("code-lines");
        getStyleClass().add("code-lines");
        setAccessibleText(words.say("code.title"));
        setAccessibleHelp(words.say("code.title.meaning"));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        var marked = Live.on(this, selected);
        setCellFactory(_ -> new CodeCell(marked, words));
        getSelectionModel().selectedIndexProperty().subscribe(_ -> choose());
        marked.subscribe(now -> now.ifPresent(this::reveal));
        addEventHandler(KeyEvent.KEY_PRESSED, this::type);
    }

    /** Shows a file; the lines stay where they are, and the first ones show what is selected. */
    void show(Code code) {
        List<CodeRow> rows = CodeRow.of(code);
        if (!getItems().equals(rows)) {
            boolean first = getItems().isEmpty();
            changing = true;
            getItems().setAll(rows);
            getSelectionModel().clearSelection();
            changing = false;
            if (first) {
                selected.getValue().ifPresent(this::reveal);
            }
        }
    }

    /** The whole file. */
    String text() {
        return textOf(getItems());
    }

    private static String textOf(List<CodeRow> rows) {
        return rows.stream().map(row -> row.text() + "\n").collect(Collectors.joining());
    }

    private void choose() {
        CodeRow row = getSelectionModel().getSelectedItem();
        if (!changing && row != null && row.place().isPresent()) {
            selected.setValue(row.place());
        }
    }

    private void reveal(Place place) {
        List<Integer> lines =
                getItems().stream()
                        .filter(row -> row.place().filter(place::equals).isPresent())
                        .map(row -> row.number() - 1)
                        .toList();
        if (!lines.isEmpty() && lines.stream().noneMatch(this::isInView)) {
            scrollTo(Math.max(0, lines.getFirst() - LINES_ABOVE));
        }
    }

    private boolean isInView(int line) {
        return lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && flow.getLastVisibleCell() != null
                && line >= flow.getFirstVisibleCell().getIndex()
                && line <= flow.getLastVisibleCell().getIndex();
    }

    private void type(KeyEvent event) {
        List<CodeRow> chosen =
                getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
        if (COPY.match(event) && !chosen.isEmpty()) {
            event.consume();
            copy(textOf(chosen));
        }
    }

    static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
