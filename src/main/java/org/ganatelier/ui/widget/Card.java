package org.ganatelier.ui.widget;

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

import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.text.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.BiConsumer;

/** A box that says a thing in a few lines and opens to be edited. FX thread only. */
public abstract class Card extends VBox {
    private static final PseudoClass REJECTED = PseudoClass.getPseudoClass("rejected");
    private static final PseudoClass UNFINISHED = PseudoClass.getPseudoClass("unfinished");
    private static final PseudoClass WARNED = PseudoClass.getPseudoClass("warned");
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label tail = new Label();
    private final Label figure = new Label();
    private final Label summary = new Label();
    private final HBox name = new HBox(icon, title);
    private final VBox face = new VBox(new FlowPane(name, tail, figure), summary);
    private final ProblemList problems;
    private final Tooltip tooltip;
    private String hint = "";
    private String figureHint = "";

    /**
     * A card without words yet.
     *
     * @param fixer receives the fix whose link was followed, and where its problem stands
     */
    // Only methods of JavaFX that no card overrides are called.
    @SuppressWarnings("this-escape")
    protected Card(BiConsumer<Place, Fix> fixer, Words words) {
        problems = new ProblemList(fixer, words);
        tooltip = Hints.on(face, "");
        getStyleClass().add("networks-card");
        name.getStyleClass().add("networks-card-name");
        face.getChildren().getFirst().getStyleClass().add("networks-card-head");
        title.getStyleClass().add("networks-card-title");
        tail.getStyleClass().add("networks-card-tail");
        figure.getStyleClass().add("networks-card-figure");
        figure.setManaged(false);
        summary.getStyleClass().add("networks-card-summary");
        summary.setWrapText(true);
        // However low the window is, no line of it is left out.
        summary.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(face, problems);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(KeyEvent.KEY_PRESSED, this::type);
    }

    /** Whether it shows what can be edited. */
    public abstract boolean isOpen();

    /** Shows what can be edited and puts the focus on the first of it. */
    public abstract void open();

    /** Hides what can be edited, and forgets what was typed and is not a value. */
    public abstract void close();

    /** Whether a node of the card is for editing, and has a use of its own for the mouse. */
    protected abstract boolean isForEditing(Node node);

    /**
     * What a card says.
     *
     * @param tail behind the title, may be empty
     * @param summary below the title, may be empty
     * @param spoken for a screen reader
     */
    public record Face(
            Feather icon, String title, String tail, String summary, String spoken, String hint) {}

    protected void show(Face shown, Remarks remarks) {
        icon.setIconCode(shown.icon());
        title.setText(shown.title());
        tail.setText(shown.tail());
        tail.setManaged(!shown.tail().isEmpty());
        summary.setText(shown.summary());
        problems.show(remarks);
        pseudoClassStateChanged(REJECTED, remarks.isWrong());
        pseudoClassStateChanged(UNFINISHED, remarks.isUnfinished());
        pseudoClassStateChanged(WARNED, remarks.warn());
        setAccessibleText(problems.spokenBehind(shown.spoken()));
        hint = shown.hint();
        showHint();
        layOutOpen();
    }

    /**
     * Shows what is measured while training, behind title and tail.
     *
     * @param text may be empty
     * @param sentence what it is, below the hint; empty where the text is
     */
    protected final void showFigure(String text, String sentence) {
        if (!text.equals(figure.getText())) {
            figure.setText(text);
            figure.setManaged(!text.isEmpty());
            figureHint = sentence;
            showHint();
        }
    }

    /** Lets the card, but not what stands in it, explain a term of the glossary. */
    protected final void define(String term, Words words) {
        Terms.mark(this, term);
        Terms.on(face, term, words);
    }

    private void showHint() {
        String all = figureHint.isEmpty() ? hint : hint + "\n" + figureHint;
        tooltip.setText(all);
        setAccessibleHelp(all);
    }

    /**
     * Puts a small picture in place of the icon, as long as it is visible.
     *
     * @param picture as large as an icon
     */
    protected final void replaceIcon(Node picture) {
        picture.managedProperty().bind(picture.visibleProperty());
        icon.visibleProperty().bind(picture.visibleProperty().not());
        icon.managedProperty().bind(icon.visibleProperty());
        name.getChildren().addFirst(picture);
    }

    /** To be called when the card has opened or closed. */
    protected final void layOutOpen() {
        pseudoClassStateChanged(OPEN, isOpen());
        // Open, the fields say the same in full.
        boolean shown = !isOpen() && !summary.getText().isEmpty();
        summary.setVisible(shown);
        summary.setManaged(shown);
    }

    protected final void closeAndFocus() {
        requestFocus();
        close();
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

    /** Not on what has a use of its own for the mouse. */
    public final boolean isOnFace(MouseEvent event) {
        for (Node node = event.getPickResult().getIntersectedNode();
                node != null && !equals(node);
                node = node.getParent()) {
            if (isForEditing(node)) {
                return false;
            }
        }
        return true;
    }
}
