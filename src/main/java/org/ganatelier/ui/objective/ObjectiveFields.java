package org.ganatelier.ui.objective;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.ui.widget.Field;
import org.ganatelier.ui.widget.Field.Caption;
import org.ganatelier.ui.widget.Numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                    "Label smoothing α",
                    "label smoothing",
                    "What is taken off D's target for real images, which is otherwise 1: with 0.1"
                            + " it is never quite sure. One-sided: the target for generated images"
                            + " stays 0. 0 is off.");
    private static final Caption R1 =
            new Caption(
                    "R1 penalty γ",
                    "R1 penalty",
                    "The score may not be steep at real images x, which steadies the game under"
                            + " any loss. 0 is off.");
    private static final Caption INTERVAL =
            new Caption(
                    "… every n-th update",
                    "R1 interval",
                    "R1 costs time: it is computed at every n-th of D's updates only, and weighs n"
                            + " times as much there (Karras et al. 2019, arXiv:1912.04958).");
    private static final Caption NOISE =
            new Caption(
                    "Instance noise τ",
                    "instance noise",
                    "Standard deviation, at the beginning of a run, of noise that is added to"
                            + " whatever D sees, so that it cannot tell real from generated at"
                            + " once. 0 is off.");
    private static final Caption NOISE_STEPS =
            new Caption(
                    "… gone at step",
                    "instance noise steps",
                    "The noise falls evenly from the beginning of a run to this step, and is"
                            + " nothing from there on: set while a run is beyond it, it does"
                            + " nothing.");
    private static final String SMOOTHING_PAPER = "Salimans et al. 2016, arXiv:1606.03498";
    private static final String R1_PAPER = "Mescheder et al. 2018, arXiv:1801.04406";
    private static final String NOISE_PAPERS =
            "Sønderby et al. 2016, arXiv:1610.04490; Arjovsky and Bottou 2017, arXiv:1701.04862";

    private ObjectiveFields() {}

    /** Each addition with its formula and paper below. */
    static List<Field.Section<Experiment>> of(Experiment experiment) {
        var sections = new ArrayList<Field.Section<Experiment>>();
        ofKind(experiment).ifPresent(field -> sections.add(Field.Section.of(List.of(field))));
        if (experiment.objective().kind().hasTargets()) {
            sections.add(smoothing(experiment));
        }
        sections.add(r1(experiment));
        sections.add(noise(experiment));
        return sections;
    }

    private static Optional<Field<Experiment>> ofKind(Experiment experiment) {
        Objective now = experiment.objective();
        return switch (now.kind()) {
            case WASSERSTEIN ->
                    Optional.of(
                            ExperimentFields.decimal(
                                    CLIP,
                                    now.weightClip(),
                                    v -> with(experiment, o -> o.withWeightClip(v))));
            case WASSERSTEIN_GP ->
                    Optional.of(
                            ExperimentFields.decimal(
                                    PENALTY,
                                    now.gradientPenalty(),
                                    v -> with(experiment, o -> o.withGradientPenalty(v))));
            case NON_SATURATING, MINIMAX, LEAST_SQUARES, HINGE -> Optional.empty();
        };
    }

    private static Field.Section<Experiment> smoothing(Experiment experiment) {
        Objective now = experiment.objective();
        String formulas =
                "%s in place of %s"
                        .formatted(
                                ObjectiveTexts.breakable(now.kind().onRealSmoothed()),
                                ObjectiveTexts.breakable(now.kind().onReal()));
        return section(
                formulas,
                SMOOTHING_PAPER,
                List.of(
                        ExperimentFields.decimal(
                                SMOOTHING,
                                now.labelSmoothing(),
                                v -> with(experiment, o -> o.withLabelSmoothing(v)))));
    }

    private static Field.Section<Experiment> r1(Experiment experiment) {
        Objective now = experiment.objective();
        var fields = new ArrayList<Field<Experiment>>();
        fields.add(ExperimentFields.decimal(R1, now.r1(), v -> with(experiment, o -> o.withR1(v))));
        if (now.r1() > 0) {
            fields.add(
                    ExperimentFields.whole(
                            INTERVAL,
                            now.r1Interval(),
                            v -> with(experiment, o -> o.withR1(o.r1(), v))));
        }
        return section("Adds ½ γ |∂s/∂x|² to D's loss", R1_PAPER, fields);
    }

    private static Field.Section<Experiment> noise(Experiment experiment) {
        Objective now = experiment.objective();
        var fields = new ArrayList<Field<Experiment>>();
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
        return section(
                "D sees x + τ ε and G(z) + τ ε, ε ~ N(0, 1)" + fading(now), NOISE_PAPERS, fields);
    }

    /** Steps are those of the run, whenever the noise is set: a run is repeated by its steps. */
    private static String fading(Objective now) {
        return now.instanceNoise() > 0
                ? "; τ falls from %s at step 0 and fades to nothing at step %s"
                        .formatted(
                                Numbers.text(now.instanceNoise()),
                                Numbers.grouped(now.instanceNoiseSteps()))
                : "";
    }

    private static Field.Section<Experiment> section(
            String formula, String paper, List<Field<Experiment>> fields) {
        return new Field.Section<>("", formula + "\n" + paper, fields);
    }

    private static Experiment with(Experiment experiment, UnaryOperator<Objective> change) {
        return experiment.withObjective(change.apply(experiment.objective()));
    }
}
