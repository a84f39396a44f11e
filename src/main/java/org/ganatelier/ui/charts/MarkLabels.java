package org.ganatelier.ui.charts;

import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What happened while the run went on, in words beside the lines that mark it, along the upper
 * edge. Where there is no room for all, the newer ones have it; the crosshair tells every one.
 */
final class MarkLabels extends Group {
    /** Between a line and its label, and between two labels. */
    private static final double GAP = 3;

    /** More would be a wall of words. */
    private static final int MOST = 4;

    private static final int ROWS = 2;

    private final List<Label> labels = new ArrayList<>();

    MarkLabels() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Shows those of changes, oldest first; those beyond the edges have no words. */
    void show(Frame frame, List<Mark> all) {
        List<Mark> marks =
                all.stream()
                        .filter(mark -> mark.kind() == Mark.Kind.EDIT)
                        .filter(mark -> frame.part().contains((double) mark.step()))
                        .toList();
        int used = 0;
        var free = new double[ROWS];
        Arrays.fill(free, frame.width());
        for (int last = marks.size() - 1; last >= 0 && used < MOST; ) {
            long step = marks.get(last).step();
            int first = last;
            while (first > 0 && marks.get(first - 1).step() == step) {
                first--;
            }
            Label label = label(used);
            label.setText(
                    marks.subList(first, last + 1).stream()
                            .map(Mark::text)
                            .collect(Collectors.joining("\n")));
            // A new one has no font yet, on which its width depends.
            label.applyCss();
            label.autosize();
            if (place(label, frame.x((double) step), free)) {
                used++;
            }
            last = first - 1;
        }
        for (int i = used; i < labels.size(); i++) {
            labels.get(i).setVisible(false);
        }
    }

    /** Where the labels stand. */
    List<Bounds> shown() {
        return labels.stream().filter(Node::isVisible).map(Node::getBoundsInParent).toList();
    }

    /** How far down they reach; 0 where there are none. */
    double bottom() {
        return shown().stream().mapToDouble(Bounds::getMaxY).max().orElse(0);
    }

    /**
     * Puts a label beside its line into the first row that has room for it.
     *
     * @param free how far each row is free from the left; changed
     * @return false where there is no room
     */
    private static boolean place(Label label, double line, double[] free) {
        for (int row = 0; row < free.length; row++) {
            double left = left(line, label.getWidth(), free[row]);
            if (left >= 0) {
                label.setVisible(true);
                label.relocate(Math.rint(left), Math.rint(row * label.getHeight()));
                free[row] = Math.min(left, line) - GAP;
                return true;
            }
        }
        label.setVisible(false);
        return false;
    }

    /** On the right of a line, or on its left where the room ends; below 0 for neither. */
    private static double left(double line, double width, double free) {
        if (line + GAP + width <= free) {
            return line + GAP;
        }
        return line - GAP <= free ? line - GAP - width : -1;
    }

    private Label label(int index) {
        while (labels.size() <= index) {
            var label = new Label();
            label.getStyleClass().addAll("line-label", "edit-label");
            labels.add(label);
            getChildren().add(label);
        }
        return labels.get(index);
    }
}
