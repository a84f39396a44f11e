package org.ganatelier.plan.model;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.Resizing;

import java.util.List;
import java.util.Optional;

/**
 * A layer with what goes in and comes out.
 *
 * @param input shape of a sample coming in; empty where an earlier problem leaves it unknown
 * @param output shape of a sample going out, or that the layer was meant to give; empty where it is
 *     unknown
 * @param parameters trained values and running statistics, as far as they are known
 */
public record LayerPlan(
        LayerSpec layer,
        Optional<Shape> input,
        Optional<Shape> output,
        List<ParameterPlan> parameters) {
    public LayerPlan {
        parameters = List.copyOf(parameters);
    }

    /**
     * Multiplications of a weight with a value for one sample; 0 where there are none or a shape is
     * unknown. A kernel is used once for each pixel of the image that comes out; of a layer that
     * enlarges, of the one that comes in.
     */
    public long multiplyAdds() {
        long weights =
                ParameterPlan.count(parameters.stream().filter(ParameterPlan::isKernel).toList());
        boolean enlarges = layer instanceof Resizing resizing && resizing.enlarges();
        Optional<Shape> image = enlarges ? input : output;
        return input.isPresent() && image.isPresent()
                ? Count.product(weights, pixels(image.get()))
                : 0;
    }

    /**
     * Whether its units rest below 0: a rectifier, or a smooth one, comes last in it. A unit that
     * rests for every sample is called dead.
     */
    public boolean canRest() {
        return layer instanceof PReLU
                || (layer instanceof Activate(Activation own) && rests(own))
                || (layer instanceof Activated bent && rests(bent.activation()));
    }

    private static boolean rests(Activation activation) {
        return switch (activation) {
            case Activation.ReLU _, Activation.LeakyReLU _, Activation.ELU _ -> true;
            case Activation.SELU _, Activation.GELU _, Activation.Swish _ -> true;
            case Activation.Linear _, Activation.Tanh _ -> false;
            case Activation.Sigmoid _, Activation.Softplus _ -> false;
        };
    }

    private static long pixels(Shape shape) {
        return switch (shape) {
            case Shape.Image image -> (long) image.height() * image.width();
            case Shape.Flat _ -> 1;
        };
    }

    /** How many numbers the parameters have, at most {@link Long#MAX_VALUE}. */
    public long parameterCount() {
        return ParameterPlan.count(parameters);
    }
}
