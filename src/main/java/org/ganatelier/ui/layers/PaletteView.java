package org.ganatelier.ui.layers;

import atlantafx.base.controls.Popover;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.layer.Purpose;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The layers to choose from, in two columns, and what the one looked at does. Typing leaves those
 * that fit. FX thread only.
 */
public final class PaletteView extends VBox {
    /** Groups of the first column; the long list of activations begins the second. */
    private static final Set<Purpose> FIRST_COLUMN =
            EnumSet.of(
                    Purpose.DENSE_AND_SHAPE,
                    Purpose.CONVOLUTION,
                    Purpose.NORMALIZATION,
                    Purpose.REGULARIZATION);

    private final Words words;
    private final TextField find = new TextField();
    private final List<PaletteColumn> columns;
    private final Label sentence = new Label();

    /**
     * The palette for a place.
     *
     * @param where "Add after Conv2D", as its title
     * @param chosen receives the choice
     */
    private PaletteView(String where, Consumer<Palette.Entry> chosen, Words words) {
        this.words = words;
        getStyleClass().add("networks-palette");
        var title = new Label(where);
        title.getStyleClass().add("networks-palette-title");
        find.getStyleClass().addAll("field-text", "networks-palette-find");
        find.setPromptText(words.say("layer.palette.find"));
        find.setAccessibleText(words.say("layer.palette.find"));
        Hints.on(find, words.say("layer.palette.find.hint"));
        find.textProperty().addListener((_, _, typed) -> filter(typed));
        sentence.getStyleClass().add("networks-palette-sentence");
        sentence.setText(words.say("layer.palette.invitation"));
        sentence.setWrapText(true);
        sentence.setAlignment(Pos.TOP_LEFT);
        List<Palette.Group> groups = Palette.groups(words);
        columns = Stream.of(true, false).map(first -> column(groups, first, chosen)).toList();
        var both = new HBox(columns.toArray(Node[]::new));
        both.getStyleClass().add("networks-palette-columns");
        getChildren().addAll(title, find, both, sentence);
        // Before the buttons, which would look for neighbours in the window below.
        addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        addEventFilter(KeyEvent.KEY_TYPED, this::typeInto);
    }

    /**
     * Shows a palette that goes when a layer is chosen, or when the user turns elsewhere.
     *
     * @param owner what it points at
     */
    public static void showBeside(
            Node owner, String where, Consumer<Palette.Entry> chosen, Words words) {
        var popover = new Popover();
        var view =
                new PaletteView(
                        where,
                        entry -> {
                            popover.hide();
                            chosen.accept(entry);
                        },
                        words);
        popover.setContentNode(view);
        popover.setArrowLocation(Popover.ArrowLocation.LEFT_CENTER);
        popover.setDetachable(false);
        popover.setAnimated(false);
        popover.show(owner);
        view.find.requestFocus();
    }

    private PaletteColumn column(
            List<Palette.Group> groups, boolean first, Consumer<Palette.Entry> chosen) {
        return new PaletteColumn(
                groups.stream()
                        .filter(group -> FIRST_COLUMN.contains(group.purpose()) == first)
                        .toList(),
                chosen,
                entry -> sentence.setText(entry.sentence()));
    }

    /** Names come before sentences: what a layer does is looked at where no name fits. */
    private void filter(String typed) {
        String part = typed.strip().toLowerCase(Locale.ROOT);
        boolean byName = columns.stream().anyMatch(column -> column.hasName(part));
        columns.forEach(column -> column.leave(entry -> fits(entry, part, byName)));
        Optional<PaletteColumn.Choice> next = part.isEmpty() ? Optional.empty() : first();
        columns.forEach(column -> column.markNext(next));
        sentence.setText(
                first().map(choice -> choice.entry().sentence())
                        .orElseGet(() -> words.say("layer.palette.none")));
    }

    private static boolean fits(Palette.Entry entry, String part, boolean byName) {
        String text = byName ? entry.title() : entry.sentence();
        return text.toLowerCase(Locale.ROOT).contains(part);
    }

    /** What Enter would add: a name that begins so goes before one that only has it inside. */
    private Optional<PaletteColumn.Choice> first() {
        String part = find.getText().strip().toLowerCase(Locale.ROOT);
        List<PaletteColumn.Choice> left =
                columns.stream().flatMap(column -> column.left().stream()).toList();
        return left.stream()
                .filter(choice -> choice.entry().title().toLowerCase(Locale.ROOT).startsWith(part))
                .findFirst()
                .or(() -> left.stream().findFirst());
    }

    /** Letters go to the field, wherever in the palette they are typed. */
    private void typeInto(KeyEvent event) {
        boolean letter = event.getCharacter().chars().allMatch(Character::isLetterOrDigit);
        if (letter && !find.isFocused() && !event.isShortcutDown() && !event.isAltDown()) {
            find.requestFocus();
            find.appendText(event.getCharacter());
            find.end();
            event.consume();
        }
    }

    private void walk(KeyEvent event) {
        if (find.isFocused()) {
            leaveField(event);
            return;
        }
        for (int column = 0; column < columns.size(); column++) {
            int row = columns.get(column).row(event.getTarget());
            if (row >= 0) {
                step(event, column, row);
            }
        }
    }

    private void leaveField(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            first().ifPresent(PaletteColumn.Choice::fire);
        } else if (event.getCode() == KeyCode.DOWN) {
            event.consume();
            first().ifPresent(PaletteColumn.Choice::requestFocus);
        }
    }

    private void step(KeyEvent event, int column, int row) {
        switch (event.getCode()) {
            case UP -> {
                if (row == 0) {
                    event.consume();
                    find.requestFocus();
                } else {
                    focus(event, column, row - 1);
                }
            }
            case DOWN -> focus(event, column, row + 1);
            case LEFT -> focus(event, column - 1, row);
            case RIGHT -> focus(event, column + 1, row);
            case ENTER -> {
                event.consume();
                columns.get(column).left().get(row).fire();
            }
            default -> {}
        }
    }

    private void focus(KeyEvent event, int column, int row) {
        event.consume();
        List<PaletteColumn.Choice> to =
                columns.get(Math.clamp(column, 0, columns.size() - 1)).left();
        if (!to.isEmpty()) {
            to.get(Math.clamp(row, 0, to.size() - 1)).requestFocus();
        }
    }
}
