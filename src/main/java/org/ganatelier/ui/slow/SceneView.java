package org.ganatelier.ui.slow;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.ganatelier.ui.widget.Zoom;

import java.util.List;

/** What is seen of one thing that happens. FX thread only. */
final class SceneView extends VBox {
    /** All parts are there when this share of the time is over: the rest is for looking. */
    private static final double COMING = 0.4;

    /** Of its own coming, a part overlaps with the next one. */
    private static final double OVERLAP = 2;

    private final List<Node> parts;
    private final List<Strip> strips;
    private final int unit;

    /**
     * @param parts come one after the other
     * @param unit pixels of the longer side of a sample's picture
     */
    SceneView(List<? extends Node> content, List<Node> parts, int unit) {
        this.unit = unit;
        this.parts = List.copyOf(parts);
        strips = content.stream().filter(Strip.class::isInstance).map(Strip.class::cast).toList();
        getStyleClass().add("slow-scene");
        getChildren().addAll(content);
    }

    /**
     * Shows as many parts as belong to a time.
     *
     * @param progress 0 to 1
     */
    void showUntil(double progress) {
        double come = progress / COMING * (parts.size() + OVERLAP);
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).setOpacity(Math.clamp((come - i) / OVERLAP, 0, 1));
        }
    }

    /** Makes its pictures as large as there is room for. */
    void fit(double width, double height) {
        if (strips.isEmpty() || width <= 0 || height <= 0) {
            return;
        }
        applyCss();
        double zoom = Zoom.of(this);
        Insets around = getInsets();
        double wide = (width - around.getLeft() - around.getRight()) / zoom;
        double free =
                height
                        - around.getTop()
                        - around.getBottom()
                        - (getChildren().size() - 1) * getSpacing()
                        - getChildren().stream()
                                .filter(node -> !(node instanceof Strip))
                                .mapToDouble(node -> node.prefHeight(wide * zoom))
                                .sum();
        double overhead = strips.stream().mapToDouble(strip -> strip.overhead(wide * zoom)).sum();
        double each = (free - overhead) / strips.size() / zoom;
        Strip first = strips.getFirst();
        var layout = new SceneLayout(unit, first.tiles().size());
        double words = first.words() / zoom;
        SceneLayout.Found found =
                isSingle()
                        ? layout.single(wide, each + words, words)
                        : layout.oneOfSeveral(wide, each);
        strips.forEach(strip -> strip.layOut(found.side() * zoom, found.wraps()));
    }

    /** Whether there is one row of pictures and nothing else but a note. */
    private boolean isSingle() {
        return getChildren().getFirst() instanceof Strip && strips.size() == 1;
    }
}
