package org.ganatelier.ui.widget;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;

/**
 * A subject that a panel shows in brief, at its foot, and in full on a page that takes the panel's
 * place while it is open. The panel lays both out and does not know what they are about. FX thread
 * only.
 */
public interface Drawer {
    /** The subject in brief; it opens the page. */
    Node card();

    /** The subject in full; invisible while closed. */
    Node page();

    /** Whether the page is to be seen. */
    ReadOnlyBooleanProperty openProperty();

    /** Takes the page away. */
    void close();
}
