package org.ganatelier.ui.objective;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Field;
import org.ganatelier.ui.widget.Field.Caption;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How one network is updated: its turns, its optimizer, its average. */
final class OptimizerFields {
    private final Side side;
    private final Experiment experiment;
    private final OptimizerSpec now;
    private final Words words;

    private OptimizerFields(Side side, Experiment experiment, Words words) {
        this.words = words;
        this.side = side;
        this.experiment = experiment;
        now = experiment.training().optimizer(side);
    }

    static List<Field<Experiment>> of(Side side, Experiment experiment, Words words) {
        var optimizer = new OptimizerFields(side, experiment, words);
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
                            Caption.of("optimizer.average", words),
                            experiment.training().averageDecay(),
                            v -> experiment.withTraining(t -> t.withAverageDecay(v)),
                            words));
        }
        return fields;
    }

    private Field<Experiment> turns() {
        TrainingSpec training = experiment.training();
        Caption caption = caption("updates");
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
                caption("rule"),
                List.of(OptimizerSpec.Kind.values()),
                now.kind(),
                kind ->
                        new Field.Option<>(
                                kind.title(),
                                words.say("optimizer.rule." + id(kind)) + " (" + kind.paper() + ")",
                                with(o -> o.withKind(kind))));
    }

    private Field<Experiment> rate() {
        return ExperimentFields.decimal(
                caption("learning-rate"),
                now.learningRate(),
                v -> with(o -> o.withLearningRate(v)),
                words);
    }

    /** The two decays under the names that they have in each rule. */
    private void addBetas(List<Field<Experiment>> fields) {
        if (now.kind().usesBeta1()) {
            Caption caption = caption(now.kind() == OptimizerSpec.Kind.SGD ? "momentum" : "beta1");
            fields.add(
                    ExperimentFields.decimal(
                            caption, now.beta1(), v -> with(o -> o.withBeta1(v)), words));
        }
        if (now.kind().usesBeta2()) {
            Caption caption = caption(now.kind().usesBeta1() ? "beta2" : "memory");
            fields.add(
                    ExperimentFields.decimal(
                            caption, now.beta2(), v -> with(o -> o.withBeta2(v)), words));
        }
    }

    private void addLimits(List<Field<Experiment>> fields) {
        fields.add(
                ExperimentFields.decimal(
                        caption(
                                now.kind() == OptimizerSpec.Kind.ADAMW
                                        ? "weight-decay-adamw"
                                        : "weight-decay"),
                        now.weightDecay(),
                        v -> with(o -> o.withWeightDecay(v)),
                        words));
        fields.add(
                ExperimentFields.decimal(
                        caption("clip-norm"),
                        now.clipNorm(),
                        v -> with(o -> o.withClipNorm(v)),
                        words));
    }

    private void addSchedule(List<Field<Experiment>> fields) {
        Schedule schedule = now.schedule();
        fields.add(
                Field.Choice.among(
                        caption("schedule"),
                        List.of(Schedule.Kind.values()),
                        schedule.kind(),
                        kind ->
                                new Field.Option<>(
                                        words.say("optimizer.schedule." + id(kind) + ".title"),
                                        words.say("optimizer.schedule." + id(kind) + ".meaning"),
                                        with(o -> o.withSchedule(schedule.withKind(kind))))));
        if (schedule.kind() != Schedule.Kind.CONSTANT) {
            fields.add(
                    ExperimentFields.steps(
                            caption("schedule-steps"),
                            schedule.steps(),
                            v -> with(o -> o.withSchedule(schedule.withSteps(v)))));
            fields.add(
                    ExperimentFields.decimal(
                            caption("schedule-share"),
                            schedule.finalShare(),
                            v -> with(o -> o.withSchedule(schedule.withFinalShare(v))),
                            words));
        }
    }

    private Caption caption(String field) {
        return Caption.of("optimizer." + field, Map.of("side", side.letter()), words);
    }

    private static String id(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Experiment with(UnaryOperator<OptimizerSpec> change) {
        return experiment.withTraining(t -> t.withOptimizer(side, change.apply(now)));
    }
}
