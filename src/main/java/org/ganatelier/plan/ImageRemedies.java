package org.ganatelier.plan;

import org.ganatelier.plan.Problem.Place;
import org.ganatelier.spec.LayerSpec;
import org.ganatelier.spec.NetworkSpec;
import org.ganatelier.spec.Padding;
import org.ganatelier.spec.Shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** For a generator that does not end in the data's images. */
final class ImageRemedies {
    private static final int FEWEST_CHANNELS = 16;
    private static final int MOST_STRIDE = 8;
    private static final int MOST_KERNEL = 7;
    private static final int USUAL_KERNEL = 3;

    /** Pairs are tried among so many layers at the end of a stack. */
    private static final int MOST_PAIRED = 6;

    private final Edits edits;
    private final Shape.Image data;
    private final List<Fix> good = new ArrayList<>();
    private final List<Fix> crude = new ArrayList<>();

    private ImageRemedies(Edits edits, Shape.Image data) {
        this.edits = edits;
        this.data = data;
    }

    static ImageRemedies at(Diagnosis diagnosis, Place place) {
        return new ImageRemedies(Edits.at(diagnosis, place), diagnosis.experiment().data().shape());
    }

    /** An end that is a vector. */
    Remedies forVector(Fault.NotAnImage fault) {
        int pixels = (int) data.size();
        var reshape = new LayerSpec.Reshape(data);
        if (fault.out().size() == pixels) {
            good.add(edits.append("Add Reshape to " + data, reshape));
        }
        var setUnits =
                edits.denseBefore(edits.size()).stream()
                        .boxed()
                        .flatMap(dense -> edits.width(dense, pixels))
                        .map(set -> andReshape(set, reshape))
                        .toList();
        Fix addDense =
                edits.append(
                        "Add Dense with %d units and Reshape to %s".formatted(pixels, data),
                        Edits.dense(pixels, Edits.TANH),
                        reshape);
        if (isMeantAsEnd(edits.layer(edits.size() - 1))) {
            good.addAll(setUnits);
            good.add(addDense);
        } else {
            good.add(addDense);
            good.addAll(setUnits);
        }
        return finished();
    }

    private Fix andReshape(Fix first, LayerSpec.Reshape reshape) {
        return Edits.both(
                first.label() + " and add Reshape to " + data, first, edits.append("", reshape));
    }

    /** Whether a layer's values could be pixels. */
    private static boolean isMeantAsEnd(LayerSpec layer) {
        return Retouch.activation(layer).filter(Edits.TANH::equals).isPresent();
    }

    /** An end of another height or width. */
    Remedies forPixels(Fault.WrongPixels fault) {
        boolean tooSmall = fault.made().height() < data.height();
        if (fault.made().channels() != data.channels()) {
            addEnlarging(fault.made());
        }
        // Enlarging late is cheap, and so is starting from fewer pixels.
        if (tooSmall) {
            strides(this::isGentle);
            startElsewhere();
        } else {
            startElsewhere();
            strides(this::isGentle);
        }
        paddings(Padding.SAME);
        startElsewhereWithDense();
        pairsOfStrides();
        padAll();
        strides((_, _) -> true);
        paddings(Padding.VALID);
        windows();
        resample(fault.made());
        removeOne();
        addDense();
        return finished();
    }

    /** An end of another number of channels. */
    Remedies forChannels(Fault.WrongChannels fault) {
        edits.trace().end().image().ifPresent(this::addEnlarging);
        var set = edits.width(edits.place(), data.channels()).toList();
        Fix add =
                edits.append(
                        "Add Conv2D with %s and tanh".formatted(filters()),
                        convolution(USUAL_KERNEL));
        if (edits.place() == edits.size() - 1) {
            good.addAll(set);
            good.add(add);
        } else {
            good.add(add);
            good.addAll(set);
        }
        reshapeChannels();
        addDense();
        return finished();
    }

    /** An end that cannot reach -1. */
    Remedies forBlack() {
        edits.activation("Use tanh", edits.place(), Edits.TANH).forEach(good::add);
        return finished();
    }

    private String filters() {
        return Words.count(data.channels(), "filter");
    }

    private LayerSpec convolution(int kernel) {
        return new LayerSpec.Conv2D(data.channels(), kernel, 1, Padding.SAME, true, Edits.TANH);
    }

    /** The last layer may not be there yet: one that enlarges to the data's size. */
    private void addEnlarging(Shape.Image made) {
        int factor = factor(made.height(), data.height());
        if (factor > 1 && factor == factor(made.width(), data.width())) {
            // A kernel of twice the stride meets every pixel equally often (no checkerboard).
            good.add(
                    edits.append(
                            "Add Conv2DTranspose with %s, stride %d and tanh"
                                    .formatted(filters(), factor),
                            new LayerSpec.Conv2DTranspose(
                                    data.channels(),
                                    2 * factor,
                                    factor,
                                    Padding.SAME,
                                    true,
                                    Edits.TANH)));
        }
    }

