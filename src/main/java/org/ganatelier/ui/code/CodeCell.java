package org.ganatelier.ui.code;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.text.Words;

import java.util.Optional;

/** A line of code with its number. FX thread only. */
final class CodeCell extends ListCell<CodeRow> {
    /** Of lines that say what is selected of the experiment. */
    private static final PseudoClass PLACED = PseudoClass.getPseudoClass("placed");

    private final ObservableValue<Optional<Place>> selected;
    private final Words words;
    private final Label number = new Label();
    private final TextFlow text = new TextFlow();
    private final HBox line = new HBox(number, text);

    /**
     * @param selected of the experiment
     */
    CodeCell(ObservableValue<Optional<Place>> selected, Words words) {
        this.selected = selected;
        this.words = words;
        getStyleClass().add("code-line");
        number.getStyleClass().add("code-line-number");
        number.setMinWidth(USE_PREF_SIZE);
        line.getStyleClass().add("code-line-content");
        text.setMinWidth(USE_PREF_SIZE);
        selected.subscribe(_ -> mark());
    }

    @Override
    protected void updateItem(CodeRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            number.setText(Integer.toString(row.number()));
            text.getChildren().setAll(row.tokens().stream().map(CodeCell::piece).toList());
            setGraphic(line);
            setAccessibleText(
                    words.say(
                            "code.line.spoken",
                            "number",
                            Integer.toString(row.number()),
                            "text",
                            row.text().strip()));
        }
        mark();
    }

    private static Text piece(Token token) {
        var piece = new Text(token.text());
        piece.getStyleClass().addAll("code-text", token.kind().styleClass());
        return piece;
    }

    private void mark() {
        CodeRow row = getItem();
        boolean placed =
                row != null && row.place().isPresent() && row.place().equals(selected.getValue());
        pseudoClassStateChanged(PLACED, placed);
    }
}
