package org.ganatelier.plan.fix;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.plan.check.Diagnosis;
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
                FixWriter.at(diagnosis, place), diagnosis.experiment().data().shape());
    }

    /** A dense layer behind an image. */
    FixCandidates forVector() {
        good.add(edits.insert("Insert Flatten", edits.place(), new Flatten()));
        if (edits.trace().side() == Side.DISCRIMINATOR) {
            var average = new GlobalAveragePool();
            good.add(edits.insert("Insert GlobalAveragePool", edits.place(), average));
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
                .map(image -> insertReshape("Insert Reshape to " + image, place, image))
                .forEach(good::add);
        starts.forEach(start -> startAnew(start, place, values));
        crude.add(remove);
        return finished();
    }

    /** A reshape of another number of values. */
    FixCandidates forSize(Violation.WrongSize fault) {
        int place = edits.place();
        long values = fault.in().size();
        add(
                edits.denseBefore(place).stream()
                        .boxed()
                        .flatMap(dense -> edits.width(dense, fault.target().size())));
        switch (fault.target()) {
            case Shape.Image target -> reshapeToFit(target, values);
            case Shape.Flat _ when fault.in() instanceof Shape.Image ->
                    good.add(edits.replace("Use Flatten", place, new Flatten()));
            case Shape.Flat _ -> good.add(edits.remove(place));
        }
        if (edits.denseBefore(place).isEmpty()) {
            insertDense(fault);
        }
        crude.add(edits.remove(place));
        return finished();
    }

    /** A window larger than the image. */
    FixCandidates forWindow(Violation.WindowTooLarge fault) {
        add(edits.padding(edits.place(), Padding.SAME));
        add(edits.window(edits.place(), Math.min(fault.in().height(), fault.in().width())));
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

    private void insertDense(Violation.WrongSize fault) {
        if (fault.target().size() > Limits.UNITS) {
            return;
        }
        int units = (int) fault.target().size();
        var dense = FixWriter.dense(units, FixWriter.LINEAR);
        good.add(
                fault.in() instanceof Shape.Image
                        ? edits.insert(
                                "Insert Flatten and Dense with " + units + " units",
                                edits.place(),
                                new Flatten(),
                                dense)
                        : edits.insert(
                                "Insert Dense with " + units + " units", edits.place(), dense));
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
            int dense = before.getAsInt();
            String label =
                    "Set units of %s to %d and insert Reshape to %s"
                            .formatted(edits.name(dense), units, image);
            add(
                    edits.width(dense, units)
                            .map(
                                    set ->
                                            FixWriter.both(
                                                    label, set, insertReshape("", place, image))));
        } else {
            good.add(
                    edits.insert(
                            "Insert Dense with %d units and Reshape to %s".formatted(units, image),
                            place,
                            FixWriter.dense(units, FixWriter.LINEAR),
                            new Reshape(image)));
        }
    }

    private Fix insertReshape(String label, int place, Shape.Image image) {
        return edits.insert(label, place, new Reshape(image));
    }

    private void add(Stream<Fix> fixes) {
        fixes.forEach(good::add);
    }

    private FixCandidates finished() {
        return FixCandidates.onStack(edits.trace().side(), good, crude);
    }
}