    /** How many times larger, or 0 where it is no whole number. */
    private static int factor(int from, int to) {
        return to % from == 0 ? to / from : 0;
    }

    /** Another image to start from, of as many values. */
    private void startElsewhere() {
        edits.lastReshape()
                .ifPresent(
                        reshape ->
                                LongStream.of(edits.in(reshape).size(), edits.out(reshape).size())
                                        .boxed()
                                        .flatMap(values -> starts(reshape, values))
                                        .forEach(good::add));
    }

    private Stream<Fix> starts(int reshape, long values) {
        return Starts.at(edits.trace(), reshape + 1, data).stream()
                .filter(start -> start.divides(values))
                .map(start -> edits.reshape(reshape, start.with(values / start.count())));
    }

    /** Another image to start from, of about as many values. */
    private void startElsewhereWithDense() {
        edits.lastReshape()
                .ifPresent(
                        reshape ->
                                Starts.at(edits.trace(), reshape + 1, data).stream()
                                        .map(start -> start.with(channels(reshape, start)))
                                        .flatMap(image -> reshapeWithDense(reshape, image))
                                        .forEach(good::add));
    }

    private long channels(int reshape, Starts.Pixels start) {
        return Math.max(FEWEST_CHANNELS, edits.out(reshape).size() / start.count());
    }

    private Stream<Fix> reshapeWithDense(int reshape, Shape.Image image) {
        return edits.denseBefore(reshape).stream()
                .boxed()
                .flatMap(
                        dense ->
                                edits.width(dense, image.size())
                                        .map(set -> both(edits.reshape(reshape, image), set)));
    }

    private static Fix both(Fix first, Fix second) {
        String other = second.label();
        return Edits.both(
                first.label()
                        + " and "
                        + other.substring(0, 1).toLowerCase(Locale.ROOT)
                        + other.substring(1),
                first,
                second);
    }

    /** What enlarges may do so by any factor; what shrinks should shrink less. */
    private boolean isGentle(int index, int stride) {
        LayerSpec layer = edits.layer(index);
        return layer instanceof LayerSpec.Conv2DTranspose
                || layer instanceof LayerSpec.UpSampling2D
                || stride < Retouch.stride(layer);
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

    /** Two strides at once. */
    private void pairsOfStrides() {
        var layers =
                fromTheEnd()
                        .filter(i -> edits.stride(i, MOST_STRIDE + 1).findAny().isPresent())
                        .limit(MOST_PAIRED)
                        .boxed()
                        .toList();
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
        String label =
                "Set strides of %s and %s to %d"
                        .formatted(edits.name(earlier), edits.name(later), stride);
        edits.stride(earlier, stride)
                .flatMap(
                        first ->
                                edits.stride(later, stride)
                                        .map(second -> Edits.both(label, first, second)))
                .forEach(good::add);
    }

    private void padAll() {
        good.add(
                edits.change(
                        "Set padding of all layers to same",
                        network ->
                                new NetworkSpec(
                                        network.layers().stream()
                                                .map(
                                                        layer ->
                                                                Retouch.padding(layer, Padding.SAME)
                                                                        .orElse(layer))
                                                .toList())));
    }

    private void resample(Shape.Image made) {
        int up = factor(made.height(), data.height());
        if (up > 1) {
            good.add(
                    edits.insert(
                            "Insert UpSampling2D with factor " + up,
                            edits.place() + 1,
                            new LayerSpec.UpSampling2D(up)));
        }
        int down = factor(data.height(), made.height());
        if (down > 1) {
            crude.add(
                    edits.append(
                            "Add AveragePool with window " + down,
                            new LayerSpec.AveragePool(down, down, Padding.VALID)));
        }
    }

    private void removeOne() {
        fromTheEnd()
                .filter(i -> edits.stride(i, MOST_STRIDE + 1).findAny().isPresent())
                .mapToObj(edits::remove)
                .forEach(crude::add);
    }

    private void reshapeChannels() {
        edits.lastReshape()
                .ifPresent(
                        reshape -> {
                            Shape.Image old =
                                    (Shape.Image)
                                            ((LayerSpec.Reshape) edits.layer(reshape)).target();
                            var image = new Shape.Image(old.height(), old.width(), data.channels());
                            good.add(edits.reshape(reshape, image));
                            reshapeWithDense(reshape, image).forEach(good::add);
                        });
    }

    private void addDense() {
        int pixels = (int) data.size();
        crude.add(
                edits.append(
                        "Add Flatten, Dense with %d units and Reshape".formatted(pixels),
                        new LayerSpec.Flatten(),
                        Edits.dense(pixels, Edits.TANH),
                        new LayerSpec.Reshape(data)));
    }

    private IntStream fromTheEnd() {
        return IntStream.iterate(edits.size() - 1, i -> i >= 0, i -> i - 1);
    }

    private Remedies finished() {
        return Remedies.onStack(edits.trace().side(), good, crude);
    }
}
