package org.ganatelier.plan.fix;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Change;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Violation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** For a layer that cannot work on what comes in. */
final class ShapeFixes {
    /** Fewer channels than this draw poorly, more train slowly. */
    private static final int FEWEST_CHANNELS = 16;

    private final FixWriter edits;
    private final Shape.Image data;
    private final List<Fix> good = new ArrayList<>();
    private final List<Fix> crude = new ArrayList<>();

    private ShapeFixes(FixWriter edits, Shape.Image data) {
        this.edits = edits;
        this.data = data;
    }

    static ShapeFixes at(Diagnosis diagnosis, Place place) {
        return new ShapeFixes(
                FixWriter.at(diagnosis, place), diagnosis.experiment().data().shape().asImage());
    }

    /** A dense layer behind an image. */
    FixCandidates forVector() {
        good.add(edits.insert(edits.place(), new Flatten()));
        if (edits.trace().side() == Side.DISCRIMINATOR) {
            var average = new GlobalAveragePool();
            good.add(edits.insert(edits.place(), average));
        }
        return finished();
    }

    /** A layer for images behind a vector. */
    FixCandidates forImage() {
        int place = edits.place();
        Fix remove = edits.remove(place);
        if (edits.layer(place) instanceof GlobalAveragePool) {
            good.add(remove);
            return finished();
        }
        long values = edits.in(place).size();
        var starts = StartShapes.at(edits.trace(), place, data);
        starts.stream()
                .filter(start -> start.divides(values))
                .map(start -> start.with(values / start.count()))
                .map(image -> edits.insert(place, new Reshape(image)))
                .forEach(good::add);
        starts.forEach(start -> startAnew(start, place, values));
        crude.add(remove);
        return finished();
    }

    /** A reshape of another number of values. */
    FixCandidates forSize(Violation.WrongSize violation) {
        int place = edits.place();
        long values = violation.in().size();
        add(
                edits.denseBefore(place).stream()
                        .boxed()
                        .flatMap(dense -> edits.width(dense, violation.target().size())));
        switch (violation.target()) {
            case Shape.Image target -> reshapeToFit(target, values);
            case Shape.Flat _ when violation.in() instanceof Shape.Image ->
                    good.add(edits.replace(place, new Flatten()));
            case Shape.Flat _ -> good.add(edits.remove(place));
        }
        if (edits.denseBefore(place).isEmpty()) {
            insertDense(violation);
        }
        crude.add(edits.remove(place));
        return finished();
    }

    /** A layer that cuts all off. */
    FixCandidates forNothingLeft() {
        add(edits.padding(edits.place(), Padding.SAME));
        good.add(edits.remove(edits.place()));
        return finished();
    }

    /** More padding than window. */
    FixCandidates forPadding(Violation.PaddingTooLarge violation) {
        // What leaves an image its size, where the stride is 1.
        int half = (violation.window() - 1) / 2;
        add(edits.padding(edits.place(), new Padding.Explicit(half)));
        add(edits.padding(edits.place(), Padding.SAME));
        crude.add(edits.remove(edits.place()));
        return finished();
    }

    /** More output padding than places between two outputs. */
    FixCandidates forOutputPadding() {
        good.add(Fix.of(new Change.RemoveOutputPadding(edits.at(edits.place()))));
        crude.add(edits.remove(edits.place()));
        return finished();
    }

    /** A window larger than the image. */
    FixCandidates forWindow(Violation.WindowTooLarge violation) {
        add(edits.padding(edits.place(), Padding.SAME));
        add(edits.window(edits.place(), Math.min(violation.in().height(), violation.in().width())));
        crude.add(edits.remove(edits.place()));
        return finished();
    }

    private void reshapeToFit(Shape.Image target, long values) {
        var same = new StartShapes.Pixels(target.height(), target.width());
        Stream.concat(
                        Stream.of(same),
                        StartShapes.at(edits.trace(), edits.place() + 1, data).stream())
                .filter(start -> start.divides(values))
                .map(start -> edits.reshape(edits.place(), start.with(values / start.count())))
                .forEach(good::add);
    }

    private void insertDense(Violation.WrongSize violation) {
        if (violation.target().size() > Limits.UNITS) {
            return;
        }
        int units = (int) violation.target().size();
        var dense = FixWriter.dense(units, FixWriter.LINEAR);
        good.add(
                violation.in() instanceof Shape.Image
                        ? edits.insert(edits.place(), new Flatten(), dense)
                        : edits.insert(edits.place(), dense));
    }

    /** With a dense layer that gives what an image needs. */
    private void startAnew(StartShapes.Pixels start, int place, long values) {
        var image = start.with(Math.max(FEWEST_CHANNELS, values / start.count()));
        if (image.size() > Limits.UNITS) {
            return;
        }
        int units = (int) image.size();
        var before = edits.denseBefore(place);
        if (before.isPresent()) {
            Fix reshape = edits.insert(place, new Reshape(image));
            add(edits.width(before.getAsInt(), units).map(set -> set.and(reshape)));
        } else {
            good.add(
                    edits.insert(
                            place, FixWriter.dense(units, FixWriter.LINEAR), new Reshape(image)));
        }
    }

    private void add(Stream<Fix> fixes) {
        fixes.forEach(good::add);
    }

    private FixCandidates finished() {
        return FixCandidates.onStack(edits.trace().side(), good, crude);
    }
}
