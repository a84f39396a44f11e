package org.ganatelier.ui.charts;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.ganatelier.text.Words;
import org.ganatelier.train.History;
import org.ganatelier.ui.widget.Zoom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plot of curves over steps. It reads the history only when it is told to or is looked at in
 * another way, and then takes a time that depends on its width and not on the number of steps.
 */
final class Plot extends Region {
    /** As wide as the longest label of the axis, such as −4.1e30. */
    static final double LEFT = 46;

    static final double TOP = 8;
    static final double RIGHT = 8;
    static final double BOTTOM = 20;
    static final double GAP = 5;

    /** So near a line one points at it. */
    private static final double NEAR = 4;

    private final PlotSpec spec;
    private final Shared shared;
    private final Words words;
    private final PlotCanvas canvas = new PlotCanvas(this::requestLayout);
    private final TickLabels values = new TickLabels(true);
    private final TickLabels steps = new TickLabels(false);
    private final LineLabels labels;
    private final MarkLabels markLabels = new MarkLabels();
    private final Crosshair crosshair;
    private final Label hint;

    private Material material;
    private List<Mark> marks = List.of();
    private boolean marksHaveWords;
    private Optional<Look.Values> part = Optional.empty();

    /** What is pointed at is what was drawn last: the history may have gone on since. */
    private boolean nothingDrawn = true;

    private Frame frame;

    Plot(PlotSpec spec, Material material, Shared shared, Words words) {
        this.spec = spec;
        this.material = material;
        this.shared = shared;
        this.words = words;
        labels = new LineLabels(words);
        crosshair = new Crosshair();
        frame = frame(Scale.UNIT, 1, 1);
        hint = new Label(spec.hint());
        hint.getStyleClass().add("plot-hint");
        hint.setManaged(false);
        hint.setMouseTransparent(true);
        getStyleClass().add("plot");
        var gestures = new PlotGestures(this, shared);
        getChildren()
                .addAll(canvas, values, steps, hint, labels, markLabels, gestures.box(), crosshair);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription(words.say("charts.plot.role"));
        setOnMouseMoved(event -> pointAt(frame.step(event.getX() - left())));
        setOnMouseExited(_ -> shared.pointed().set(Shared.NOWHERE));
        new PlotKeys(this, shared);
        shared.pointed().subscribe(this::showCrosshair);
        // However many of these come between two frames, there is one layout for them.
        shared.lens().partProperty().subscribe(this::requestLayout);
        shared.choices().unitProperty().subscribe(this::requestLayout);
        shared.choices().smoothingProperty().subscribe(this::requestLayout);
        shared.choices().hiddenProperty().subscribe(this::requestLayout);
        shared.choices().logarithmicProperty().subscribe(this::lookAnew);
    }

