package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.model.PortableLayer;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Cropping2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.DepthwiseConv2D;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.GlobalMaxPool;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.Window;
import org.ganatelier.experiment.layer.ZeroPadding2D;

import java.util.List;

/** Writes one layer of a network as one or several of Keras. Owned by one thread. */
final class LayerTranslation {
    private final KerasTranslation model;
    private final PortableLayer layer;
    private final FlatOrders.Step step;
    private final KerasDialect dialect;

    LayerTranslation(KerasTranslation model, PortableLayer layer, FlatOrders.Step step) {
        this.model = model;
        this.layer = layer;
        this.step = step;
        dialect = model.dialect();
    }

    /**
     * Writes it.
     *
     * @param from the name of the layer in front
     * @return the name of the last layer that was written
     */
    String write(String from) {
        return switch (layer.spec()) {
            case Dense dense -> dense(dense, from);
            case Conv2D conv -> windows().convolution(conv, from);
            case Conv2DTranspose conv -> windows().transposed(conv, from);
            case DepthwiseConv2D conv -> windows().depthwise(conv, from);
            case SeparableConv2D conv -> windows().separable(conv, from);
            case UpSampling2D(int size) ->
                    plain(
                            "UpSampling2D",
                            config("UpSampling2D")
                                    .square("size", size)
                                    .put("interpolation", "nearest")
                                    .channelsLast(),
                            from);
            case PixelShuffle(int factor) -> reshaping().shuffle(factor, from);
            case BatchNorm norm -> batchNorm(norm, from);
            case LayerNorm norm -> layerNorm(norm, from);
            case Activate(Activation activation) -> activation(activation, from);
            case PReLU _ -> slopes(from);
            case Dropout(double rate) ->
                    plain("Dropout", config("Dropout").put("rate", rate), from);
            case GaussianNoise(double deviation) ->
                    plain("GaussianNoise", config("GaussianNoise").put("stddev", deviation), from);
            case MinibatchStdDev(int size) -> reshaping().deviation(size, from);
            case Reshape _ -> reshaping().reshape(from);
            case Flatten _ -> reshaping().flatten(from);
            case MaxPool(int size, int stride, var padding) ->
                    windows().pool("MaxPooling2D", new Window(size, stride, padding), from);
            case AveragePool(int size, int stride, var padding) ->
                    windows().pool("AveragePooling2D", new Window(size, stride, padding), from);
            case ZeroPadding2D(int top, int bottom, int left, int right) ->
                    plain(
                            "ZeroPadding2D",
                            config("ZeroPadding2D")
                                    .borders("padding", top, bottom, left, right)
                                    .channelsLast(),
                            from);
            case Cropping2D(int top, int bottom, int left, int right) ->
                    plain(
                            "Cropping2D",
                            config("Cropping2D")
                                    .borders("cropping", top, bottom, left, right)
                                    .channelsLast(),
                            from);
            case GlobalMaxPool _ ->
                    plain("GlobalMaxPooling2D", config("GlobalMaxPooling2D").channelsLast(), from);
            case GlobalAveragePool _ ->
                    plain(
                            "GlobalAveragePooling2D",
                            config("GlobalAveragePooling2D").channelsLast(),
                            from);
        };
    }

    private WindowTranslation windows() {
        return new WindowTranslation(model, layer, this);
    }

    private ReshapeTranslation reshaping() {
        return new ReshapeTranslation(model, layer, step);
    }

    private KerasConfig config(String className) {
        return KerasConfig.of(model.name(className));
    }

    /** A layer that gives the output's shape. */
    private String plain(String className, KerasConfig config, String from) {
        return model.add(
                className,
                config,
                List.of(from),
                weights(),
                KerasTranslation.sizes(layer.output()));
    }

    /** The layer's weights in Keras's axes. */
    List<KerasArray> weights() {
        return KerasTranslation.arrays(layer, step, false);
    }

    private String dense(Dense dense, String from) {
        String name =
                plain(
                        "Dense",
                        inside(config("Dense").put("units", dense.units()), dense.activation())
                                .put("use_bias", dense.bias())
                                .weights("kernel", "GlorotUniform", dialect)
                                .weights("bias", "Zeros", dialect),
                        from);
        return behind(dense.activation(), name, name, true);
    }

