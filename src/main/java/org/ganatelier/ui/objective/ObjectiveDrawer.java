package org.ganatelier.ui.objective;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.ganatelier.plan.model.Outcome;
import org.ganatelier.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The objective and the optimizers in full. It comes in place of the stacks, so that images and
 * curves stay in sight while something is turned. What it holds is made when it opens first: a
 * window opens sooner without it. FX thread only.
 */
final class ObjectiveDrawer extends VBox {
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ObjectiveModel model;
    private final Words words;
    private @Nullable ObjectivePages pages;

    ObjectiveDrawer(ObjectiveModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("objective-drawer");
        visibleProperty().bind(open);
        addEventHandler(KeyEvent.KEY_PRESSED, this::type);
    }

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Shows itself from its beginning, with the focus on the kind that is chosen. */
    void open() {
        ObjectivePages content = pages == null ? make() : pages;
        content.show(model.outcomeProperty().get());
        open.set(true);
        // Pages hold their parts as soon as they have a style.
        applyCss();
        content.begin();
    }

    /** Goes, and forgets what was typed and is not a value. */
    void close() {
        if (pages != null) {
            pages.revert();
        }
        open.set(false);
    }

    /** Shows an experiment, if it is to be seen. */
    void show(Outcome outcome) {
        if (open.get() && pages != null) {
            pages.show(outcome);
        }
    }

    private ObjectivePages make() {
        var made = new ObjectivePages(model, this::close, words);
        VBox.setVgrow(made, Priority.ALWAYS);
        getChildren().setAll(made);
        pages = made;
        return made;
    }

    private void type(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
        }
    }
}
