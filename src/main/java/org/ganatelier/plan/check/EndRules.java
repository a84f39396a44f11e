package org.ganatelier.plan.check;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.Purpose;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.Weighted;
import org.ganatelier.plan.model.CheckedLayer;
import org.ganatelier.plan.model.Finding;
import org.ganatelier.plan.model.PartialShape;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.plan.model.Violation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What the end of each network must be: the generator's a sample, the discriminator's a score. */
final class EndRules {
    /** The last activation that shapes the values that come out, and its layer. */
    record Last(int index, Activation activation) {}

    private final CheckedStack trace;
    private final List<Finding> findings = new ArrayList<>();

    private EndRules(CheckedStack trace) {
        this.trace = trace;
    }

    /** What is wrong with the end of a network that has layers. */
    static List<Finding> judge(CheckedStack trace, Shape data) {
        var ends = new EndRules(trace);
        switch (trace.side()) {
            case GENERATOR -> {
                switch (data) {
                    case Shape.Image image -> ends.judgeImage(image);
                    case Shape.Flat point -> ends.judgePoint(point);
                }
            }
            case DISCRIMINATOR -> ends.judgeScore();
        }
        return ends.findings;
    }

    private void judgeImage(Shape.Image data) {
        PartialShape end = trace.end();
        if (!end.isImage()) {
            add(trace.steps().size() - 1, new Violation.NotAnImage(end, data));
        } else if (end.features() != data.channels()) {
            add(
                    lastSetting(EndRules::setsChannels),
                    new Violation.WrongChannels(end.features(), data));
        }
        end.image()
                .filter(made -> made.height() != data.height() || made.width() != data.width())
                .ifPresent(
                        made ->
                                add(
                                        lastSetting(EndRules::setsPixels),
                                        new Violation.WrongPixels(made, data)));
        lastActivation(trace)
                .filter(last -> !reachesBlack(last.activation()))
                .ifPresent(last -> add(last.index(), new Violation.NoBlack(last.activation())));
    }

    private void judgePoint(Shape.Flat data) {
        PartialShape end = trace.end();
        if (end.isImage() || end.size() != data.units()) {
            add(lastSetting(EndRules::setsUnits), new Violation.NotAPoint(end, data));
        }
    }

    private void judgeScore() {
        PartialShape end = trace.end();
        boolean oneValue = end.size() == 1;
        if (end.isImage() || (end.known().isPresent() && !oneValue)) {
            add(lastSetting(EndRules::setsUnits), new Violation.NotOneScore(end));
        }
        OptionalInt last = last(step -> mayBend(step.layer()));
        if (last.isPresent() && bendsScore(trace.steps().get(last.getAsInt()), oneValue)) {
            LayerSpec layer = trace.steps().get(last.getAsInt()).layer();
            add(last.getAsInt(), new Violation.NotAScore(layer));
        }
    }

    /** An activation inside, linear too, or a curve as a layer of its own. */
    private static boolean mayBend(LayerSpec layer) {
        boolean passes = layer instanceof Activate(Activation.Linear _);
        boolean curve = layer.kind().purpose() == Purpose.ACTIVATION;
        return (layer instanceof Activated || curve) && !passes;
    }

    private static boolean bendsScore(CheckedLayer step, boolean oneValue) {
        boolean linear =
                step.layer() instanceof Activated activated
                        && activated.activation() instanceof Activation.Linear;
        // Of a convolution's end the objective hears nothing: a dense layer will follow.
        return !linear && (oneValue || isDense(step));
    }

    private void add(int index, Violation violation) {
        findings.add(new Finding(new Problem.Place.Layer(trace.side(), index), violation));
    }

    private static boolean isDense(CheckedLayer step) {
        return step.layer() instanceof Dense;
    }

    private static boolean setsChannels(CheckedLayer step) {
        return (step.layer() instanceof Weighted && step.out().isImage())
                || step.layer() instanceof MinibatchStdDev
                || step.layer() instanceof Reshape;
    }

    private static boolean setsPixels(CheckedLayer step) {
        var before = step.in().image();
        var after = step.out().image();
        return before.isEmpty()
                || after.isEmpty()
                || before.get().height() != after.get().height()
                || before.get().width() != after.get().width();
    }

    private static boolean setsUnits(CheckedLayer step) {
        return isDense(step) || !step.in().equals(step.out());
    }

    /** The last layer that decided something, or the last of all. */
    private int lastSetting(Predicate<CheckedLayer> decides) {
        return last(decides).orElse(trace.steps().size() - 1);
    }

    private OptionalInt last(Predicate<CheckedLayer> wanted) {
        return last(trace, wanted);
    }

    private static OptionalInt last(CheckedStack trace, Predicate<CheckedLayer> wanted) {
        List<CheckedLayer> steps = trace.steps();
        return IntStream.iterate(steps.size() - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> wanted.test(steps.get(i)))
                .findFirst();
    }

    /**
     * Empty where every layer hands its input on or moves it about. A trained slope is passed over:
     * it reaches every value that comes in below zero, and none where nothing does.
     */
    static Optional<Last> lastActivation(CheckedStack trace) {
        return last(trace, step -> step.layer() instanceof Activated && mayBend(step.layer()))
                .stream()
                .mapToObj(i -> new Last(i, ((Activated) trace.steps().get(i).layer()).activation()))
                .findFirst();
    }

    /** Whether an activation's values go down to -1, the value of a black pixel. */
    private static boolean reachesBlack(Activation activation) {
        return switch (activation) {
            case Activation.Linear _ -> true;
            case Activation.LeakyReLU(double slope) -> slope > 0;
            case Activation.ELU _ -> true;
            case Activation.SELU _ -> true;
            case Activation.Tanh _ -> true;
            case Activation.ReLU _ -> false;
            // Its images are grey where they should be black, but can be trained: see WarningRules.
            case Activation.Sigmoid _ -> true;
            case Activation.Softplus _ -> false;
            // Their lowest values are about -0.17 and -0.28.
            case Activation.GELU _ -> false;
            case Activation.Swish _ -> false;
        };
    }
}
