package org.ganatelier.ui.layers;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Purpose;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.Weighted;

import java.util.Optional;

/** The parameters that a new layer begins with: what most people would want at that place. */
final class DefaultLayers {
    /** As in DCGAN (Radford et al. 2015) and most GANs since. */
    private static final Activation LEAKY = new Activation.LeakyReLU(0.2);

    private static final int UNITS = 256;
    private static final int FEWEST_FILTERS = 16;
    private static final int MOST_FILTERS = 128;

    /** Of the image that a vector becomes, where nothing says otherwise. */
    private static final int FIRST_CHANNELS = 32;

    /** Parts of the data's size that enlarging by 2 can make whole again, the best first. */
    private static final int[] PARTS = {4, 2, 1};

    /** Divisible by the stride, so that every pixel is reached equally often: no checkerboard. */
    private static final int RESIZING_KERNEL = 4;

    private static final int KEEPING_KERNEL = 3;

    private DefaultLayers() {}

    static LayerSpec of(Kind<LayerSpec> kind, Site site) {
        return switch (kind.usual()) {
            case Dense _ -> dense(site);
            case Conv2D _ -> convolution(site);
            case Conv2DTranspose _ -> transposed(site);
            case BatchNorm norm -> norm.withActivation(afterNorm(site));
            case LayerNorm norm -> norm.withActivation(afterNorm(site));
            case Activate _ -> new Activate(usual(site.side()));
            case Reshape _ -> new Reshape(target(site));
            // What suits every place.
            case LayerSpec usual -> usual;
        };
    }

    private static LayerSpec dense(Site site) {
        if (site.side() == Side.DISCRIMINATOR && site.atEnd()) {
            return new Dense(1, true, new Activation.Linear());
        }
        if (site.after().orElse(null) instanceof Reshape(Shape target)) {
            return new Dense(
                    Math.clamp(target.size(), 1, Integer.MAX_VALUE), true, new Activation.ReLU());
        }
        return new Dense(UNITS, true, inside(site));
    }

    private static LayerSpec convolution(Site site) {
        Optional<Shape.Image> image = image(site);
        if (site.side() == Side.GENERATOR) {
            return makesTheImage(site, image, 1)
                    ? toImage(site, KEEPING_KERNEL, 1, false)
                    : keeping(filters(image.map(Shape.Image::channels), 1), inside(site));
        }
        boolean divisible = image.map(i -> i.height() % 2 == 0 && i.width() % 2 == 0).orElse(true);
        int filters = filters(image.map(Shape.Image::channels), 2);
        return divisible
                ? new Conv2D(filters, RESIZING_KERNEL, 2, Padding.SAME, true, inside(site))
                : keeping(filters, inside(site));
    }

    private static LayerSpec transposed(Site site) {
        Optional<Shape.Image> image = image(site);
        if (makesTheImage(site, image, 2)) {
            return toImage(site, RESIZING_KERNEL, 2, true);
        }
        boolean room = image.map(i -> fits(i, site.data())).orElse(true);
        return new Conv2DTranspose(
                filters(image.map(i -> i.channels() / 2), 1),
                room ? RESIZING_KERNEL : KEEPING_KERNEL,
                room ? 2 : 1,
                Padding.SAME,
                true,
                inside(site));
    }

    private static LayerSpec keeping(int filters, Activation activation) {
        return new Conv2D(filters, KEEPING_KERNEL, 1, Padding.SAME, true, activation);
    }

    /** The generator's last layer: the data's channels, in the data's range. */
    private static LayerSpec toImage(Site site, int kernel, int stride, boolean transposed) {
        int channels = site.data().channels();
        return transposed
                ? new Conv2DTranspose(
                        channels, kernel, stride, Padding.SAME, true, new Activation.Tanh())
                : new Conv2D(channels, kernel, stride, Padding.SAME, true, new Activation.Tanh());
    }

    private static boolean makesTheImage(Site site, Optional<Shape.Image> input, int factor) {
        Shape.Image data = site.data();
        return site.side() == Side.GENERATOR
                && site.atEnd()
                && input.filter(
                                i ->
                                        i.height() * factor == data.height()
                                                && i.width() * factor == data.width())
                        .isPresent();
    }

    private static boolean fits(Shape.Image input, Shape.Image data) {
        return input.height() * 2 <= data.height() && input.width() * 2 <= data.width();
    }

    private static int filters(Optional<Integer> channels, int factor) {
        return Math.clamp(
                channels.map(c -> (long) c * factor).orElse((long) FEWEST_FILTERS),
                FEWEST_FILTERS,
                MOST_FILTERS);
    }

    /** The image that arrives; in an empty stack of unknown input, none. */
    private static Optional<Shape.Image> image(Site site) {
        return site.input().filter(Shape.Image.class::isInstance).map(Shape.Image.class::cast);
    }

    /**
     * A quarter of the data's size where the values allow it, two steps of enlargement away. Where
     * they allow no size, the shape is what one would want, and the problem that it makes leads to
     * the layer in front.
     */
    private static Shape target(Site site) {
        Shape.Image data = site.data();
        long values = site.input().map(Shape::size).orElse(0L);
        for (int part : PARTS) {
            if (divides(data, part)) {
                var unit = new Shape.Image(data.height() / part, data.width() / part, 1);
                long channels = values / unit.size();
                boolean exact = channels > 0 && channels * unit.size() == values;
                if (exact && channels <= Integer.MAX_VALUE) {
                    return new Shape.Image(unit.height(), unit.width(), (int) channels);
                }
            }
        }
        int part = divides(data, PARTS[0]) ? PARTS[0] : 1;
        return new Shape.Image(data.height() / part, data.width() / part, FIRST_CHANNELS);
    }

    private static boolean divides(Shape.Image data, int part) {
        return data.height() % part == 0 && data.width() % part == 0;
    }

    /** A normalization that follows does better before the curve than after it. */
    private static Activation inside(Site site) {
        boolean curveFollows = site.after().filter(DefaultLayers::isCurve).isPresent();
        return curveFollows ? new Activation.Linear() : usual(site.side());
    }

    private static boolean isCurve(LayerSpec layer) {
        return isOwnCurve(layer) || (layer instanceof Activated && !(layer instanceof Weighted));
    }

    /** An activation as a layer, or a trained one. */
    private static boolean isOwnCurve(LayerSpec layer) {
        return layer.kind().purpose() == Purpose.ACTIVATION;
    }

    /** A curve, unless the layer in front has bent its values already. */
    private static Activation afterNorm(Site site) {
        boolean bent =
                site.before()
                        .filter(
                                layer ->
                                        isOwnCurve(layer)
                                                || !Activations.isLinear(Activations.after(layer)))
                        .isPresent();
        return bent ? new Activation.Linear() : usual(site.side());
    }

    private static Activation usual(Side side) {
        return switch (side) {
            case GENERATOR -> new Activation.ReLU();
            case DISCRIMINATOR -> LEAKY;
        };
    }
}
