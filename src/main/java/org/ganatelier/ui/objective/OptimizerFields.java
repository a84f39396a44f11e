package org.ganatelier.ui.objective;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.ui.widget.Field;
import org.ganatelier.ui.widget.Field.Caption;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** How one network is updated: its turns, its optimizer, its average. */
final class OptimizerFields {
    private static final Caption AVERAGE =
            new Caption(
                    "Average",
                    "G's average decay",
                    "Share of the old average kept at each update of G: with 0.999 images are made"
                            + " with a moving average of its last thousand weights, which is calmer"
                            + " than the weights themselves. 0 is off (Yazıcı et al. 2018,"
                            + " arXiv:1806.04498).");

    private final Side side;
    private final Experiment experiment;
    private final OptimizerSpec now;

    private OptimizerFields(Side side, Experiment experiment) {
        this.side = side;
        this.experiment = experiment;
        now = experiment.training().optimizer(side);
    }

    static List<Field<Experiment>> of(Side side, Experiment experiment) {
        var optimizer = new OptimizerFields(side, experiment);
        var fields = new ArrayList<Field<Experiment>>();
        fields.add(optimizer.turns());
        fields.add(optimizer.kind());
        fields.add(optimizer.rate());
        optimizer.addBetas(fields);
        optimizer.addLimits(fields);
        optimizer.addSchedule(fields);
        if (side == Side.GENERATOR) {
            fields.add(
                    ExperimentFields.decimal(
                            AVERAGE,
                            experiment.training().averageDecay(),
                            v -> experiment.withTraining(t -> t.withAverageDecay(v))));
        }
        return fields;
    }

    private Field<Experiment> turns() {
        TrainingSpec training = experiment.training();
        var caption =
                new Caption(
                        "Updates",
                        side.letter() + " steps",
                        "Updates of the "
                                + side.title().toLowerCase(Locale.ROOT)
                                + " in one training step, 1 to 10.");
        return switch (side) {
            case DISCRIMINATOR ->
                    ExperimentFields.whole(
                            caption,
                            training.discriminatorSteps(),
                            v -> experiment.withTraining(t -> t.withTurns(v, t.generatorSteps())));
            case GENERATOR ->
                    ExperimentFields.whole(
                            caption,
                            training.generatorSteps(),
                            v ->
                                    experiment.withTraining(
                                            t -> t.withTurns(t.discriminatorSteps(), v)));
        };
    }

    private Field<Experiment> kind() {
        return Field.Choice.among(
                caption(
                        "Rule",
                        "optimizer",
                        "How the weights follow their gradients. With the rule, values that stand"
                                + " at its usual ones change to those of the new one."),
                List.of(OptimizerSpec.Kind.values()),
                now.kind(),
                kind ->
                        new Field.Option<>(
                                kind.title(),
                                kind.meaning() + " (" + kind.paper() + ")",
                                with(o -> o.withKind(kind))));
    }

    private Field<Experiment> rate() {
        return ExperimentFields.decimal(
                caption(
                        "Rate",
                        "learning rate",
                        "How far one update goes: too large and training breaks, too small and it"
                                + " crawls."),
                now.learningRate(),
                v -> with(o -> o.withLearningRate(v)));
    }

    /** The two decays under the names that they have in each rule. */
    private void addBetas(List<Field<Experiment>> fields) {
        if (now.kind().usesBeta1()) {
            Caption caption =
                    now.kind() == OptimizerSpec.Kind.SGD
                            ? caption(
                                    "Momentum",
                                    "momentum",
                                    "Share of the last update that goes into the next; 0 follows"
                                            + " the newest gradient alone.")
                            : caption(
                                    "β1",
                                    "beta1",
                                    "How long the mean of the gradients remembers; 0.5 suits GANs,"
                                            + " 0.9 is usual elsewhere.");
            fields.add(
                    ExperimentFields.decimal(caption, now.beta1(), v -> with(o -> o.withBeta1(v))));
        }
        if (now.kind().usesBeta2()) {
            boolean only = !now.kind().usesBeta1();
            Caption caption =
                    caption(
                            only ? "Memory ρ" : "β2",
                            only ? "memory" : "beta2",
                            "How long the mean of the squared gradients remembers; usually "
                                    + (only ? "0.9 to 0.99." : "0.999."));
            fields.add(
                    ExperimentFields.decimal(caption, now.beta2(), v -> with(o -> o.withBeta2(v))));
        }
    }

    private void addLimits(List<Field<Experiment>> fields) {
        fields.add(
                ExperimentFields.decimal(
                        caption(
                                "Decay",
                                "weight decay",
                                "How strongly the weights are drawn to zero at each update; 0 is"
                                        + " off"
                                        + (now.kind() == OptimizerSpec.Kind.ADAMW
                                                ? ", which makes AdamW plain Adam."
                                                : ".")),
                        now.weightDecay(),
                        v -> with(o -> o.withWeightDecay(v))));
        fields.add(
                ExperimentFields.decimal(
                        caption(
                                "Clip at",
                                "gradient clipping",
                                "A gradient longer than this, over all of the network's weights, is"
                                        + " shortened to it; 0 is off (Pascanu et al. 2012,"
                                        + " arXiv:1211.5063)."),
                        now.clipNorm(),
                        v -> with(o -> o.withClipNorm(v))));
    }

    private void addSchedule(List<Field<Experiment>> fields) {
        Schedule schedule = now.schedule();
        fields.add(
                Field.Choice.among(
                        caption(
                                "Schedule",
                                "schedule",
                                "How the rate changes as training goes on."),
                        List.of(Schedule.Kind.values()),
                        schedule.kind(),
                        kind ->
                                new Field.Option<>(
                                        kind.title(),
                                        kind.meaning(),
                                        with(o -> o.withSchedule(schedule.withKind(kind))))));
        if (schedule.kind() != Schedule.Kind.CONSTANT) {
            fields.add(
                    ExperimentFields.steps(
                            caption(
                                    "… steps",
                                    "schedule's steps",
                                    "The rate falls within so many steps, then stays."),
                            schedule.steps(),
                            v -> with(o -> o.withSchedule(schedule.withSteps(v)))));
            fields.add(
                    ExperimentFields.decimal(
                            caption(
                                    "… down to",
                                    "schedule's final share",
                                    "The share of the rate that is left at the end: 0.1 is a"
                                            + " tenth."),
                            schedule.finalShare(),
                            v -> with(o -> o.withSchedule(schedule.withFinalShare(v)))));
        }
    }

    private Caption caption(String label, String name, String hint) {
        return new Caption(label, side.letter() + "'s " + name, hint);
    }

    private Experiment with(UnaryOperator<OptimizerSpec> change) {
        return experiment.withTraining(t -> t.withOptimizer(side, change.apply(now)));
    }
}
