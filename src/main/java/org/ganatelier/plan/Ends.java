package org.ganatelier.plan;

import org.ganatelier.spec.Activation;
import org.ganatelier.spec.LayerSpec;
import org.ganatelier.spec.Shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the end of each network must be: the generator's an image, the discriminator's a score. */
final class Ends {
    /** The last activation that shapes the values that come out, and its layer. */
    record Last(int index, Activation activation) {}

    private final Trace trace;
    private final List<Finding> findings = new ArrayList<>();

    private Ends(Trace trace) {
        this.trace = trace;
    }

    /** What is wrong with the end of a network that has layers. */
    static List<Finding> judge(Trace trace, Shape.Image data) {
        var ends = new Ends(trace);
        switch (trace.side()) {
            case GENERATOR -> ends.judgeImage(data);
            case DISCRIMINATOR -> ends.judgeScore();
        }
        return ends.findings;
    }

    private void judgeImage(Shape.Image data) {
        Form end = trace.end();
        if (!end.isImage()) {
            add(trace.steps().size() - 1, new Fault.NotAnImage(end, data));
        } else if (end.features() != data.channels()) {
            add(lastSetting(Ends::setsChannels), new Fault.WrongChannels(end.features(), data));
        }
        end.image()
                .filter(made -> made.height() != data.height() || made.width() != data.width())
                .ifPresent(
                        made ->
                                add(
                                        lastSetting(Ends::setsPixels),
                                        new Fault.WrongPixels(made, data)));
        lastActivation(trace)
                .filter(last -> !reachesBlack(last.activation()))
                .ifPresent(last -> add(last.index(), new Fault.NoBlack(last.activation())));
    }

    private void judgeScore() {
        Form end = trace.end();
        boolean oneValue = end.size() == 1;
        if (end.isImage() || (end.known().isPresent() && !oneValue)) {
            add(lastSetting(Ends::setsUnits), new Fault.NotOneScore(end));
        }
        lastActivation(trace)
                .filter(last -> !(last.activation() instanceof Activation.Linear))
                // Of a convolution's end the objective hears nothing: a dense layer will follow.
                .filter(last -> oneValue || isDense(trace.steps().get(last.index())))
                .ifPresent(last -> add(last.index(), new Fault.NotAScore(last.activation())));
    }

    private void add(int index, Fault fault) {
        findings.add(new Finding(new Problem.Place.Layer(trace.side(), index), fault));
    }

    private static boolean isDense(Step step) {
        return step.layer() instanceof LayerSpec.Dense;
    }

    private static boolean setsChannels(Step step) {
        return step.layer() instanceof LayerSpec.Conv2D
                || step.layer() instanceof LayerSpec.Conv2DTranspose
                || step.layer() instanceof LayerSpec.MinibatchStdDev
                || step.layer() instanceof LayerSpec.Reshape;
    }

    private static boolean setsPixels(Step step) {
        var before = step.in().image();
        var after = step.out().image();
        return before.isEmpty()
                || after.isEmpty()
                || before.get().height() != after.get().height()
                || before.get().width() != after.get().width();
    }

    private static boolean setsUnits(Step step) {
        return isDense(step) || !step.in().equals(step.out());
    }

    /** The last layer that decided something, or the last of all. */
    private int lastSetting(Predicate<Step> decides) {
        for (int i = trace.steps().size() - 1; i >= 0; i--) {
            if (decides.test(trace.steps().get(i))) {
                return i;
            }
        }
        return trace.steps().size() - 1;
    }

    /** Empty where every layer hands its input on or moves it about. */
    static Optional<Last> lastActivation(Trace trace) {
        for (int i = trace.steps().size() - 1; i >= 0; i--) {
            LayerSpec layer = trace.steps().get(i).layer();
            var activation = Retouch.activation(layer);
            boolean passes = layer instanceof LayerSpec.Activate(Activation.Linear _);
            if (activation.isPresent() && !passes) {
                return Optional.of(new Last(i, activation.get()));
            }
        }
        return Optional.empty();
    }

    /** Whether an activation's values go down to -1, the value of a black pixel. */
    private static boolean reachesBlack(Activation activation) {
        return switch (activation) {
            case Activation.Linear _ -> true;
            case Activation.LeakyReLU(double slope) -> slope > 0;
            case Activation.ELU _ -> true;
            case Activation.Tanh _ -> true;
            case Activation.ReLU _ -> false;
            case Activation.Sigmoid _ -> false;
            case Activation.Softplus _ -> false;
            // Their lowest values are about -0.17 and -0.28.
            case Activation.GELU _ -> false;
            case Activation.Swish _ -> false;
        };
    }
}
