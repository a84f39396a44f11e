package org.ganatelier.campaign;

import static org.ganatelier.campaign.RandomLayers.pick;
import static org.ganatelier.campaign.RandomLayers.wildNumber;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.data.Distribution;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.objective.InstanceNoise;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.LossNumbers;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.ZeroCentredPenalty;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.memory.RunMemory;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Experiments drawn at random: the same stream of numbers gives the same one. */
final class RandomExperiments {
    private static final List<Double> RATES = List.of(1e-12, 1e-4, 2e-4, 1e-3, 0.01);
    private static final int TRIES = 8;
    private static final int MANY_TRIES = 200;
    private static final long VALUES_AT_LIMIT = 100_000;

    private RandomExperiments() {}

    /** Anything that a file can hold: most of them cannot be trained. */
    static Experiment wild(RandomGenerator random) {
        return new Experiment(
                "wild",
                wildData(random),
                wildNumber(random),
                wildNetwork(random),
                wildNetwork(random),
                objective(random),
                pick(random, List.of(Conditioning.values())),
                training(random, Math.max(2, wildNumber(random))),
                random.nextLong());
    }

    private static DataSpec wildData(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> new DataSpec.Drawn(pick(random, List.of(Distribution.values())));
            case 1 ->
                    files(
                            new Shape.Image(
                                    wildNumber(random), wildNumber(random), wildNumber(random)),
                            random.nextInt(200));
            default -> files(new Shape.Image(28, 28, 1), 10);
        };
    }

    private static NetworkSpec wildNetwork(RandomGenerator random) {
        var layers = new ArrayList<LayerSpec>();
        int count = random.nextInt(100) == 0 ? 64 : random.nextInt(12);
        for (int i = 0; i < count; i++) {
            RandomLayers numbers =
                    random.nextInt(4) == 0 ? RandomLayers.wild() : RandomLayers.moderate();
            layers.add(numbers.layer(random));
        }
        return new NetworkSpec(layers, pick(random, List.of(Initialization.values())));
    }

    /** One that can be trained, where so many tries find it. */
    static Optional<Plan> accepted(RandomGenerator random, RandomLayers numbers, long mostValues) {
        for (int i = 0; i < TRIES; i++) {
            Outcome outcome = Planner.check(grown(random, numbers, mostValues));
            if (outcome instanceof Outcome.Ready ready) {
                return Optional.of(ready.plan());
            }
        }
        return Optional.empty();
    }

    /** One whose batch could not be larger, and that takes most of the memory that there is. */
    static Optional<Plan> atTheLimit(RandomGenerator random) {
        for (int i = 0; i < MANY_TRIES; i++) {
            Optional<Plan> found =
                    accepted(random, RandomLayers.moderate(), VALUES_AT_LIMIT)
                            .map(Plan::experiment)
                            .map(RandomExperiments::withLargestBatch);
            if (found.isPresent() && RunMemory.of(found.get()).heap() > Limits.RUN_BYTES / 2) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Plan withLargestBatch(Experiment experiment) {
        int size = experiment.training().batchSize();
        for (int more = Limits.BATCH / 2; more > 0; more /= 2) {
            size = withBatch(experiment, size + more) instanceof Outcome.Ready ? size + more : size;
        }
        return withBatch(experiment, size).plan();
    }

    private static Outcome withBatch(Experiment experiment, int size) {
        return Planner.check(experiment.withTraining(t -> t.withBatchSize(size)));
    }

    /**
     * Layers that fit each other, between ends that fit the data. What is left to refuse are
     * objectives that a layer does not bear, and sizes.
     *
     * @param mostValues that a layer may give for one sample
     */
    static Experiment grown(RandomGenerator random, RandomLayers numbers, long mostValues) {
        DataSpec data =
                random.nextInt(5) == 0
                        ? new DataSpec.Drawn(pick(random, List.of(Distribution.values())))
                        : files(
                                new Shape.Image(
                                        random.nextInt(1, 12),
                                        random.nextInt(1, 12),
                                        random.nextInt(1, 4)),
                                random.nextInt(5));
        Conditioning told =
                data.classes() > 0 && random.nextBoolean()
                        ? pick(random, List.of(Conditioning.values()))
                        : Conditioning.NONE;
        int latent = random.nextInt(1, 24);
        int joined = told == Conditioning.NONE ? 0 : data.classes();
        var growth = new Growth(random, numbers, mostValues);
        List<LayerSpec> generator = growth.from(new Shape.Flat(latent + joined));
        List<LayerSpec> discriminator =
                growth.from(
                        told == Conditioning.CHANNELS
                                ? withChannels(data.shape(), joined)
                                : data.shape());
        var last = new Dense((int) data.shape().size(), true, new Activation.Tanh());
        generator.add(last);
        if (data.shape() instanceof Shape.Image) {
            generator.add(new Reshape(data.shape()));
        }
        discriminator.add(
                new Dense(1, random.nextBoolean(), random.nextBoolean(), new Activation.Linear()));
        var initialization = pick(random, List.of(Initialization.values()));
        return new Experiment(
                "grown",
                data,
                latent,
                new NetworkSpec(generator, initialization),
                new NetworkSpec(discriminator, initialization),
                random.nextInt(3) == 0 ? objective(random) : new Objective(loss(random)),
                told,
                training(random, random.nextInt(2, 9)),
                random.nextLong());
    }

    private static Shape withChannels(Shape shape, int more) {
        return switch (shape) {
            case Shape.Image(int height, int width, int channels) ->
                    new Shape.Image(height, width, channels + more);
            case Shape.Flat(int units) -> new Shape.Flat(units + more);
        };
    }

    /** Stacks of layers that fit each other and end in a vector. */
    private record Growth(RandomGenerator random, RandomLayers numbers, long mostValues) {
        List<LayerSpec> from(Shape input) {
            var layers = new ArrayList<LayerSpec>();
            Shape end = input;
            for (int tries = random.nextInt(30); tries > 0; tries--) {
                LayerSpec next = numbers.layer(random);
                Optional<NetworkPlan> plan = plan(end, next);
                if (plan.isPresent()) {
                    layers.add(next);
                    end = plan.get().output().orElseThrow();
                }
            }
            if (end instanceof Shape.Image) {
                layers.add(new Flatten());
            }
            return layers;
        }

        private Optional<NetworkPlan> plan(Shape in, LayerSpec layer) {
            try {
                return Optional.of(Planner.network(in, NetworkSpec.of(layer)))
                        .filter(plan -> plan.output().orElseThrow().size() <= mostValues);
            } catch (IllegalArgumentException unfit) {
                return Optional.empty();
            }
        }
    }

    private static DataSpec files(Shape.Image shape, int classes) {
        Optional<Path> labels = classes > 0 ? Optional.of(Path.of("labels")) : Optional.empty();
        return new DataSpec.IdxFiles(Path.of("images"), labels, shape, classes);
    }

    private static Loss loss(RandomGenerator random) {
        return pick(random, Loss.all());
    }

    private static Objective objective(RandomGenerator random) {
        return new Objective(
                loss(random),
                new LossNumbers(Map.of()),
                penalty(random),
                penalty(random),
                random.nextInt(3) * 0.25,
                new InstanceNoise(random.nextInt(3) * 0.1, random.nextInt(1, 100)));
    }

    private static ZeroCentredPenalty penalty(RandomGenerator random) {
        return random.nextInt(3) == 0
                ? new ZeroCentredPenalty(
                        pick(random, List.of(0.1, 1.0, 10.0)), random.nextInt(1, 20))
                : ZeroCentredPenalty.OFF;
    }

    private static TrainingSpec training(RandomGenerator random, int batch) {
        return new TrainingSpec(
                batch,
                random.nextInt(1, 4),
                random.nextInt(1, 4),
                optimizer(random),
                optimizer(random),
                random.nextInt(3) == 0 ? 0.99 : 0);
    }

    private static OptimizerSpec optimizer(RandomGenerator random) {
        return new OptimizerSpec(
                pick(random, List.of(OptimizerSpec.Kind.values())),
                pick(random, RATES),
                0.5,
                0.9,
                random.nextInt(3) == 0 ? 0.01 : 0,
                random.nextInt(3) == 0 ? 1 : 0,
                new Schedule(
                        pick(random, List.of(Schedule.Kind.values())),
                        random.nextInt(1, 100),
                        random.nextInt(3) * 0.5));
    }
}
