package org.ganatelier.plan.fix;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Purpose;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.plan.check.CheckedStack;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Change;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.PartialShape;
import org.ganatelier.plan.model.Problem.Place;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes fixes for one stack.
 *
 * @param place index of the layer that the problem stands on; -1 where it stands on none
 */
record FixWriter(CheckedStack trace, int place) {
    static final Activation TANH = new Activation.Tanh();
    static final Activation LINEAR = new Activation.Linear();

    /** For a problem on a layer or a stack. */
    static FixWriter at(Diagnosis diagnosis, Place place) {
        return switch (place) {
            case Place.Layer(Side side, int index) -> new FixWriter(diagnosis.trace(side), index);
            case Place.Network(Side side) -> new FixWriter(diagnosis.trace(side), -1);
            case Place.Settings _ -> throw new IllegalArgumentException("Settings are no stack");
        };
    }

    int size() {
        return trace.steps().size();
    }

    LayerSpec layer(int index) {
        return trace.steps().get(index).layer();
    }

    PartialShape in(int index) {
        return trace.steps().get(index).in();
    }

    PartialShape out(int index) {
        return trace.steps().get(index).out();
    }

    /** Sets the stride or factor, where the layer has one that differs. */
    Stream<Fix> stride(int index, int stride) {
        return differing(new Change.SetStride(at(index), stride));
    }

    /** Sets the kernel or pooling window, where the layer has one that differs. */
    Stream<Fix> window(int index, int window) {
        return differing(new Change.SetWindow(at(index), window));
    }

    /** Sets the padding, where the layer has one that differs. */
    Stream<Fix> padding(int index, Padding padding) {
        return differing(new Change.SetPadding(at(index), padding));
    }

    /** Sets the units or filters, where the layer has some and the number is possible. */
    Stream<Fix> width(int index, long width) {
        return width < 1 || width > Integer.MAX_VALUE
                ? Stream.empty()
                : differing(new Change.SetWidth(at(index), (int) width));
    }

    private Stream<Fix> differing(Change.OfLayer change) {
        LayerSpec layer = layer(change.at().index());
        return change.changed(layer).equals(layer) ? Stream.empty() : Stream.of(Fix.of(change));
    }

    /** Gives a reshape another target. */
    Fix reshape(int index, Shape target) {
        return Fix.of(new Change.SetTarget(at(index), target));
    }

    /** Takes an activation away, with its layer where it is one of its own. */
    Fix withoutActivation(int index) {
        return layer(index).kind().purpose() == Purpose.ACTIVATION
                ? remove(index)
                : Fix.of(new Change.SetActivation(at(index), LINEAR));
    }

    Fix remove(int index) {
        return Fix.of(new Change.Remove(at(index)));
    }

    Fix replace(int index, LayerSpec layer) {
        return Fix.of(new Change.Replace(at(index), layer));
    }

    /** Puts layers in front of the one at {@code index}. */
    Fix insert(int index, LayerSpec... layers) {
        return Fix.of(new Change.Insert(side(), index, List.of(layers)));
    }

    /** Puts layers at the end. */
    Fix append(LayerSpec... layers) {
        return insert(size(), layers);
    }

    Side side() {
        return trace.side();
    }

    /** The place of a layer. */
    Place.Layer at(int index) {
        return new Place.Layer(side(), index);
    }

    /**
     * The dense layer whose units come in at {@code index} as they are: between the two stand only
     * layers that leave the number of values alone.
     */
    OptionalInt denseBefore(int index) {
        for (int i = index - 1; i >= 0; i--) {
            if (layer(i) instanceof Dense) {
                return OptionalInt.of(i);
            }
            if (in(i).isImage() || out(i).isImage() || in(i).size() != out(i).size()) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /** The last reshape to an image. */
    OptionalInt lastReshape() {
        return IntStream.iterate(size() - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> layer(i) instanceof Reshape(Shape.Image _))
                .findFirst();
    }

    /** With a bias. */
    static Dense dense(int units, Activation activation) {
        return new Dense(units, true, activation);
    }
}
