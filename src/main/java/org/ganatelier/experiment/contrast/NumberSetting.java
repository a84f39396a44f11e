package org.ganatelier.experiment.contrast;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.LossNumber;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.ZeroCentredPenalty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** A number of an experiment outside its layers. Each is one of its kind. */
public final class NumberSetting {
    private static final List<NumberSetting> ALL = make();

    private final String path;
    private final String field;
    private final Optional<Side> side;
    private final ToDoubleFunction<Experiment> reader;

    /** Whether it means something in an experiment. */
    private final Predicate<Experiment> used;

    private NumberSetting(
            String path,
            String field,
            Optional<Side> side,
            ToDoubleFunction<Experiment> reader,
            Predicate<Experiment> used) {
        this.path = path;
        this.field = field;
        this.side = side;
        this.reader = reader;
        this.used = used;
    }

    /** All of them, in the order in which people would name them. */
    static List<NumberSetting> all() {
        return ALL;
    }

    /** Its place in the experiment's JSON. */
    public String path() {
        return path;
    }

    /** The end of its path; where both players have the same, its name without the player. */
    public String field() {
        return field;
    }

    /** Whose it is, where both players have one. */
    public Optional<Side> side() {
        return side;
    }

    /** Its value in an experiment. */
    double of(Experiment experiment) {
        return reader.applyAsDouble(experiment);
    }

    /**
     * Whether an experiment would train otherwise with another value: R1's interval means nothing
     * while R1 is off.
     */
    boolean isUsedIn(Experiment experiment) {
        return used.test(experiment);
    }

    @Override
    public String toString() {
        return path;
    }

    /** The place of a value of an optimizer in the experiment's JSON. */
    static String ofOptimizer(Side side, String field) {
        return "training." + side.id() + "Optimizer." + field;
    }

    private static List<NumberSetting> make() {
        var all = new ArrayList<NumberSetting>();
        all.add(plain("latentSize", "latentSize", Experiment::latentSize));
        all.addAll(ofObjective());
        all.add(plain("training.batchSize", "batchSize", e -> e.training().batchSize()));
        for (Side side : Side.values()) {
            all.add(updates(side));
            all.addAll(ofOptimizer(side));
        }
        all.add(plain("training.averageDecay", "averageDecay", e -> e.training().averageDecay()));
        return List.copyOf(all);
    }

    private static List<NumberSetting> ofObjective() {
        var all = new ArrayList<NumberSetting>();
        for (Loss loss : Loss.all()) {
            for (LossNumber number : loss.numbers()) {
                all.add(
                        ofObjective(
                                number.name(),
                                o -> o.numbers().of(number),
                                o -> o.loss().equals(loss)));
            }
        }
        all.addAll(ofPenalty("r1", Objective::r1));
        all.addAll(ofPenalty("r2", Objective::r2));
        all.add(
                ofObjective(
                        "labelSmoothing",
                        Objective::labelSmoothing,
                        o -> o.loss().smoothing().isPresent()));
        all.add(ofObjective("instanceNoise", o -> o.instanceNoise().deviation(), _ -> true));
        all.add(
                ofObjective(
                        "instanceNoiseSteps",
                        o -> o.instanceNoise().steps(),
                        o -> o.instanceNoise().deviation() > 0));
        return all;
    }

    private static List<NumberSetting> ofPenalty(
            String field, Function<Objective, ZeroCentredPenalty> penalty) {
        return List.of(
                ofObjective(field, o -> penalty.apply(o).gamma(), _ -> true),
                ofObjective(
                        field + "Interval",
                        o -> penalty.apply(o).interval(),
                        o -> penalty.apply(o).isOn()));
    }

    private static NumberSetting updates(Side side) {
        return new NumberSetting(
                "training." + side.id() + "Steps",
                "updates",
                Optional.of(side),
                e ->
                        switch (side) {
                            case GENERATOR -> e.training().generatorSteps();
                            case DISCRIMINATOR -> e.training().discriminatorSteps();
                        },
                _ -> true);
    }

    private static List<NumberSetting> ofOptimizer(Side side) {
        return List.of(
                ofOptimizer(side, "learningRate", OptimizerSpec::learningRate, _ -> true),
                ofOptimizer(side, "beta1", OptimizerSpec::beta1, o -> o.kind().usesBeta1()),
                ofOptimizer(side, "beta2", OptimizerSpec::beta2, o -> o.kind().usesBeta2()),
                ofOptimizer(side, "weightDecay", OptimizerSpec::weightDecay, _ -> true),
                ofOptimizer(side, "clipNorm", OptimizerSpec::clipNorm, _ -> true),
                ofOptimizer(
                        side,
                        "schedule.steps",
                        o -> o.schedule().steps(),
                        NumberSetting::rateFalls),
                ofOptimizer(
                        side,
                        "schedule.finalShare",
                        o -> o.schedule().finalShare(),
                        NumberSetting::rateFalls));
    }

    private static boolean rateFalls(OptimizerSpec optimizer) {
        return optimizer.schedule().kind() != Schedule.Kind.CONSTANT;
    }

    private static NumberSetting plain(
            String path, String field, ToDoubleFunction<Experiment> reader) {
        return new NumberSetting(path, field, Optional.empty(), reader, _ -> true);
    }

    private static NumberSetting ofObjective(
            String field, ToDoubleFunction<Objective> reader, Predicate<Objective> used) {
        return new NumberSetting(
                "objective." + field,
                field,
                Optional.empty(),
                e -> reader.applyAsDouble(e.objective()),
                e -> used.test(e.objective()));
    }

    private static NumberSetting ofOptimizer(
            Side side,
            String field,
            ToDoubleFunction<OptimizerSpec> reader,
            Predicate<OptimizerSpec> used) {
        return new NumberSetting(
                ofOptimizer(side, field),
                field,
                Optional.of(side),
                e -> reader.applyAsDouble(e.training().optimizer(side)),
                e -> used.test(e.training().optimizer(side)));
    }
}
