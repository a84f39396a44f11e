package org.ganatelier.ui.layers;

import atlantafx.base.controls.Popover;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.layer.Purpose;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The layers to choose from, in two columns, and what the one looked at does. FX thread only. */
public final class PaletteView extends VBox {
    /** Groups of the first column; the long list of activations begins the second. */
    private static final Set<Purpose> FIRST_COLUMN =
            EnumSet.of(
                    Purpose.DENSE_AND_SHAPE,
                    Purpose.CONVOLUTION,
                    Purpose.NORMALIZATION,
                    Purpose.REGULARIZATION);

    private final Consumer<Palette.Entry> chosen;
    private final List<List<Button>> columns;
    private final Label sentence = new Label();

    /**
     * The palette for a place.
     *
     * @param where "Add behind Conv2D", as its title
     * @param chosen receives the choice
     */
    private PaletteView(String where, Consumer<Palette.Entry> chosen, Words words) {
        this.chosen = chosen;
        getStyleClass().add("networks-palette");
        var title = new Label(where);
        title.getStyleClass().add("networks-palette-title");
        sentence.getStyleClass().add("networks-palette-sentence");
        sentence.setText(words.say("layer.palette.invitation"));
        sentence.setWrapText(true);
        sentence.setAlignment(Pos.TOP_LEFT);
        var first = column(true, words);
        var second = column(false, words);
        columns = List.of(buttons(first), buttons(second));
        var both = new HBox(first, second);
        both.getStyleClass().add("networks-palette-columns");
        getChildren().addAll(title, both, sentence);
        // Before the buttons, which would look for neighbours in the window below.
        addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    }

    /**
     * Shows a palette that goes when a layer is chosen, or when the user turns elsewhere.
     *
     * @param owner what it points at
     */
    public static void showBeside(
            Node owner, String where, Consumer<Palette.Entry> chosen, Words words) {
        var popover = new Popover();
        popover.setContentNode(
                new PaletteView(
                        where,
                        entry -> {
                            popover.hide();
                            chosen.accept(entry);
                        },
                        words));
        popover.setArrowLocation(Popover.ArrowLocation.LEFT_CENTER);
        popover.setDetachable(false);
        popover.setAnimated(false);
        popover.show(owner);
    }

    private VBox column(boolean first, Words words) {
        var column = new VBox();
        column.getStyleClass().add("networks-palette-column");
        for (Palette.Group group : Palette.groups(words)) {
            if (FIRST_COLUMN.contains(group.purpose()) == first) {
                var heading = new Label(group.title());
                heading.getStyleClass().add("networks-palette-group");
                column.getChildren().add(heading);
                group.entries().forEach(entry -> column.getChildren().add(button(entry)));
            }
        }
        return column;
    }

    private Button button(Palette.Entry entry) {
        var button = new Button(entry.title(), new FontIcon(entry.icon()));
        button.getStyleClass().add("networks-palette-entry");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setAccessibleHelp(entry.sentence());
        Hints.on(button, entry.sentence());
        button.setOnAction(event -> chosen.accept(entry));
        button.hoverProperty().subscribe(over -> tell(over, entry));
        button.focusedProperty().subscribe(focused -> tell(focused, entry));
        return button;
    }

    private void tell(boolean lookedAt, Palette.Entry entry) {
        if (lookedAt) {
            sentence.setText(entry.sentence());
        }
    }

    private static List<Button> buttons(VBox column) {
        return column.getChildren().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList();
    }

    private void walk(KeyEvent event) {
        for (int column = 0; column < columns.size(); column++) {
            int row = columns.get(column).indexOf(event.getTarget());
            if (row >= 0) {
                step(event, column, row);
            }
        }
    }

    private void step(KeyEvent event, int column, int row) {
        switch (event.getCode()) {
            case UP -> focus(event, column, row - 1);
            case DOWN -> focus(event, column, row + 1);
            case LEFT -> focus(event, column - 1, row);
            case RIGHT -> focus(event, column + 1, row);
            default -> {}
        }
    }

    private void focus(KeyEvent event, int column, int row) {
        event.consume();
        List<Button> to = columns.get(Math.clamp(column, 0, columns.size() - 1));
        to.get(Math.clamp(row, 0, to.size() - 1)).requestFocus();
    }
}