    /**
     * Shows a run as it is now.
     *
     * @param happened what is marked, oldest first
     * @param withWords whether the marks have their words here
     */
    void show(Material now, List<Mark> happened, boolean withWords) {
        if (now.history() != material.history()) {
            part = Optional.empty();
        }
        material = now;
        marks = happened;
        marksHaveWords = withWords;
        Reading reading = reading();
        labels.setGuides(reading.guides());
        refresh();
        setAccessibleHelp(
                Stream.of(
                                Optional.of(reading.meaning()),
                                Optional.of(reading.upwards()),
                                reading.note(frame.curves()).map(Reading.Note::meaning),
                                Optional.of(words.say("charts.plot.keys")))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" ")));
    }

    private Frame frame(Scale before, double width, double height) {
        return Frame.of(
                material,
                spec,
                shared.choices().look(spec.kind(), part),
                shared.lens().of(whole()),
                before,
                width,
                height);
    }

    private void refresh() {
        double zoom = Zoom.of(this);
        double left = left();
        double top = top();
        double width = Math.max(1, getWidth() - left - zoom * RIGHT);
        double height = Math.max(1, getHeight() - top - zoom * BOTTOM);
        frame = frame(frame.scale(), width, height);
        nothingDrawn = material.history().isEmpty();
        canvas.resizeRelocate(left, top, width, height);
        canvas.draw(frame, reading().guides(), marks);
        values.show(Ticks.ofValues(frame, words), height);
        place(values, left - zoom * GAP, top);
        steps.show(Ticks.ofSteps(frame, words), width);
        place(steps, left, top + height + zoom * GAP);
        hint.setVisible(nothingDrawn || hasNoCurve());
        hint.autosize();
        hint.relocate(left + (width - hint.getWidth()) / 2, top + (height - hint.getHeight()) / 2);
        markLabels.show(frame, marksHaveWords ? marks : List.of());
        place(markLabels, left, top);
        labels.show(frame, taken(left, top));
        place(labels, left, top);
        place(crosshair, left, top);
        showCrosshair();
    }

    /** Whether nothing was measured of what this plot shows, though the run goes on. */
    private boolean hasNoCurve() {
        return spec.kind() != PlotKind.LOSSES
                && spec.kind() != PlotKind.OUTPUTS
                && !shared.lens().isPart()
                && frame.curves().stream().allMatch(curve -> Double.isNaN(curve.newest()));
    }

    /** Where words stand already, as seen from the plotting area, which begins here. */
    private List<Bounds> taken(double left, double top) {
        var taken = new ArrayList<Bounds>(markLabels.shown());
        if (hint.isVisible()) {
            Bounds hinted = hint.getBoundsInParent();
            taken.add(
                    new BoundingBox(
                            hinted.getMinX() - left,
                            hinted.getMinY() - top,
                            hinted.getWidth(),
                            hinted.getHeight()));
        }
        return taken;
    }

    /** Where the curves begin. */
    double left() {
        return Zoom.of(this) * LEFT;
    }

    /** Where the plotting area begins. */
    double top() {
        return Zoom.of(this) * TOP;
    }

    /** How the curves are read under the objective of the history. */
    Reading reading() {
        return spec.reading().apply(material);
    }

    /** What is drawn now. */
    Frame frame() {
        return frame;
    }

    List<Mark> marks() {
        return marks;
    }

    PlotColors colors() {
        return canvas.colors();
    }

    History history() {
        return material.history();
    }

    /** All steps that there are. */
    Span whole() {
        return Frame.whole(material, shared.choices().unitProperty().get());
    }

    /** Whether there is nothing to look at. */
    boolean isEmpty() {
        return nothingDrawn;
    }

    /** A curve that is not drawn, as if it were. */
    Smoothed undrawn(PlotCurve trace) {
        return frame.smoothed(material, trace, Smoothing.NORMAL);
    }

    /** Shows more or fewer steps, as {@link Lens#zoom}. */
    void zoom(double factor, double at) {
        shared.lens().zoom(factor, at, whole(), frame.axis());
    }

    /** Moves along the run, as {@link Lens#pan}. */
    void pan(double by) {
        shared.lens().pan(by, whole(), frame.axis());
    }

    /** Shows a part of the values. */
    void showValues(Look.Values chosen) {
        part = Optional.of(chosen);
        requestLayout();
    }

    /** Shows all steps, and all values. */
    void showAll() {
        shared.lens().all();
        lookAnew();
    }

    private void lookAnew() {
        part = Optional.empty();
        requestLayout();
    }

    /** Shows a curve, or hides it. */
    void toggle(int index) {
        if (index < frame.curves().size()) {
            shared.choices().toggle(frame.curves().get(index).trace());
        }
    }

    @Override
    protected void layoutChildren() {
        refresh();
    }

    /** Puts the origin of a group somewhere; {@code relocate} would put its bounds there. */
    private static void place(Group group, double x, double y) {
        group.setLayoutX(x);
        group.setLayoutY(y);
    }

    private void pointAt(long step) {
        shared.pointed().set(nothingDrawn ? Shared.NOWHERE : step);
    }

    private void showCrosshair() {
        boolean nowhere = shared.pointsNowhere() || nothingDrawn;
        long step = frame.nearest(nowhere ? history().lastStep() : shared.pointed().get());
        String text = nothingDrawn ? hint.getText() : readout(step);
        if (nowhere) {
            crosshair.setVisible(false);
        } else {
            crosshair.show(frame, step, text, markLabels.bottom(), canvas.colors());
        }
        setAccessibleText(reading().title() + ": " + text);
    }

    private String readout(long step) {
        return Crosshair.readout(
                frame, step, spec.beside().lines(material, frame, step), marksAt(step), words);
    }

    /** What is marked at the line that one points at, give or take some pixels. */
    private List<Mark> marksAt(long step) {
        double x = frame.x((double) step);
        return marks.stream()
                .filter(mark -> Math.abs(frame.x((double) mark.step()) - x) <= NEAR)
                .toList();
    }
}