    /** Puts the activation into the layer, where it can be named. */
    KerasConfig inside(KerasConfig config, Activation activation) {
        return config.put("activation", KerasNames.of(activation, dialect).orElse("linear"));
    }

    /**
     * Writes an activation that belongs to a layer behind it, where it could not go inside.
     *
     * @param owner whose activation it is
     * @param from the last layer that was written
     * @param hasInside whether the layer has an argument for it
     */
    String behind(Activation activation, String owner, String from, boolean hasInside) {
        if (activation instanceof Activation.Linear
                || (hasInside && KerasNames.of(activation, dialect).isPresent())) {
            return from;
        }
        return activation(activation, owner + KerasNames.ACTIVATION, from);
    }

    private String activation(Activation activation, String from) {
        String className = activation instanceof Activation.LeakyReLU ? "LeakyReLU" : "Activation";
        return activation(activation, model.name(className), from);
    }

    private String activation(Activation activation, String name, String from) {
        KerasConfig config = KerasConfig.of(name);
        List<Integer> sizes = KerasTranslation.sizes(layer.output());
        if (activation instanceof Activation.LeakyReLU(double slope)) {
            String key = dialect == KerasDialect.KERAS_3 ? "negative_slope" : "alpha";
            return model.add("LeakyReLU", config.put(key, slope), List.of(from), List.of(), sizes);
        }
        return model.add("Activation", inside(config, activation), List.of(from), List.of(), sizes);
    }

    private String batchNorm(BatchNorm norm, String from) {
        KerasConfig config =
                config("BatchNormalization")
                        .put("axis", -1)
                        .put("momentum", norm.momentum())
                        .put("epsilon", norm.epsilon())
                        .put("center", true)
                        .put("scale", true)
                        .weights("beta", "Zeros", dialect)
                        .weights("gamma", "Ones", dialect);
        if (dialect != KerasDialect.KERAS_3) {
            config.weights("moving_mean", "Zeros", dialect)
                    .weights("moving_variance", "Ones", dialect);
        }
        String name = plain("BatchNormalization", config, from);
        return behind(norm.activation(), name, name, false);
    }

    /** Over a whole image, with a gain for each channel: one group of all channels. */
    private String layerNorm(LayerNorm norm, String from) {
        boolean image = layer.input() instanceof Shape.Image;
        boolean grouped = image && dialect != KerasDialect.TFJS;
        String className = grouped ? "GroupNormalization" : "LayerNormalization";
        KerasConfig config = config(className);
        if (grouped) {
            config.put("groups", 1).put("axis", -1);
        } else {
            config.put("axis", image ? List.of(1, 2, 3) : List.of(1));
        }
        config.put("epsilon", norm.epsilon())
                .put("center", true)
                .put("scale", true)
                .weights("beta", "Zeros", dialect)
                .weights("gamma", "Ones", dialect);
        List<KerasArray> weights = weights();
        if (image && !grouped) {
            weights = weights.stream().map(this::spread).toList();
        }
        String name =
                model.add(
                        className,
                        config,
                        List.of(from),
                        weights,
                        KerasTranslation.sizes(layer.output()));
        return behind(norm.activation(), name, name, false);
    }

    /** A value for each channel, as one for each value of the image. */
    private KerasArray spread(KerasArray perChannel) {
        List<Integer> shape = KerasTranslation.sizes(layer.input());
        int channels = perChannel.values().length;
        var all = new float[Math.toIntExact(layer.input().size())];
        for (int i = 0; i < all.length; i++) {
            all[i] = perChannel.values()[i % channels];
        }
        return new KerasArray(perChannel.name(), shape, all);
    }

    private String slopes(String from) {
        KerasConfig config = config("PReLU");
        if (layer.input() instanceof Shape.Image) {
            config.put("shared_axes", List.of(1, 2));
        }
        return plain("PReLU", config.weights("alpha", "Zeros", dialect), from);
    }
}
