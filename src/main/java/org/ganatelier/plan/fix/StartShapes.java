package org.ganatelier.plan.fix;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.plan.check.CheckedStack;
import org.ganatelier.plan.model.CheckedLayer;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Which image a stack should be started with, so that its end fits the data. */
final class StartShapes {
    // DCGAN's generators start from a quarter of the image or less: few pixels, many channels.
    private static final int USUAL_SHARE = 4;
    private static final int LARGEST = 64;

    /** Height and width in pixels. */
    record Pixels(int height, int width) {
        int count() {
            return height * width;
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
        var rest = trace.steps().stream().skip(index).map(CheckedLayer::layer).toList();
        var heights = sides(trace.side(), rest, data.height(), Shape.Image::height);
        var widths = sides(trace.side(), rest, data.width(), Shape.Image::width);
        return IntStream.range(0, Math.min(heights.size(), widths.size()))
                .mapToObj(i -> new Pixels(heights.get(i), widths.get(i)))
                .toList();
    }

    private static List<Integer> sides(
            Side side, List<LayerSpec> rest, int wanted, ToIntFunction<Shape.Image> measure) {
        Comparator<Integer> usual =
                Comparator.comparingDouble(
                        start -> Math.abs(Math.log((double) start * USUAL_SHARE / wanted)));
        return IntStream.rangeClosed(1, LARGEST)
                .filter(
                        start ->
                                side == Side.DISCRIMINATOR
                                        || end(side, rest, start, measure) == wanted)
                .boxed()
                .sorted(usual)
                .toList();
    }

    private static int end(
            Side side, List<LayerSpec> rest, int start, ToIntFunction<Shape.Image> measure) {
        return CheckedStack.of(side, new Shape.Image(start, start, 1), rest)
                .end()
                .image()
                .map(measure::applyAsInt)
                .orElse(0);
    }
}
