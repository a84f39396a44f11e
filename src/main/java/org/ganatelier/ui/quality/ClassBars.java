package org.ganatelier.ui.quality;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

import org.ganatelier.text.Words;
import org.ganatelier.train.quality.Coverage;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Zoom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which classes are seen how often: a bar for each, and a line where all would be equal. */
final class ClassBars extends Region {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    /** Twice its due: a bar may be so long before the others shrink. */
    private static final double LEAST_TOP = 0.2;

    /** Of a bar that stands for nothing, so that its place is seen. */
    private static final double LEAST_BAR = 1;

    private static final double GAP = 4;
    private static final double HEIGHT = 58;
    private static final double LEAST_WIDTH = 160;

    private final Words words;
    private final QualityTexts texts;
    private final List<Region> bars = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final List<Tooltip> hints = new ArrayList<>();
    private final Line due = new Line();
    private List<Double> shares = List.of();

    ClassBars(Words words) {
        this.words = words;
        texts = new QualityTexts(words);
        getStyleClass().add("class-bars");
        due.getStyleClass().add("class-due");
        due.setManaged(false);
        due.setMouseTransparent(true);
        getChildren().add(due);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(words.say("quality.classes.none"));
    }

    /**
     * Shows the shares of classes.
     *
     * @param labels below the bars, one for each class
     * @param titles of the classes, for those who look closer
     */
    void show(Coverage coverage, List<String> labels, List<String> titles) {
        shares = coverage.shares();
        while (bars.size() < shares.size()) {
            add();
        }
        for (int i = 0; i < shares.size(); i++) {
            names.get(i).setText(labels.get(i));
            hints.get(i).setText(texts.share(titles.get(i), shares.get(i)));
            bars.get(i).pseudoClassStateChanged(MISSING, shares.get(i) < Coverage.SEEN);
        }
        setAccessibleText(
                words.say(
                        "quality.classes.spoken",
                        "shares",
                        IntStream.range(0, shares.size())
                                .mapToObj(i -> texts.share(titles.get(i), shares.get(i)))
                                .collect(Collectors.joining(", "))));
        requestLayout();
    }

    /** Shows nothing. */
    void clear() {
        shares = List.of();
        getChildren().setAll(due);
        bars.clear();
        names.clear();
        hints.clear();
        setAccessibleText(words.say("quality.classes.none"));
        requestLayout();
    }

    private void add() {
        var bar = new Region();
        bar.getStyleClass().add("class-bar");
        var name = new Label();
        name.getStyleClass().add("class-name");
        bar.setManaged(false);
        name.setManaged(false);
        bars.add(bar);
        names.add(name);
        hints.add(Hints.on(name, ""));
        Tooltip.install(bar, hints.getLast());
        getChildren().addAll(0, List.of(bar, name));
    }

    @Override
    protected double computePrefHeight(double width) {
        return Zoom.of(this) * HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Zoom.of(this) * LEAST_WIDTH;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Zoom.of(this) * LEAST_WIDTH;
    }

    @Override
    protected void layoutChildren() {
        due.setVisible(!shares.isEmpty());
        if (shares.isEmpty()) {
            return;
        }
        double cell = getWidth() / shares.size();
        names.forEach(Label::autosize);
        double foot = names.stream().mapToDouble(Label::getHeight).max().orElse(0);
        double height = Math.max(1, getHeight() - foot);
        double top = Math.max(LEAST_TOP, Collections.max(shares));
        for (int i = 0; i < shares.size(); i++) {
            double length = Math.max(LEAST_BAR, Math.rint(shares.get(i) / top * height));
            double left = Math.rint(i * cell + GAP / 2);
            double right = Math.rint((i + 1) * cell - GAP / 2);
            bars.get(i).resizeRelocate(left, height - length, right - left, length);
            Label name = names.get(i);
            name.relocate(Math.rint((left + right - name.getWidth()) / 2), height);
        }
        double level = Math.floor(height * (1 - 1.0 / shares.size() / top)) + 0.5;
        due.setStartX(0);
        due.setEndX(getWidth());
        due.setStartY(level);
        due.setEndY(level);
    }
}
