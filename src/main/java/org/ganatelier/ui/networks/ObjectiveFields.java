package org.ganatelier.ui.networks;

import org.ganatelier.spec.Experiment;
import org.ganatelier.spec.Objective;
import org.ganatelier.ui.widget.Field;
import org.ganatelier.ui.widget.Field.Caption;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What can be set about an objective; only what means something under its kind. */
final class ObjectiveFields {
    private static final Caption CLIP =
            new Caption(
                    "Weight clip c",
                    "weight clip",
                    "After each of its updates all of D's weights are kept within plus and minus"
                            + " this.");
    private static final Caption PENALTY =
            new Caption(
                    "Penalty weight λ",
                    "penalty weight",
                    "How strongly D is kept from becoming steeper or flatter than 1 between real"
                            + " and generated images.");
    private static final Caption SMOOTHING =
            new Caption(
                    "Label smoothing",
                    "label smoothing",
                    "What is taken off D's target for real images, which is otherwise 1: with 0.1"
                            + " it is never quite sure. 0 is off (one-sided: Salimans et al. 2016,"
                            + " arXiv:1606.03498).");
    private static final Caption R1 =
            new Caption(
                    "R1 penalty γ",
                    "R1 penalty",
                    "Adds ½ γ |∂s/∂x|² to D's loss on real images x: it may not be steep there,"
                            + " which steadies the game under any loss. 0 is off (Mescheder et al."
                            + " 2018, arXiv:1801.04406).");
    private static final Caption INTERVAL =
            new Caption(
                    "… every n-th update",
                    "R1 interval",
                    "R1 costs time: it is computed at every n-th of D's updates only, and weighs n"
                            + " times as much there (Karras et al. 2019, arXiv:1912.04958).");
    private static final Caption NOISE =
            new Caption(
                    "Instance noise",
                    "instance noise",
                    "Standard deviation, at first, of noise that is added to whatever D sees, so"
                            + " that it cannot tell real from generated at once. 0 is off (Sønderby"
                            + " et al. 2016, arXiv:1610.04490).");
    private static final Caption NOISE_STEPS =
            new Caption(
                    "… fading over steps",
                    "instance noise steps",
                    "The noise falls evenly to nothing within so many steps.");

    private ObjectiveFields() {}

    static List<Field<Experiment>> of(Experiment experiment) {
        Objective now = experiment.objective();
        var fields = new ArrayList<Field<Experiment>>();
        switch (now.kind()) {
            case WASSERSTEIN ->
                    fields.add(
                            ExperimentFields.decimal(
                                    CLIP,
                                    now.weightClip(),
                                    v -> with(experiment, o -> o.withWeightClip(v))));
            case WASSERSTEIN_GP ->
                    fields.add(
                            ExperimentFields.decimal(
                                    PENALTY,
                                    now.gradientPenalty(),
                                    v -> with(experiment, o -> o.withGradientPenalty(v))));
            case NON_SATURATING, MINIMAX, LEAST_SQUARES, HINGE -> {}
        }
        if (now.kind().hasTargets()) {
            fields.add(
                    ExperimentFields.decimal(
                            SMOOTHING,
                            now.labelSmoothing(),
                            v -> with(experiment, o -> o.withLabelSmoothing(v))));
        }
        addR1(experiment, fields);
        addNoise(experiment, fields);
        return fields;
    }

    private static void addR1(Experiment experiment, List<Field<Experiment>> fields) {
        Objective now = experiment.objective();
        fields.add(ExperimentFields.decimal(R1, now.r1(), v -> with(experiment, o -> o.withR1(v))));
        if (now.r1() > 0) {
            fields.add(
                    ExperimentFields.whole(
                            INTERVAL,
                            now.r1Interval(),
                            v -> with(experiment, o -> o.withR1(o.r1(), v))));
        }
    }

    private static void addNoise(Experiment experiment, List<Field<Experiment>> fields) {
        Objective now = experiment.objective();
        fields.add(
                ExperimentFields.decimal(
                        NOISE,
                        now.instanceNoise(),
                        v -> with(experiment, o -> o.withInstanceNoise(v))));
        if (now.instanceNoise() > 0) {
            fields.add(
                    ExperimentFields.steps(
                            NOISE_STEPS,
                            now.instanceNoiseSteps(),
                            v -> with(experiment, o -> o.withInstanceNoise(o.instanceNoise(), v))));
        }
    }

    private static Experiment with(Experiment experiment, UnaryOperator<Objective> change) {
        return experiment.withObjective(change.apply(experiment.objective()));
    }
}
