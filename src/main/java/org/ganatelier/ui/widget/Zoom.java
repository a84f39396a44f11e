package org.ganatelier.ui.widget;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * How large everything in a window is: 1 is the usual size. Style sheets are enlarged as they are
 * loaded; what is measured in code multiplies by this. FX thread only.
 */
public final class Zoom {
    private Zoom() {}

    /** The factor of a scene, to be read and set. */
    public static DoubleProperty of(Scene scene) {
        return (DoubleProperty)
                scene.getProperties().computeIfAbsent(Zoom.class, _ -> new SimpleDoubleProperty(1));
    }

    /** The factor where a node stands now; 1 for a node that stands in no window. */
    public static double of(Node node) {
        return node.getScene() == null ? 1 : of(node.getScene()).get();
    }

    /** The factor where a node stands. */
    public static ObservableValue<Number> on(Node node) {
        return node.sceneProperty().flatMap(Zoom::of).orElse(1);
    }
}
