package org.ganatelier.plan.fix;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Resizing;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Change;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Violation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/** For a generator that makes images of another height or width. */
final class PixelFixes {
    private static final int MOST_STRIDE = 8;
    private static final int MOST_KERNEL = 7;

    /** Pairs are tried among so many layers at the end of a stack. */
    private static final int MOST_PAIRED = 6;

    private final FixWriter edits;
    private final Shape.Image data;
    private final Shape.Image made;
    private final List<Fix> good = new ArrayList<>();
    private final List<Fix> crude = new ArrayList<>();

    private PixelFixes(FixWriter edits, Violation.WrongPixels violation) {
        this.edits = edits;
        data = violation.data();
        made = violation.made();
    }

    static FixCandidates of(Diagnosis diagnosis, Place place, Violation.WrongPixels violation) {
        var candidates = new PixelFixes(FixWriter.at(diagnosis, place), violation);
        candidates.collect();
        return FixCandidates.onStack(
                candidates.edits.trace().side(), candidates.good, candidates.crude);
    }

    private void collect() {
        var endings = new EndingFixes(edits, data);
        var reshapes = new ReshapeFixes(edits, data);
        if (made.channels() != data.channels()) {
            // The last layer may not be there yet.
            endings.enlarging(made).forEach(good::add);
        }
        // Enlarging late is cheap, and so is starting from fewer pixels.
        if (made.height() < data.height()) {
            strides(this::isGentle);
            reshapes.keepingValues().forEach(good::add);
        } else {
            reshapes.keepingValues().forEach(good::add);
            strides(this::isGentle);
        }
        paddings(Padding.SAME);
        reshapes.withDense().forEach(good::add);
        pairsOfStrides();
        good.add(Fix.of(new Change.SetAllPaddings(edits.side(), Padding.SAME)));
        strides((_, _) -> true);
        paddings(Padding.VALID);
        windows();
        resample();
        resizing().mapToObj(edits::remove).forEach(crude::add);
        crude.add(endings.flattenAndDense());
    }

    /** What enlarges may do so by any factor; what shrinks should shrink less. */
    private boolean isGentle(int index, int stride) {
        return edits.layer(index) instanceof Resizing layer
                && (layer instanceof Conv2DTranspose
                        || layer instanceof UpSampling2D
                        || stride < layer.factor());
    }

    private void strides(BiPredicate<Integer, Integer> wanted) {
        IntStream.concat(IntStream.of(2, 1), IntStream.rangeClosed(3, MOST_STRIDE))
                .boxed()
                .flatMap(
                        stride ->
                                fromTheEnd()
                                        .filter(i -> wanted.test(i, stride))
                                        .boxed()
                                        .flatMap(i -> edits.stride(i, stride)))
                .forEach(good::add);
    }

    private void paddings(Padding padding) {
        fromTheEnd().boxed().flatMap(i -> edits.padding(i, padding)).forEach(good::add);
    }

    private void windows() {
        fromTheEnd()
                .boxed()
                .flatMap(
                        i ->
                                IntStream.rangeClosed(1, MOST_KERNEL)
                                        .boxed()
                                        .flatMap(window -> edits.window(i, window)))
                .forEach(good::add);
    }

    private void pairsOfStrides() {
        var layers = resizing().limit(MOST_PAIRED).boxed().toList();
        for (int stride = 1; stride <= 2; stride++) {
            for (int later : layers) {
                for (int earlier : layers) {
                    if (earlier < later) {
                        addPair(earlier, later, stride);
                    }
                }
            }
        }
    }

    private void addPair(int earlier, int later, int stride) {
        boolean bothChange =
                edits.stride(earlier, stride).findAny().isPresent()
                        && edits.stride(later, stride).findAny().isPresent();
        if (bothChange) {
            good.add(Fix.of(new Change.SetStrides(edits.side(), List.of(earlier, later), stride)));
        }
    }

    private void resample() {
        int up = EndingFixes.factor(made.height(), data.height());
        if (up > 1) {
            good.add(edits.insert(edits.place() + 1, new UpSampling2D(up)));
        }
        int down = EndingFixes.factor(data.height(), made.height());
        if (down > 1) {
            crude.add(edits.append(new AveragePool(down, down, Padding.VALID)));
        }
    }

    /** The layers that have a stride, the last first. */
    private IntStream resizing() {
        return fromTheEnd().filter(i -> edits.layer(i) instanceof Resizing);
    }

    private IntStream fromTheEnd() {
        return IntStream.iterate(edits.size() - 1, i -> i >= 0, i -> i - 1);
    }
}
