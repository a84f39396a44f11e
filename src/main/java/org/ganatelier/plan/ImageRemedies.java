package org.ganatelier.plan;

import org.ganatelier.plan.Problem.Place;
import org.ganatelier.spec.LayerSpec;
import org.ganatelier.spec.Shape;

import java.util.ArrayList;
import java.util.List;

/** For a generator that ends in no image, in other channels, or in values that are no pixels. */
final class ImageRemedies {
    private final Edits edits;
    private final Endings endings;
    private final Reshapes reshapes;
    private final List<Fix> good = new ArrayList<>();

    private ImageRemedies(Edits edits, Shape.Image data) {
        this.edits = edits;
        endings = new Endings(edits, data);
        reshapes = new Reshapes(edits, data);
    }

    static ImageRemedies at(Diagnosis diagnosis, Place place) {
        return new ImageRemedies(Edits.at(diagnosis, place), diagnosis.experiment().data().shape());
    }

    /** An end that is a vector. */
    Remedies forVector(Fault.NotAnImage fault) {
        long pixels = fault.data().size();
        if (fault.out().size() == pixels) {
            good.add(endings.reshape());
        }
        var setUnits =
                edits.denseBefore(edits.size()).stream()
                        .boxed()
                        .flatMap(dense -> edits.width(dense, pixels))
                        .map(set -> andReshape(set, fault.data()))
                        .toList();
        boolean pixelsAlready =
                Retouch.activation(edits.layer(edits.size() - 1))
                        .filter(Edits.TANH::equals)
                        .isPresent();
        addInOrder(pixelsAlready, setUnits, endings.dense());
        return Remedies.onStack(edits.trace().side(), good, List.of());
    }

    /** An end of another number of channels. */
    Remedies forChannels(Fault.WrongChannels fault) {
        if (edits.layer(edits.place()) instanceof LayerSpec.MinibatchStdDev) {
            good.add(edits.remove(edits.place()));
        }
        edits.trace().end().image().stream().flatMap(endings::enlarging).forEach(good::add);
        addInOrder(
                edits.place() == edits.size() - 1,
                edits.width(edits.place(), channelsNeeded(fault.data())).toList(),
                endings.convolution());
        reshapes.withChannels().forEach(good::add);
        return Remedies.onStack(edits.trace().side(), good, List.of(endings.flattenAndDense()));
    }

    /** Of the layer that the problem stands on, for the data's to be left at the end. */
    private long channelsNeeded(Shape.Image data) {
        long channels = data.channels();
        for (int i = edits.place() + 1; i < edits.size(); i++) {
            if (edits.layer(i) instanceof LayerSpec.PixelShuffle(int factor)) {
                channels = Count.product(channels, factor, factor);
            }
        }
        return channels;
    }

    /** An end that cannot reach -1. */
    Remedies forBlack() {
        edits.activation("Use tanh", edits.place(), Edits.TANH).forEach(good::add);
        return Remedies.onStack(edits.trace().side(), good, List.of());
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

    private Fix andReshape(Fix first, Shape.Image data) {
        return Edits.both(first.label() + " and add Reshape to " + data, first, endings.reshape());
    }
}
