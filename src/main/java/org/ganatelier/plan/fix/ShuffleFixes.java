package org.ganatelier.plan.fix;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.Weighted;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Violation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** For a pixel shuffle whose channels do not fill whole pixels. */
final class ShuffleFixes {
    /** Factors to choose instead. */
    private static final List<Integer> USUAL_FACTORS = List.of(2, 3, 4);

    private static final int KERNEL = 3;

    private final FixWriter edits;
    private final Shape.Image data;
    private final List<Fix> good = new ArrayList<>();

    private ShuffleFixes(FixWriter edits, Shape.Image data) {
        this.edits = edits;
        this.data = data;
    }

    static ShuffleFixes at(Diagnosis diagnosis, Place place) {
        return new ShuffleFixes(
                FixWriter.at(diagnosis, place), diagnosis.experiment().data().shape().asImage());
    }

    FixCandidates forChannels(Violation.IndivisibleChannels violation) {
        int place = edits.place();
        long share = (long) violation.factor() * violation.factor();
        // As the last layer of a generator it gives the image, otherwise about what it was.
        List<Long> channels =
                List.of(
                        Math.ceilDiv(violation.channels(), share) * share,
                        violation.channels() / share * share,
                        data.channels() * share);
        source().ifPresent(layer -> channels.forEach(count -> widen(layer, count)));
        USUAL_FACTORS.stream()
                .filter(factor -> violation.channels() % (factor * factor) == 0)
                .flatMap(factor -> edits.stride(place, factor))
                .forEach(good::add);
        channels.stream().filter(count -> count > 0).forEach(this::insertConvolution);
        good.add(edits.replace(place, new UpSampling2D(violation.factor())));
        return FixCandidates.onStack(edits.trace().side(), good, List.of(edits.remove(place)));
    }

    private void widen(int layer, long channels) {
        if (edits.layer(layer) instanceof Reshape(Shape.Image(int h, int w, int _))) {
            reshape(layer, new Shape.Image(h, w, Math.clamp(channels, 1, Limits.UNITS)))
                    .forEach(good::add);
        } else {
            edits.width(layer, channels).forEach(good::add);
        }
    }

    private Stream<Fix> reshape(int layer, Shape.Image target) {
        Fix reshape = edits.reshape(layer, target);
        return Stream.concat(
                Stream.of(reshape),
                edits.denseBefore(layer).stream()
                        .boxed()
                        .flatMap(dense -> edits.width(dense, target.size()))
                        .map(reshape::and));
    }

    private void insertConvolution(long channels) {
        if (channels > Limits.FILTERS) {
            return;
        }
        var convolution =
                new Conv2D((int) channels, KERNEL, 1, Padding.SAME, true, FixWriter.LINEAR);
        good.add(edits.insert(edits.place(), convolution));
    }

    /** The layer that sets the channels that come in: those between leave their number alone. */
    private OptionalInt source() {
        for (int i = edits.place() - 1; i >= 0; i--) {
            LayerSpec layer = edits.layer(i);
            if (layer instanceof Reshape || layer instanceof Weighted) {
                return OptionalInt.of(i);
            }
            if (edits.in(i).features() != edits.out(i).features()) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }
}
