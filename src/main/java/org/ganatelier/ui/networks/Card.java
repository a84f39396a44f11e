package org.ganatelier.ui.networks;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.ganatelier.plan.Fix;
import org.ganatelier.plan.Problem;
import org.ganatelier.ui.widget.Field;
import org.ganatelier.ui.widget.FieldForm;
import org.ganatelier.ui.widget.Hints;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A box that says a thing in a few lines and opens to edit it in place. FX thread only.
 *
 * @param <S> what its fields are parts of
 */
abstract class Card<S> extends VBox {
    private static final PseudoClass REJECTED = PseudoClass.getPseudoClass("rejected");
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label tail = new Label();
    private final Label summary = new Label();
    private final HBox name = new HBox(icon, title);
    private final VBox face = new VBox(new FlowPane(name, tail), summary);
    private final ProblemList problems;
    private final Tooltip tooltip;
    private final Consumer<Card<?>> opened;
    private Optional<FieldForm<S>> form = Optional.empty();

    /**
     * A card without words yet.
     *
     * @param remedy receives the fix whose link was followed
     * @param opened is told when this card opens
     */
    Card(Consumer<Fix> remedy, Consumer<Card<?>> opened) {
        this.opened = opened;
        problems = new ProblemList(remedy);
        tooltip = Hints.on(face, "");
        getStyleClass().add("networks-card");
        name.getStyleClass().add("networks-card-name");
        face.getChildren().getFirst().getStyleClass().add("networks-card-head");
        title.getStyleClass().add("networks-card-title");
        tail.getStyleClass().add("networks-card-tail");
        summary.getStyleClass().add("networks-card-summary");
        summary.setWrapText(true);
        getChildren().addAll(face, problems);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(KeyEvent.KEY_PRESSED, this::type);
    }

    /** The fields as they are now. */
    abstract List<Field.Section<S>> sections();

    /** An edit that one of the fields has made. */
    abstract void edited(String editName, S result);

    /**
     * What a card says.
     *
     * @param tail behind the title, may be empty
     * @param summary below the title, may be empty
     * @param spoken for a screen reader
     */
    record Face(
            Feather icon, String title, String tail, String summary, String spoken, String hint) {}

    final void show(Face words, List<Problem> wrong) {
        icon.setIconCode(words.icon());
        title.setText(words.title());
        tail.setText(words.tail());
        tail.setManaged(!words.tail().isEmpty());
        summary.setText(words.summary());
        tooltip.setText(words.hint());
        problems.show(wrong);
        pseudoClassStateChanged(REJECTED, !wrong.isEmpty());
        setAccessibleText(
                words.spoken() + (wrong.isEmpty() ? "" : ". Problem: " + problems.spoken()));
        setAccessibleHelp(words.hint());
        form.ifPresent(f -> f.show(sections()));
        layOutSummary();
    }

    final boolean isOpen() {
        return form.isPresent();
    }

    /** Whether a field holds text that is not a possible value. */
    final boolean isUnfinished() {
        return form.filter(FieldForm::isUnfinished).isPresent();
    }

    /** Shows the fields and puts the focus on the first of them. */
    final void open() {
        if (form.isEmpty()) {
            var fields = new FieldForm<S>(this::edited, this::closeAndFocus);
            form = Optional.of(fields);
            fields.show(sections());
            getChildren().add(1, fields);
            layOutSummary();
            pseudoClassStateChanged(OPEN, true);
            opened.accept(this);
        }
        form.ifPresent(FieldForm::focusFirst);
    }

    /** Hides the fields and what was typed into them and is not a value. */
    final void close() {
        form.ifPresent(getChildren()::remove);
        form = Optional.empty();
        layOutSummary();
        pseudoClassStateChanged(OPEN, false);
    }

    private void closeAndFocus() {
        requestFocus();
        close();
    }

    /** Open, the fields say the same in full. */
    private void layOutSummary() {
        boolean shown = !isOpen() && !summary.getText().isEmpty();
        summary.setVisible(shown);
        summary.setManaged(shown);
    }

    private void press(MouseEvent event) {
        // Else the scroll pane around would take the focus, as it does on any press inside.
        event.consume();
        if (isOnFace(event)) {
            requestFocus();
        }
    }

    private void click(MouseEvent event) {
        boolean twice =
                event.getButton() == MouseButton.PRIMARY
                        && event.getClickCount() == 2
                        && event.isStillSincePress();
        if (twice && isOnFace(event)) {
            toggle();
        }
    }

    private void type(KeyEvent event) {
        if (!equals(event.getTarget())) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            event.consume();
            toggle();
        } else if (event.getCode() == KeyCode.ESCAPE && isOpen()) {
            event.consume();
            closeAndFocus();
        }
    }

    private void toggle() {
        if (isOpen()) {
            closeAndFocus();
        } else {
            open();
        }
    }

    /** Not on the fields or the links, which have a use of their own for the mouse. */
    final boolean isOnFace(MouseEvent event) {
        for (Node node = event.getPickResult().getIntersectedNode();
                node != null && !equals(node);
                node = node.getParent()) {
            if (form.filter(node::equals).isPresent()) {
                return false;
            }
        }
        return true;
    }
}
