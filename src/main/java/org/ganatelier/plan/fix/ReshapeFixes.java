package org.ganatelier.plan.fix;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.plan.model.Fix;

import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Other images for a generator to start from: other targets of its last reshape. */
record ReshapeFixes(FixWriter edits, Shape.Image data) {
    /** Fewer channels than this draw poorly. */
    private static final int FEWEST_CHANNELS = 16;

    /** Of as many values as come in, or as the old target has. */
    Stream<Fix> keepingValues() {
        return reshape()
                .flatMap(
                        reshape ->
                                LongStream.of(edits.in(reshape).size(), edits.out(reshape).size())
                                        .boxed()
                                        .flatMap(values -> keeping(reshape, values)));
    }

    /** Of about as many values, the dense layer before set to fit. */
    Stream<Fix> withDense() {
        return reshape()
                .flatMap(
                        reshape ->
                                StartShapes.at(edits.trace(), reshape + 1, data).stream()
                                        .map(start -> start.with(channels(reshape, start)))
                                        .flatMap(image -> withDense(reshape, image)));
    }

    /** Of the same size with the data's channels. */
    Stream<Fix> withChannels() {
        return reshape().flatMap(this::withChannels);
    }

    private Stream<Fix> withChannels(int reshape) {
        return edits.out(reshape).image().stream()
                .map(old -> new Shape.Image(old.height(), old.width(), data.channels()))
                .flatMap(
                        image ->
                                Stream.concat(
                                        Stream.of(edits.reshape(reshape, image)),
                                        withDense(reshape, image)));
    }

    private Stream<Integer> reshape() {
        return edits.lastReshape().stream().boxed();
    }

    private Stream<Fix> keeping(int reshape, long values) {
        return StartShapes.at(edits.trace(), reshape + 1, data).stream()
                .filter(start -> start.divides(values))
                .map(start -> edits.reshape(reshape, start.with(values / start.count())));
    }

    private long channels(int reshape, StartShapes.Pixels start) {
        return Math.max(FEWEST_CHANNELS, edits.out(reshape).size() / start.count());
    }

    private Stream<Fix> withDense(int reshape, Shape.Image image) {
        return edits.denseBefore(reshape).stream()
                .boxed()
                .flatMap(dense -> edits.width(dense, image.size()))
                .map(edits.reshape(reshape, image)::and);
    }
}
