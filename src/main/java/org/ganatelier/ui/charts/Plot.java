package org.ganatelier.ui.charts;

import javafx.beans.property.LongProperty;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

import org.ganatelier.text.Words;
import org.ganatelier.train.Edit;
import org.ganatelier.train.History;
import org.ganatelier.ui.widget.Zoom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plot of curves over steps. It reads the history only when it is told to, and then takes a time
 * that depends on its width and not on the number of steps.
 */
final class Plot extends Region {
    /** Pointing at no step. */
    static final long NOWHERE = -1;

    /** Whether curves have their name and value at their ends. */
    enum Ends {
        PLAIN,
        LABELLED
    }

    /** As wide as the longest label of the axis, such as −4.1e30. */
    private static final double LEFT = 46;

    private static final double TOP = 8;
    private static final double RIGHT = 8;
    private static final double BOTTOM = 20;
    private static final double GAP = 5;

    /** So near a line one points at it. */
    private static final double NEAR = 4;

    /** With Shift, arrow keys move the crosshair so many times as far. */
    private static final int SHIFT_TIMES = 10;

    private final PlotSpec spec;
    private final LongProperty pointed;
    private final Ends ends;
    private final PlotCanvas canvas = new PlotCanvas(this::requestLayout);
    private final TickLabels values = new TickLabels(true);
    private final TickLabels steps = new TickLabels(false);
    private final LineLabels labels;
    private final EditLabels edits;
    private final Words words;
    private final Crosshair crosshair;
    private final Label hint;

    private History history;

    /** What is pointed at is what was drawn last: the history may have gone on since. */
    private boolean nothingDrawn = true;

    private Frame frame;

    /**
     * @param pointed the step that the user points at, or {@link #NOWHERE}; shared with the other
     *     plots
     */
    Plot(PlotSpec spec, History history, LongProperty pointed, Ends ends, Words words) {
        this.words = words;
        edits = new EditLabels(words);
        this.spec = spec;
        this.history = history;
        this.pointed = pointed;
        this.ends = ends;
        List<PlotCurve> traces = reading().traces();
        labels = new LineLabels(ends == Ends.LABELLED ? traces : List.of(), words);
        crosshair = new Crosshair(traces.size());
        frame = Frame.of(history, spec, Scale.UNIT, 1, 1);
        hint = new Label(spec.hint());
        hint.getStyleClass().add("plot-hint");
        hint.setManaged(false);
        hint.setMouseTransparent(true);
        getStyleClass().add("plot");
        getChildren().addAll(canvas, values, steps, hint, labels, edits, crosshair);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription(words.say("charts.plot.role"));
        setOnMouseMoved(event -> pointAt(frame.step(event.getX() - left())));
        setOnMouseExited(_ -> pointed.set(NOWHERE));
        setOnMousePressed(_ -> requestFocus());
        setOnKeyPressed(this::move);
        pointed.subscribe(this::showCrosshair);
        show(history);
    }

    /** Shows a history as it is now. */
    void show(History now) {
        history = now;
        Reading reading = reading();
        labels.setGuides(reading.guides());
        refresh();
        setAccessibleHelp(
                Stream.of(
                                Optional.of(reading.meaning()),
                                reading.note(frame.curves()).map(Reading.Note::meaning),
                                Optional.of(words.say("charts.plot.keys")))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" ")));
    }

    private void refresh() {
        double zoom = Zoom.of(this);
        double left = left();
        double top = zoom * TOP;
        double width = Math.max(1, getWidth() - left - zoom * RIGHT);
        double height = Math.max(1, getHeight() - top - zoom * BOTTOM);
        frame = Frame.of(history, spec, frame.scale(), width, height);
        nothingDrawn = history.isEmpty();
        canvas.resizeRelocate(left, top, width, height);
        canvas.draw(frame, reading().guides(), history.edits());
        values.show(Ticks.ofValues(frame, words), height);
        place(values, left - zoom * GAP, top);
        steps.show(Ticks.ofSteps(frame, words), width);
        place(steps, left, top + height + zoom * GAP);
        hint.setVisible(nothingDrawn);
        hint.autosize();
        hint.relocate(left + (width - hint.getWidth()) / 2, top + (height - hint.getHeight()) / 2);
        // The words once are enough; the other plots have the lines.
        edits.show(frame, ends == Ends.PLAIN ? history.edits() : List.of());
        place(edits, left, top);
        labels.show(frame, taken(left, top));
        place(labels, left, top);
        place(crosshair, left, top);
        showCrosshair();
    }

    /** Where words stand already, as seen from the plotting area, which begins here. */
    private List<Bounds> taken(double left, double top) {
        var taken = new ArrayList<Bounds>(edits.shown());
        if (nothingDrawn) {
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
    private double left() {
        return Zoom.of(this) * LEFT;
    }

    /** How the curves are read under the objective of the history. */
    Reading reading() {
        return spec.reading().apply(history.objective());
    }

    /** The curves as they are drawn now. */
    List<Smoothed> curves() {
        return frame.curves();
    }

    /** A curve that is not drawn, as if it were. */
    Smoothed undrawn(PlotCurve trace) {
        return frame.smoothed(history, trace);
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
        pointed.set(nothingDrawn ? NOWHERE : step);
    }

    private void move(KeyEvent event) {
        // What is Escape's next use is for others.
        boolean nothingToLeave = event.getCode() == KeyCode.ESCAPE && pointed.get() == NOWHERE;
        if (nothingDrawn || nothingToLeave) {
            return;
        }
        long at = pointed.get() == NOWHERE ? history.lastStep() : pointed.get();
        long by = frame.bucketWidth() * (event.isShiftDown() ? SHIFT_TIMES : 1);
        switch (event.getCode()) {
            case LEFT -> pointed.set(Math.max(history.firstStep(), at - by));
            case RIGHT -> pointed.set(Math.min(history.lastStep(), at + by));
            case HOME -> pointed.set(history.firstStep());
            case END -> pointed.set(history.lastStep());
            case ESCAPE -> pointed.set(NOWHERE);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void showCrosshair() {
        boolean nowhere = pointed.get() == NOWHERE || nothingDrawn;
        long step = nowhere ? history.lastStep() : frame.nearest(pointed.get());
        String text = nothingDrawn ? hint.getText() : readout(step);
        if (nowhere) {
            crosshair.setVisible(false);
        } else {
            crosshair.show(frame, step, text, edits.bottom(), canvas::color);
        }
        setAccessibleText(reading().title() + ": " + text);
    }

    private String readout(long step) {
        return Crosshair.readout(
                frame, step, spec.beside().lines(history, frame, step), editsAt(step), words);
    }

    /** What was changed at the line that one points at, give or take some pixels. */
    private List<Edit> editsAt(long step) {
        double x = frame.x((double) step);
        return history.edits().stream()
                .filter(edit -> Math.abs(frame.x((double) edit.step()) - x) <= NEAR)
                .toList();
    }
}
