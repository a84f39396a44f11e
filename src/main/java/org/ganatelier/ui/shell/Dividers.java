package org.ganatelier.ui.shell;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;

import org.ganatelier.session.Settings;

import java.util.function.Supplier;

/**
 * Where the panels of a split pane meet: where they met last, or where it looks best. A window gets
 * its final size only some time after it is shown, so the dividers follow its size until the user
 * first does something.
 */
final class Dividers {
    private final String name;
    private final SplitPane pane;
    private final Settings settings;
    private final Supplier<double[]> usual;

    /**
     * @param name in the settings
     * @param usual positions, 0 to 1, for the pane's present size
     */
    Dividers(String name, SplitPane pane, Settings settings, Supplier<double[]> usual) {
        this.name = name;
        this.pane = pane;
        this.settings = settings;
        this.usual = usual;
    }

    /**
     * Keeps the dividers in their places until the first input.
     *
     * @param root of all that the input may be for; not its scene, which outlives it
     */
    void followSizeUntilInput(Node root) {
        Subscription following =
                Subscription.combine(
                        pane.widthProperty().subscribe(this::place),
                        pane.heightProperty().subscribe(this::place));
        var press =
                new EventHandler<InputEvent>() {
                    @Override
                    public void handle(InputEvent event) {
                        following.unsubscribe();
                        root.removeEventFilter(MouseEvent.MOUSE_PRESSED, this);
                        root.removeEventFilter(KeyEvent.KEY_PRESSED, this);
                    }
                };
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, press);
        root.addEventFilter(KeyEvent.KEY_PRESSED, press);
    }

    /** Puts the dividers where they were last, or where it looks best. */
    void place() {
        double[] known = settings.dividers(name);
        int count = pane.getDividers().size();
        if (count > 0 && pane.getWidth() > 0 && pane.getHeight() > 0) {
            pane.setDividerPositions(known.length == count ? known : usual.get());
        }
    }

    /** Writes down where they are. */
    void remember() {
        if (!pane.getDividers().isEmpty()) {
            settings.setDividers(name, pane.getDividerPositions());
        }
    }
}
