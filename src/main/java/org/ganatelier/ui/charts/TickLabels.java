package org.ganatelier.ui.charts;

import javafx.scene.Group;
import javafx.scene.text.Text;

import java.util.List;

/** The labels of one axis; its nodes are used again and again. */
final class TickLabels extends Group {
    private final boolean upright;

    /**
     * @param upright whether the axis stands on the left of the plot, else it lies below
     */
    TickLabels(boolean upright) {
        this.upright = upright;
        setManaged(false);
        setMouseTransparent(true);
    }

    /**
     * Shows labels: those of an upright axis end at its origin, those of a lying one stay inside.
     *
     * @param length of the axis in pixels
     */
    void show(List<Ticks.Tick> ticks, double length) {
        while (getChildren().size() < ticks.size()) {
            var text = new Text();
            text.getStyleClass().add("tick-label");
            getChildren().add(text);
            text.applyCss();
        }
        for (int i = 0; i < getChildren().size(); i++) {
            var text = (Text) getChildren().get(i);
            text.setVisible(i < ticks.size());
            if (i < ticks.size()) {
                text.setText(ticks.get(i).label());
                place(text, ticks.get(i).at(), length);
            }
        }
    }

    private void place(Text text, double at, double length) {
        double width = text.getLayoutBounds().getWidth();
        double height = text.getLayoutBounds().getHeight();
        double x = upright ? -width : Math.clamp(at - width / 2, 0, Math.max(0, length - width));
        double y = upright ? at - height / 2 : 0;
        text.relocate(Math.rint(x), Math.rint(y));
    }
}
