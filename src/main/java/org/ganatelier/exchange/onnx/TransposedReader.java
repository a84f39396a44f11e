package org.ganatelier.exchange.onnx;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Cropping2D;
import org.ganatelier.experiment.layer.Padding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads transposed convolutions. */
final class TransposedReader {
    private static final Activation LINEAR = new Activation.Linear();

    private final Graph graph;
    private final StackBuilder stack;

    TransposedReader(Graph graph, StackBuilder stack) {
        this.graph = graph;
        this.stack = stack;
    }

    void read(Node node) throws ImportException {
        Optional<Numbers> found = graph.constant(node.input(1)).filter(each -> each.isReal(4));
        Optional<Numbers> bias = graph.constant(node.input(2));
        if (found.isEmpty() || (!node.input(2).isEmpty() && bias.isEmpty())) {
            stack.unknown(node, false);
            return;
        }
        Numbers weight = found.get();
        int kernel = weight.dimension(2);
        int stride = WindowReader.same(node, "strides", 1);
        Optional<String> odd = oddity(node, weight, stride);
        if (odd.isPresent()) {
            stack.unable(node, odd.get(), Arrays.toString(node.wholes(odd.get())));
            return;
        }
        var conv =
                new Conv2DTranspose(
                        weight.dimension(1),
                        kernel,
                        stride,
                        Padding.VALID,
                        bias.isPresent(),
                        LINEAR);
        Optional<Pads> pads = pads(node, conv);
        if (pads.isEmpty()) {
            stack.unable(node, "pads", Arrays.toString(node.wholes("pads")));
            return;
        }
        var numbers = new HashMap<String, float[]>();
        numbers.put("weight", weight.floats());
        bias.ifPresent(each -> numbers.put("bias", each.floats()));
        Optional<Conv2DTranspose> fitting = fitting(node, conv, pads.get());
        if (fitting.isPresent()) {
            stack.add(node, fitting.get(), numbers);
        } else if (pads.get().outputPadding() == 0) {
            stack.add(node, with(conv, new Padding.Explicit(0), 0), numbers);
            Pads cut = pads.get();
            stack.add(node, new Cropping2D(cut.top(), cut.bottom(), cut.left(), cut.right()));
        } else {
            stack.unable(node, "output_padding", String.valueOf(pads.get().outputPadding()));
        }
    }

    /** The argument that no layer here can have. */
    private static Optional<String> oddity(Node node, Numbers weight, int stride) {
        if (weight.dimension(2) != weight.dimension(3)) {
            return Optional.of("kernel_shape");
        }
        if (stride < 1) {
            return Optional.of("strides");
        }
        if (node.whole("group", 1) != 1) {
            return Optional.of("group");
        }
        return WindowReader.same(node, "dilations", 1) == 1
                ? Optional.empty()
                : Optional.of("dilations");
    }

    /** What is cut off and added; empty where that cannot be said. */
    private Optional<Pads> pads(Node node, Conv2DTranspose conv) {
        long[] more = node.wholes("output_padding");
        boolean even = Arrays.stream(more).distinct().count() <= 1;
        long added = more.length > 0 ? more[0] : 0;
        if (!even || added < 0 || added > Pads.MOST) {
            return Optional.empty();
        }
        boolean same = node.text("auto_pad", "NOTSET").startsWith("SAME");
        long[] wanted = node.wholes("output_shape");
        if (!same && wanted.length == 0) {
            return Pads.read(node.wholes("pads"), (int) added);
        }
        // Of Keras's models: as large as the image times the stride.
        Optional<long[]> enlarged = stack.image().map(in -> sides(in, conv.stride()));
        boolean fits =
                wanted.length == 0
                        || enlarged.filter(each -> Arrays.equals(each, wanted)).isPresent();
        Pads ofSame = Pads.of(with(conv, Padding.SAME, 0));
        boolean upper = node.text("auto_pad", "NOTSET").equals("SAME_UPPER");
        return fits ? Optional.of(upper ? ofSame : ofSame.turned()) : Optional.empty();
    }

    private static long[] sides(Shape.Image in, int stride) {
        return new long[] {(long) in.height() * stride, (long) in.width() * stride};
    }

    private static Conv2DTranspose with(Conv2DTranspose conv, Padding padding, int more) {
        return new Conv2DTranspose(
                conv.filters(),
                conv.kernel(),
                conv.stride(),
                padding,
                more,
                conv.bias(),
                false,
                LINEAR);
    }

    /** The layer with these pads: as its remark says, or else the first kind that has them. */
    private static Optional<Conv2DTranspose> fitting(Node node, Conv2DTranspose conv, Pads pads) {
        int gap = Math.max(conv.stride() - conv.kernel(), 0);
        List<Conv2DTranspose> fitting =
                Stream.of(Padding.VALID, Padding.SAME, new Padding.Explicit(pads.top()))
                        .flatMap(
                                padding -> {
                                    boolean whole = padding instanceof Padding.Explicit;
                                    int more = pads.outputPadding() - (whole ? 0 : gap);
                                    return more < 0
                                            ? Stream.empty()
                                            : Stream.of(with(conv, padding, more));
                                })
                        .filter(each -> Pads.of(each).equals(pads))
                        .toList();
        return fitting.stream()
                .filter(each -> node.remark().equals(WindowNodes.remark(each.padding())))
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }
}
