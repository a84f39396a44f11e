package org.ganatelier.train;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.LossNumber;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.experiment.objective.ZeroCentredPenalty;
import org.ganatelier.train.InvalidSetting.Wanted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which values of an experiment may change while its run goes on is decided here: those in {@link
 * #all}, and no others.
 */
public final class LiveSettings {
    /**
     * Which loss the two networks minimise: another one under which D's output means the same. D
     * and the curves go on as they are.
     */
    public static final LiveSetting LOSS =
            new LiveSetting(
                    "objective.kind",
                    "kind",
                    Optional.empty(),
                    e -> e.objective().loss().id(),
                    LiveSettings::withLoss);

    private static final List<LiveSetting> ALL = make();

    private LiveSettings() {}

    /** All of them, in the order of the experiment's JSON. */
    public static List<LiveSetting> all() {
        return ALL;
    }

    /** The one at a path in the experiment's JSON, where that may change during a run. */
    public static Optional<LiveSetting> at(String path) {
        return ALL.stream().filter(setting -> setting.path().equals(path)).findFirst();
    }

    /**
     * What a run can become while it goes on: its experiment with all live values of another.
     * Structural differences stay behind, and so do the values of an optimizer of another kind,
     * which mean something else to the one that runs, and the betas that belong to another kind of
     * objective that cannot take the place of the one that runs.
     */
    public static Experiment merged(Experiment running, Experiment wanted) {
        Experiment reachable = wanted;
        boolean sameLoss = canReplace(running.objective().loss(), wanted.objective().loss());
        for (Side side : Side.values()) {
            OptimizerSpec now = running.training().optimizer(side);
            if (wanted.training().optimizer(side).kind() != now.kind()) {
                reachable = reachable.withTraining(t -> t.withOptimizer(side, now));
            } else if (!sameLoss) {
                OptimizerSpec betas =
                        wanted.training()
                                .optimizer(side)
                                .withBeta1(now.beta1())
                                .withBeta2(now.beta2());
                reachable = reachable.withTraining(t -> t.withOptimizer(side, betas));
            }
        }
        if (!sameLoss) {
            // Penalties that only came with another loss wait with it.
            reachable =
                    reachable.withObjective(
                            wanted.objective().withLoss(running.objective().loss()));
        }
        Experiment result = running;
        for (LiveSetting setting : ALL) {
            String value = setting.of(reachable);
            if (!value.equals(setting.of(result))) {
                result = setting.set(result, value);
            }
        }
        return result;
    }

    /**
     * What a run can become while it goes on where not everything is possible: a value that makes
     * its experiment impossible stays behind and holds back no other.
     *
     * @param possible whether an experiment can be trained
     */
    public static Experiment merged(
            Experiment running, Experiment wanted, Predicate<Experiment> possible) {
        Experiment all = merged(running, wanted);
        if (possible.test(all)) {
            return all;
        }
        Experiment result = running;
        for (LiveSetting setting : ALL) {
            Experiment next = setting.set(result, setting.of(all));
            if (!next.equals(result) && possible.test(next)) {
                result = next;
            }
        }
        return result;
    }

    /** Whether a run of one experiment can go on as the other: names do not count. */
    public static boolean canBecome(Experiment running, Experiment wanted) {
        return merged(running, wanted).withName(wanted.name()).equals(wanted);
    }

    /**
     * The edits that lead from the live values of one experiment to those of another.
     *
     * @param step how many steps were done before
     */
    public static List<Edit> between(long step, Experiment before, Experiment after) {
        return ALL.stream()
                .filter(setting -> !setting.of(before).equals(setting.of(after)))
                .map(setting -> new Edit(step, setting, setting.of(before), setting.of(after)))
                .toList();
    }

    /** Whether a run under one loss can go on under another, or under the same. */
    private static boolean canReplace(Loss running, Loss wanted) {
        return wanted.equals(running)
                || (running.scoreMeaning() == ScoreMeaning.CHANCE
                        && wanted.scoreMeaning() == ScoreMeaning.CHANCE);
    }

    private static Experiment withLoss(Experiment experiment, String id) {
        Objective now = experiment.objective();
        List<Loss> possible =
                Loss.all().stream().filter(loss -> canReplace(now.loss(), loss)).toList();
        Loss wanted =
                possible.stream()
                        .filter(loss -> loss.id().equals(id.strip()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new LiveValues.Mismatch(
                                                new Wanted.OneOf(
                                                        possible.stream().map(Loss::id).toList()),
                                                null));
        return experiment.withObjective(now.withLoss(wanted));
    }

    private static List<LiveSetting> make() {
        var all = new ArrayList<LiveSetting>();
        all.add(LOSS);
        all.addAll(ofObjective());
        all.add(
                ofTraining(
                        "discriminatorSteps",
                        LiveValues.WHOLE,
                        t -> (long) t.discriminatorSteps(),
                        (t, v) -> t.withTurns(LiveValues.toInt(v), t.generatorSteps())));
        all.add(
                ofTraining(
                        "generatorSteps",
                        LiveValues.WHOLE,
                        t -> (long) t.generatorSteps(),
                        (t, v) -> t.withTurns(t.discriminatorSteps(), LiveValues.toInt(v))));
        Stream.of(Side.DISCRIMINATOR, Side.GENERATOR)
                .flatMap(side -> ofOptimizer(side).stream())
                .forEach(all::add);
        all.add(
                ofTraining(
                        "averageDecay",
                        LiveValues.DECIMAL,
                        TrainingSpec::averageDecay,
                        TrainingSpec::withAverageDecay));
        return List.copyOf(all);
    }

    private static List<LiveSetting> ofObjective() {
        var all = new ArrayList<LiveSetting>();
        for (Loss loss : Loss.all()) {
            for (LossNumber number : loss.numbers()) {
                all.add(
                        ofObjective(
                                number.name(),
                                LiveValues.DECIMAL,
                                o -> o.numbers().of(number),
                                (o, v) -> o.withNumber(number, v)));
            }
        }
        all.addAll(ofPenalty("r1", Objective::r1, Objective::withR1));
        all.addAll(ofPenalty("r2", Objective::r2, Objective::withR2));
        all.add(
                ofObjective(
                        "labelSmoothing",
                        LiveValues.DECIMAL,
                        Objective::labelSmoothing,
                        Objective::withLabelSmoothing));
        all.add(
                ofObjective(
                        "instanceNoise",
                        LiveValues.DECIMAL,
                        o -> o.instanceNoise().deviation(),
                        (o, v) -> o.withInstanceNoise(o.instanceNoise().withDeviation(v))));
        all.add(
                ofObjective(
                        "instanceNoiseSteps",
                        LiveValues.WHOLE,
                        o -> o.instanceNoise().steps(),
                        (o, v) -> o.withInstanceNoise(o.instanceNoise().withSteps(v))));
        return all;
    }

    private static List<LiveSetting> ofPenalty(
            String field,
            Function<Objective, ZeroCentredPenalty> get,
            BiFunction<Objective, ZeroCentredPenalty, Objective> set) {
        return List.of(
                ofObjective(
                        field,
                        LiveValues.DECIMAL,
                        o -> get.apply(o).gamma(),
                        (o, v) -> set.apply(o, get.apply(o).withGamma(v))),
                ofObjective(
                        field + "Interval",
                        LiveValues.WHOLE,
                        o -> (long) get.apply(o).interval(),
                        (o, v) -> set.apply(o, get.apply(o).withInterval(LiveValues.toInt(v)))));
    }

    private static List<LiveSetting> ofOptimizer(Side side) {
        return List.of(
                ofOptimizer(
                        side,
                        "learningRate",
                        LiveValues.DECIMAL,
                        OptimizerSpec::learningRate,
                        OptimizerSpec::withLearningRate),
                ofOptimizer(
                        side,
                        "beta1",
                        LiveValues.DECIMAL,
                        OptimizerSpec::beta1,
                        OptimizerSpec::withBeta1),
                ofOptimizer(
                        side,
                        "beta2",
                        LiveValues.DECIMAL,
                        OptimizerSpec::beta2,
                        OptimizerSpec::withBeta2),
                ofOptimizer(
                        side,
                        "weightDecay",
                        LiveValues.DECIMAL,
                        OptimizerSpec::weightDecay,
                        OptimizerSpec::withWeightDecay),
                ofOptimizer(
                        side,
                        "clipNorm",
                        LiveValues.DECIMAL,
                        OptimizerSpec::clipNorm,
                        OptimizerSpec::withClipNorm),
                ofSchedule(side, "kind", LiveValues.SCHEDULE, Schedule::kind, Schedule::withKind),
                ofSchedule(side, "steps", LiveValues.WHOLE, Schedule::steps, Schedule::withSteps),
                ofSchedule(
                        side,
                        "finalShare",
                        LiveValues.DECIMAL,
                        Schedule::finalShare,
                        Schedule::withFinalShare));
    }

    private static <T> LiveSetting ofObjective(
            String field,
            LiveValues.Type<T> type,
            Function<Objective, T> get,
            BiFunction<Objective, T, Objective> set) {
        return new LiveSetting(
                "objective." + field,
                field,
                Optional.empty(),
                e -> type.text(get.apply(e.objective())),
                (e, text) -> e.withObjective(set.apply(e.objective(), type.parse(text))));
    }

    private static <T> LiveSetting ofTraining(
            String field,
            LiveValues.Type<T> type,
            Function<TrainingSpec, T> get,
            BiFunction<TrainingSpec, T, TrainingSpec> set) {
        return new LiveSetting(
                "training." + field,
                field,
                Optional.empty(),
                e -> type.text(get.apply(e.training())),
                (e, text) -> e.withTraining(set.apply(e.training(), type.parse(text))));
    }

    private static <T> LiveSetting ofOptimizer(
            Side side,
            String field,
            LiveValues.Type<T> type,
            Function<OptimizerSpec, T> get,
            BiFunction<OptimizerSpec, T, OptimizerSpec> set) {
        return new LiveSetting(
                "training." + side.id() + "Optimizer." + field,
                field,
                Optional.of(side),
                e -> type.text(get.apply(e.training().optimizer(side))),
                (e, text) ->
                        e.withTraining(
                                t ->
                                        t.withOptimizer(
                                                side,
                                                set.apply(t.optimizer(side), type.parse(text)))));
    }

    private static <T> LiveSetting ofSchedule(
            Side side,
            String field,
            LiveValues.Type<T> type,
            Function<Schedule, T> get,
            BiFunction<Schedule, T, Schedule> set) {
        return ofOptimizer(
                side,
                "schedule." + field,
                type,
                o -> get.apply(o.schedule()),
                (o, v) -> o.withSchedule(set.apply(o.schedule(), v)));
    }
}
