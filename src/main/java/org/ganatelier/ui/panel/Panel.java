package org.ganatelier.ui.panel;

import javafx.scene.Node;
import javafx.scene.layout.Region;

import org.ganatelier.plan.model.Problem;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A part of the window that is about one subject. Its folder offers it in one class, and the
 * window's list of panels names that class; nobody else knows it. FX thread only.
 */
public interface Panel {
    /** Names it in the settings and in tests, in every language and version of the program. */
    String id();

    /** Names it in the window's language, in one or two words. */
    String title();

    /** Stands beside the title. */
    Feather icon();

    /** What is seen of it; always the same node. */
    Region node();

    /** The file in {@code css/} that says how it looks; the window loads it. */
    String sheet();

    /**
     * The height that is enough for it, in pixels. Such a panel stands below the others of its
     * place while there is room. Empty for a panel that uses all the height it gets.
     */
    default OptionalDouble height() {
        return OptionalDouble.empty();
    }

    /**
     * Where the keyboard begins: the first part of this node that takes it. It is asked for each
     * time that the user goes to the panel.
     */
    default Node entrance() {
        return node();
    }

    /** Whether it is to be seen before anybody asks for it. */
    default boolean isShownAtFirst() {
        return true;
    }

    /** What keys mean inside it. */
    default List<KeyHelp> keys() {
        return List.of();
    }

    /** Whether it can show where a problem is. */
    default boolean shows(Problem.Place place) {
        return false;
    }

    /**
     * Brings the place of a problem into view and takes the keyboard there. Asked only of a panel
     * that {@link #shows} such a place and is to be seen.
     */
    default void reveal(Problem.Place place) {}

    /**
     * Takes over what the user has selected, when it comes in place of the same panel in another
     * language.
     */
    default void takeOver(Panel before) {}
}
