package org.ganatelier.plan.fix;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.plan.check.CheckedStack;
import org.ganatelier.plan.model.CheckedLayer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Which image a stack should be started with, so that its end fits the data. */
final class StartShapes {
    // DCGAN's generators start from a quarter of the image or less: few pixels, many channels.
    private static final int USUAL_SHARE = 4;
    private static final int LARGEST = 64;

    /** Height and width in pixels. */
    record Pixels(int height, int width) {
        long count() {
            return (long) height * width;
        }

        /** Whether so many values make whole channels of this size. */
        boolean divides(long values) {
            return values >= count() && values % count() == 0;
        }

        Shape.Image with(long channels) {
            return new Shape.Image(height, width, Math.clamp(channels, 1, Integer.MAX_VALUE));
        }
    }

    private StartShapes() {}

    /**
     * The sizes to start with at {@code index}, the most usual first: for a generator those that
     * the layers from there on turn into the data's, for a discriminator any.
     */
    static List<Pixels> at(CheckedStack trace, int index, Shape.Image data) {
        IntPredicate any = start -> true;
        return switch (trace.side()) {
            case DISCRIMINATOR -> pixels(any, any, data);
            case GENERATOR -> {
                var ends = ends(trace, index);
                yield pixels(
                        start ->
                                ends.get(start - 1).map(Shape.Image::height).orElse(0)
                                        == data.height(),
                        start ->
                                ends.get(start - 1).map(Shape.Image::width).orElse(0)
                                        == data.width(),
                        data);
            }
        };
    }

    /** What the layers from {@code index} on make of a square image of 1, 2, ... pixels a side. */
    private static List<Optional<Shape.Image>> ends(CheckedStack trace, int index) {
        var rest = trace.steps().stream().skip(index).map(CheckedLayer::layer).toList();
        return IntStream.rangeClosed(1, LARGEST)
                .mapToObj(side -> new Shape.Image(side, side, 1))
                .map(start -> CheckedStack.of(trace.side(), start, rest).end().image())
                .toList();
    }

    private static List<Pixels> pixels(IntPredicate height, IntPredicate width, Shape.Image data) {
        var heights = sides(height, data.height());
        var widths = sides(width, data.width());
        return IntStream.range(0, Math.min(heights.size(), widths.size()))
                .mapToObj(i -> new Pixels(heights.get(i), widths.get(i)))
                .toList();
    }

    private static List<Integer> sides(IntPredicate fits, int wanted) {
        Comparator<Integer> usual =
                Comparator.comparingDouble(
                        start -> Math.abs(Math.log((double) start * USUAL_SHARE / wanted)));
        return IntStream.rangeClosed(1, LARGEST).filter(fits).boxed().sorted(usual).toList();
    }
}
