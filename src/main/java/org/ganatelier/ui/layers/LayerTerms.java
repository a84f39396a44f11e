package org.ganatelier.ui.layers;

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
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.ZeroPadding2D;

/** Which term of the glossary explains a layer. */
public final class LayerTerms {
    private LayerTerms() {}

    /** The term of a layer; that of layers at large where it has none of its own. */
    public static String of(LayerSpec layer) {
        return switch (layer) {
            case Dense _ -> "dense";
            case Conv2D _, DepthwiseConv2D _, SeparableConv2D _ -> "convolution";
            case Conv2DTranspose _ -> "transposed-convolution";
            case UpSampling2D _ -> "upsampling";
            case PixelShuffle _ -> "pixel-shuffle";
            case BatchNorm _ -> "batch-norm";
            case LayerNorm _ -> "layer-norm";
            case Activate(Activation activation) -> of(activation);
            case PReLU _ -> "leaky-relu";
            case Dropout _ -> "dropout";
            case MinibatchStdDev _ -> "minibatch-std-dev";
            case Reshape _ -> "reshape";
            case Flatten _ -> "flatten";
            case MaxPool _, AveragePool _, GlobalMaxPool _, GlobalAveragePool _ -> "pooling";
            case ZeroPadding2D _ -> "padding";
            case GaussianNoise _, Cropping2D _ -> "layer";
        };
    }

    private static String of(Activation activation) {
        return switch (activation) {
            case Activation.ReLU _ -> "relu";
            case Activation.LeakyReLU _ -> "leaky-relu";
            case Activation.Tanh _ -> "tanh";
            case Activation.Sigmoid _ -> "sigmoid";
            case Activation.Linear _,
                    Activation.ELU _,
                    Activation.SELU _,
                    Activation.GELU _,
                    Activation.Softplus _,
                    Activation.Swish _ ->
                    "activation";
        };
    }
}
