package org.ganatelier.ui.inside;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.train.LayerOutput;
import org.ganatelier.train.LayerWeights;

import java.util.Arrays;
import java.util.List;

/** Pictures of what a layer holds. */
final class TileMaker {
    /** A vector is shown in rows of so many. */
    private static final int ROW = 32;

    /** Channels on each side of a table of kernels, or pictures of weights, at most. */
    static final int MOST = 16;

    /** Values on each side of a picture of a matrix, at most: it has no more pixels. */
    private static final int MATRIX = 256;

    private static final int COLOURS = 3;

    private TileMaker() {}

    /** The feature maps of the first sample; of a vector one picture, row by row. */
    static Tiles ofOutput(LayerOutput output) {
        return switch (output.shape()) {
            case Shape.Image(int height, int width, int channels) ->
                    new Tiles(
                            channels,
                            height,
                            width,
                            1,
                            0,
                            Arrays.copyOf(output.values(), height * width * channels));
            case Shape.Flat(int units) -> vector(Arrays.copyOf(output.values(), units));
        };
    }

    /** An image, from -1 to 1, as it is. */
    static Tiles ofImage(Images images) {
        Shape.Image shape = images.shape();
        var values = new float[(int) shape.size()];
        images.read(0, values, 0);
        int planes = shape.channels() == COLOURS ? COLOURS : 1;
        return new Tiles(
                1,
                shape.height(),
                shape.width(),
                planes,
                0,
                Arrays.copyOf(values, planes * shape.height() * shape.width()));
    }

    /**
     * The kernels of a layer: of D's first one and G's last one as images, of others in a table
     * with a row for each channel that comes out and a column for each that comes in.
     *
     * @param index of the layer in its network
     */
    static Tiles ofKernels(LayerWeights.Named kernel, Side side, int index, NetworkPlan network) {
        return switch (kernel.plan().axes()) {
            case OUT_IN_ROWS_COLUMNS -> kernels(kernel, side, index, network, false);
            case IN_OUT_ROWS_COLUMNS -> kernels(kernel, side, index, network, true);
            case IN_OUT -> matrix(kernel, side, index, network);
            case CHANNELS, CLASSES_FEATURES -> vector(kernel.values());
        };
    }

    private static Tiles kernels(
            LayerWeights.Named kernel, Side side, int index, NetworkPlan network, boolean inFirst) {
        List<Long> shape = kernel.plan().shape();
        int slow = shape.get(0).intValue();
        int fast = shape.get(1).intValue();
        int out = inFirst ? fast : slow;
        int in = inFirst ? slow : fast;
        int rows = shape.get(2).intValue();
        int columns = shape.get(3).intValue();
        int area = rows * columns;
        boolean images = touchesImages(side, index, network) && channels(side, in, out) <= COLOURS;
        if (images) {
            int planes = channels(side, in, out) == COLOURS ? COLOURS : 1;
            int count = side == Side.DISCRIMINATOR ? out : in;
            var values = new float[count * planes * area];
            for (int i = 0; i < count; i++) {
                for (int plane = 0; plane < planes; plane++) {
                    int o = side == Side.DISCRIMINATOR ? i : plane;
                    int c = side == Side.DISCRIMINATOR ? plane : i;
                    int from = (inFirst ? c * out + o : o * in + c) * area;
                    System.arraycopy(
                            kernel.values(), from, values, (i * planes + plane) * area, area);
                }
            }
            return new Tiles(count, rows, columns, planes, 0, values);
        }
        if (in == 1) {
            return new Tiles(out, rows, columns, 1, 0, kernel.values());
        }
        int down = Math.min(MOST, out);
        int across = Math.min(MOST, in);
        var values = new float[down * across * area];
        for (int o = 0; o < down; o++) {
            for (int c = 0; c < across; c++) {
                int from = (inFirst ? c * out + o : o * in + c) * area;
                System.arraycopy(kernel.values(), from, values, (o * across + c) * area, area);
            }
        }
        return new Tiles(down * across, rows, columns, 1, across, values);
    }

    /** Weights of a dense layer [in, out]. */
    private static Tiles matrix(
            LayerWeights.Named kernel, Side side, int index, NetworkPlan network) {
        int in = kernel.plan().shape().get(0).intValue();
        int out = kernel.plan().shape().get(1).intValue();
        if (touchesImages(side, index, network)
                && image(side, network) instanceof Shape.Image image
                && image.size() == (side == Side.DISCRIMINATOR ? in : out)
                && (image.channels() == 1 || image.channels() == COLOURS)) {
            return denseImages(kernel.values(), in, out, side, image);
        }
        int rows = Math.min(MATRIX, in);
        int columns = Math.min(MATRIX, out);
        var values = new float[rows * columns];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(kernel.values(), i * out, values, i * columns, columns);
        }
        return new Tiles(1, rows, columns, 1, 0, values);
    }

    private static Tiles denseImages(
            float[] weights, int in, int out, Side side, Shape.Image image) {
        boolean ofInput = side == Side.DISCRIMINATOR;
        int count = ofInput ? out : in;
        int size = (int) image.size();
        var values = new float[count * size];
        for (int i = 0; i < count; i++) {
            for (int pixel = 0; pixel < size; pixel++) {
                values[i * size + pixel] =
                        ofInput ? weights[pixel * out + i] : weights[i * out + pixel];
            }
        }
        return new Tiles(count, image.height(), image.width(), image.channels(), 0, values);
    }

    private static int channels(Side side, int in, int out) {
        return side == Side.DISCRIMINATOR ? in : out;
    }

    /** Whether no other layer with kernels stands between this one and the images. */
    private static boolean touchesImages(Side side, int index, NetworkPlan network) {
        List<LayerPlan> layers = network.layers();
        List<LayerPlan> between =
                switch (side) {
                    case GENERATOR -> layers.subList(index + 1, layers.size());
                    case DISCRIMINATOR -> layers.subList(0, index);
                };
        return between.stream().flatMap(l -> l.parameters().stream()).noneMatch(p -> p.isKernel());
    }

    private static Shape image(Side side, NetworkPlan network) {
        return switch (side) {
            case GENERATOR -> network.output().orElse(network.input());
            case DISCRIMINATOR -> network.input();
        };
    }

    private static Tiles vector(float[] values) {
        int columns = Math.clamp(values.length, 1, ROW);
        int rows = Math.max(1, Math.ceilDiv(values.length, columns));
        var padded = new float[rows * columns];
        Arrays.fill(padded, Float.NaN);
        System.arraycopy(values, 0, padded, 0, values.length);
        return new Tiles(1, rows, columns, 1, 0, padded);
    }
}
