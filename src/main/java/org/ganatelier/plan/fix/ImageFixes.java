package org.ganatelier.plan.fix;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Change;
import org.ganatelier.plan.model.Count;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Violation;

import java.util.ArrayList;
import java.util.List;

/** For a generator that ends in no image, in other channels, or in values that are no pixels. */
final class ImageFixes {
    private final FixWriter edits;
    private final EndingFixes endings;
    private final ReshapeFixes reshapes;
    private final List<Fix> good = new ArrayList<>();

    private ImageFixes(FixWriter edits, Shape.Image data) {
        this.edits = edits;
        endings = new EndingFixes(edits, data);
        reshapes = new ReshapeFixes(edits, data);
    }

    static ImageFixes at(Diagnosis diagnosis, Place place) {
        return new ImageFixes(
                FixWriter.at(diagnosis, place), diagnosis.experiment().data().shape().asImage());
    }

    /** An end that is a vector. */
    FixCandidates forVector(Violation.NotAnImage violation) {
        long pixels = violation.data().size();
        if (violation.out().size() == pixels) {
            good.add(endings.reshape());
        }
        var setUnits =
                edits.denseBefore(edits.size()).stream()
                        .boxed()
                        .flatMap(dense -> edits.width(dense, pixels))
                        .map(set -> set.and(endings.reshape()))
                        .toList();
        boolean pixelsAlready =
                edits.layer(edits.size() - 1) instanceof Activated last
                        && last.activation().equals(FixWriter.TANH);
        addInOrder(pixelsAlready, setUnits, endings.dense());
        return FixCandidates.onStack(edits.trace().side(), good, List.of());
    }

    /** An end of another number of channels. */
    FixCandidates forChannels(Violation.WrongChannels violation) {
        if (edits.layer(edits.place()) instanceof MinibatchStdDev) {
            good.add(edits.remove(edits.place()));
        }
        edits.trace().end().image().stream().flatMap(endings::enlarging).forEach(good::add);
        addInOrder(
                edits.place() == edits.size() - 1,
                edits.width(edits.place(), channelsNeeded(violation.data())).toList(),
                endings.convolution());
        reshapes.withChannels().forEach(good::add);
        return FixCandidates.onStack(
                edits.trace().side(), good, List.of(endings.flattenAndDense()));
    }

    /** Of the layer that the problem stands on, for the data's to be left at the end. */
    private long channelsNeeded(Shape.Image data) {
        long channels = data.channels();
        for (int i = edits.place() + 1; i < edits.size(); i++) {
            if (edits.layer(i) instanceof PixelShuffle(int factor)) {
                channels = Count.product(channels, factor, factor);
            }
        }
        return channels;
    }

    /** An end that cannot reach -1. */
    FixCandidates forBlack() {
        good.add(Fix.of(new Change.SetActivation(edits.at(edits.place()), FixWriter.TANH)));
        return FixCandidates.onStack(edits.trace().side(), good, List.of());
    }

    /** The layer that is there, or one more: what was probably meant comes first. */
    private void addInOrder(boolean meantAsLast, List<Fix> setLast, Fix addOne) {
        if (meantAsLast) {
            good.addAll(setLast);
            good.add(addOne);
        } else {
            good.add(addOne);
            good.addAll(setLast);
        }
    }
}
