package org.ganatelier.exchange.keras;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Window;
import org.ganatelier.experiment.layer.Windowed;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads a layer together with the zeros or the cut that are its padding, as this program writes
 * them: their names say that they belong to it.
 */
final class PaddedReader {
    /**
     * What was found.
     *
     * @param node whose weights it has
     * @param layers how many of the chain it is
     */
    record Found(GraphNode node, LayerSpec spec, String title, int layers) {}

    private final List<GraphNode> chain;
    private final int first;
    private final Optional<Shape> input;

    PaddedReader(List<GraphNode> chain, int first, Optional<Shape> input) {
        this.chain = chain;
        this.first = first;
        this.input = input;
    }

    Optional<Found> read() {
        boolean padded = hasName(first, first + 1, KerasNames.PADDING);
        int at = padded ? first + 1 : first;
        boolean cropped = hasName(at + 1, at, KerasNames.CROPPING);
        if ((!padded && !cropped) || input.isEmpty()) {
            return Optional.empty();
        }
        GraphNode node = chain.get(at);
        Optional<LayerSpec> inner = new LayerReader(node, input).read();
        if (inner.isEmpty() || !(inner.get() instanceof Windowed windowed)) {
            return Optional.empty();
        }
        Optional<LayerSpec> spec =
                cropped && windowed instanceof Conv2DTranspose conv
                        ? transposed(conv, at + 1, padded)
                        : padded && !cropped ? convolution(windowed) : Optional.empty();
        int layers = 1 + (padded ? 1 : 0) + (cropped ? 1 : 0);
        return spec.map(
                each ->
                        new Found(
                                node,
                                each,
                                (padded ? "ZeroPadding2D, " : "")
                                        + node.className()
                                        + (cropped ? ", Cropping2D" : ""),
                                layers));
    }

    private boolean hasName(int index, int owner, String ending) {
        return index < chain.size()
                && owner < chain.size()
                && chain.get(index).name().equals(chain.get(owner).name() + ending);
    }

    private Optional<LayerSpec> convolution(Windowed inner) {
        Optional<List<Integer>> zeros =
                KerasShapes.borders(chain.get(first).config().path("padding"));
        Window window = inner.window();
        boolean even = zeros.isPresent() && zeros.get().stream().distinct().count() == 1;
        if (!even || !window.padding().equals(Padding.VALID) || zeros.get().getFirst() < 0) {
            return Optional.empty();
        }
        var padding = new Padding.Explicit(zeros.get().getFirst());
        return Optional.of(inner.withWindow(window.withPadding(padding)));
    }

    /** The padding and the output padding with which as much is cut off. */
    private Optional<LayerSpec> transposed(Conv2DTranspose inner, int crop, boolean padded) {
        Optional<List<Integer>> cut =
                KerasShapes.borders(chain.get(crop).config().path("cropping"));
        if (cut.isEmpty()
                || Collections.min(cut.get()) < 0
                || !inner.padding().equals(Padding.VALID)
                || !(input.orElseThrow() instanceof Shape.Image image)) {
            return Optional.empty();
        }
        int top = cut.get().get(0);
        int below = cut.get().get(1);
        int side = image.height() + (padded ? 1 : 0);
        int whole = (side - 1) * inner.stride() + Math.max(inner.kernel(), inner.stride());
        int made = whole - top - below;
        int more = made - ((image.height() - 1) * inner.stride() + inner.kernel() - 2 * top);
        if (more == 0) {
            return Optional.of(withPadding(inner, new Padding.Explicit(top)));
        }
        for (Padding padding : List.of(Padding.SAME, Padding.VALID)) {
            Conv2DTranspose tried = withPadding(inner, padding);
            int added =
                    made
                            - image.height() * inner.stride()
                            - (padding.equals(Padding.SAME)
                                    ? 0
                                    : Math.max(inner.kernel() - inner.stride(), 0));
            if (tried.cropped() == top && added > 0 && added < inner.stride()) {
                return Optional.of(tried.withOutputPadding(added));
            }
        }
        return more < 0
                ? Optional.empty()
                : Optional.of(
                        withPadding(inner, new Padding.Explicit(top)).withOutputPadding(more));
    }

    private static Conv2DTranspose withPadding(Conv2DTranspose conv, Padding padding) {
        return conv.withWindow(conv.window().withPadding(padding));
    }
}
