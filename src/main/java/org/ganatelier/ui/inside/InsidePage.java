package org.ganatelier.ui.inside;

import javafx.scene.layout.Region;

/** One way to look at a layer. FX thread only. */
interface InsidePage {
    /** What is seen of it; always the same node. */
    Region node();

    /** Shows a layer as it is now. Asked only while it is to be seen, and not too often. */
    void show(Subject subject);
}
