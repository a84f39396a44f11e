package org.ganatelier.train.dl4j;

import org.ganatelier.data.Dataset;
import org.ganatelier.plan.Plan;
import org.ganatelier.spec.Experiment;
import org.ganatelier.spec.Side;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.RandomStream;
import org.ganatelier.train.Run.Turn;
import org.ganatelier.train.dl4j.layers.Parameter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/**
 * Two networks and the rules by which they take turns (Goodfellow et al. 2014, algorithm 1). Owned
 * by the training thread.
 */
final class Game implements AutoCloseable {
    /** What a step measured; NaN for what it did not touch. */
    record Scores(
            double generatorLoss, double discriminatorLoss, double beliefReal, double beliefFake) {}

    private static final int GENERATOR_WEIGHTS = 0;
    private static final int DISCRIMINATOR_WEIGHTS = 1;

    final Network generator;
    final Network discriminator;
    final Adam generatorAdam;
    final Adam discriminatorAdam;
    private final Experiment experiment;
    private final int batch;
    private final Batches batches;
    private final LongFunction<RandomGenerator> noise;
    private final Profile profile;
    private final List<float[]> held;
    private long noiseDraws;
    private long dropoutDraws;
    private boolean fakesAreFresh;
    private double discriminatorLoss;
    private double generatorLoss;
    private double beliefReal;
    private double beliefFake;

    Game(Plan plan, Dataset data) {
        this(plan, data, Profile.off());
    }

    Game(Plan plan, Dataset data, Profile profile) {
        this(
                plan,
                new Batches(data, plan.experiment().seed()),
                draw -> RandomStream.NOISE.draw(plan.experiment().seed(), draw),
                profile);
    }

    /**
     * @param noise the source of each batch of noise, by its number
     */
    Game(Plan plan, Batches batches, LongFunction<RandomGenerator> noise, Profile profile) {
        this.profile = profile;
        this.batches = batches;
        this.noise = noise;
        experiment = plan.experiment();
        batch = experiment.training().batchSize();
        generator = new Network(plan.generator(), "G", profile);
        discriminator = new Network(plan.discriminator(), "D", profile);
        generator.initialize(
                experiment.generator().initialization(),
                RandomStream.WEIGHTS.draw(experiment.seed(), GENERATOR_WEIGHTS));
        discriminator.initialize(
                experiment.discriminator().initialization(),
                RandomStream.WEIGHTS.draw(experiment.seed(), DISCRIMINATOR_WEIGHTS));
        generatorAdam = new Adam(generator.trained());
        discriminatorAdam = new Adam(discriminator.trained());
        held = discriminator.trained().stream().map(p -> new float[p.value().size()]).toList();
    }

    /** D's updates, then G's, or only one player's. */
    Scores step(Turn turn) {
        long begin = profile.begin();
        discriminatorLoss = generatorLoss = beliefReal = beliefFake = Double.NaN;
        if (turn != Turn.GENERATOR) {
            for (int i = 0; i < experiment.training().discriminatorSteps(); i++) {
                discriminatorTurn();
            }
        }
        if (turn != Turn.DISCRIMINATOR) {
            for (int i = 0; i < experiment.training().generatorSteps(); i++) {
                generatorTurn();
            }
        }
        fakesAreFresh = false;
        profile.end(begin, "whole step", Profile.Part.OTHER);
        return new Scores(generatorLoss, discriminatorLoss, beliefReal, beliefFake);
    }

    private void discriminatorTurn() {
        fakesAreFresh = false;
        makeFakes();
        if (discriminator.mixesSamples()) {
            judgeApart();
        } else {
            judgeTogether();
        }
        update(discriminatorAdam, Side.DISCRIMINATOR);
    }

    /**
     * Real and generated images have batch statistics of their own (as in DCGAN and in ganhacks,
     * number 4).
     */
    private void judgeApart() {
        Network.Chain judge = discriminator.chain(batch);
        nextImages(judge);
        judge.forward(true, this::dropout);
        double loss =
                Objectives.real(
                        experiment.objective(),
                        judge.output().heap(),
                        0,
                        batch,
                        judge.outputGradient().heapToWrite());
        beliefReal = Objectives.belief(experiment.objective(), judge.output().heap(), 0, batch);
        judge.keepStatistics();
        judge.backward(true, false);
        holdGradients();

        judge.input().set(generator.chain(batch).output());
        judge.forward(true, this::dropout);
        loss +=
                Objectives.fake(
                        experiment.objective(),
                        judge.output().heap(),
                        0,
                        batch,
                        judge.outputGradient().heapToWrite());
        discriminatorLoss = finite(loss);
        beliefFake = Objectives.belief(experiment.objective(), judge.output().heap(), 0, batch);
        judge.keepStatistics();
        judge.backward(true, false);
        addHeldGradients();
    }

    /**
     * Where samples do not touch each other, one pass over both is the same, and larger products
     * are faster.
     */
    private void judgeTogether() {
        Network.Chain judge = discriminator.chain(2 * batch);
        nextImages(judge);
        float[] fakes = generator.chain(batch).output().heap();
        System.arraycopy(fakes, 0, judge.input().heapToWrite(), fakes.length, fakes.length);
        judge.forward(true, this::dropout);
        float[] scores = judge.output().heap();
        float[] gradients = judge.outputGradient().heapToWrite();
        double loss = Objectives.real(experiment.objective(), scores, 0, batch, gradients);
        loss += Objectives.fake(experiment.objective(), scores, batch, batch, gradients);
        discriminatorLoss = finite(loss);
        beliefReal = Objectives.belief(experiment.objective(), scores, 0, batch);
        beliefFake = Objectives.belief(experiment.objective(), scores, batch, batch);
        judge.keepStatistics();
        judge.backward(true, false);
    }

    private void generatorTurn() {
        makeFakes();
        Network.Chain maker = generator.chain(batch);
        Network.Chain judge = discriminator.chain(batch);
        maker.keepStatistics();
        judge.input().set(maker.output());
        judge.forward(true, this::dropout);
        double loss =
                Objectives.generator(
                        experiment.objective(),
                        judge.output().heap(),
                        batch,
                        judge.outputGradient().heapToWrite());
        generatorLoss = finite(loss);
        if (Double.isNaN(beliefFake)) {
            beliefFake = Objectives.belief(experiment.objective(), judge.output().heap(), 0, batch);
        }
        judge.backward(false, true);
        maker.outputGradient().set(judge.inputGradient());
        maker.backward(true, false);
        update(generatorAdam, Side.GENERATOR);
        fakesAreFresh = false;
    }

    /**
     * Generated images of fresh noise; those that D has just been taught with serve G's turn too,
     * as G is unchanged.
     */
    private void makeFakes() {
        if (fakesAreFresh) {
            return;
        }
        Network.Chain maker = generator.chain(batch);
        RandomGenerator random = noise.apply(noiseDraws++);
        long begin = profile.begin();
        float[] values = maker.input().heapToWrite();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        profile.end(begin, "noise", Profile.Part.OTHER);
        maker.forward(true, this::dropout);
        fakesAreFresh = true;
    }

    private void nextImages(Network.Chain judge) {
        long begin = profile.begin();
        batches.next(judge.input(), batch);
        profile.end(begin, "real images", Profile.Part.OTHER);
    }

    private void holdGradients() {
        List<Parameter> trained = discriminatorAdam.parameters();
        for (int i = 0; i < held.size(); i++) {
            System.arraycopy(
                    trained.get(i).gradient().heap(), 0, held.get(i), 0, held.get(i).length);
        }
    }

    private void addHeldGradients() {
        List<Parameter> trained = discriminatorAdam.parameters();
        for (int i = 0; i < held.size(); i++) {
            trained.get(i).gradient().heap();
            add(held.get(i), trained.get(i).gradient().heapToWrite());
        }
    }

    private static void add(float[] values, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }

    /**
     * A loss that overflowed has no gradient worth following: the step ends before the weights are
     * touched.
     */
    private static double finite(double loss) {
        if (!Double.isFinite(loss)) {
            throw new DivergedException();
        }
        return loss;
    }

    private void update(Adam adam, Side side) {
        long begin = profile.begin();
        adam.update(experiment.training().optimizer(side));
        profile.end(begin, side.letter() + " Adam", Profile.Part.OTHER);
    }

    private RandomGenerator dropout() {
        return RandomStream.DROPOUT.draw(experiment.seed(), dropoutDraws++);
    }

    /** Passes over the data so far. */
    double epoch() {
        return batches.epoch();
    }

    /** How far each random stream has come, by name; see {@link #restore}. */
    Map<String, Long> counters() {
        return Map.of(
                "noise", noiseDraws,
                "dropout", dropoutDraws,
                "images", batches.drawn(),
                "generator.updates", generatorAdam.updates(),
                "discriminator.updates", discriminatorAdam.updates());
    }

    /** Weights, statistics and optimizer state by name: the arrays themselves, not copies. */
    Map<String, float[]> arrays() {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        collect("generator", generator, generatorAdam, arrays);
        collect("discriminator", discriminator, discriminatorAdam, arrays);
        return arrays;
    }

    private static void collect(
            String side, Network network, Adam adam, Map<String, float[]> arrays) {
        int trained = 0;
        for (Network.Named named : network.parameters()) {
            String name = side + "." + named.name();
            arrays.put(name, named.parameter().value().heap());
            if (named.parameter().trained()) {
                arrays.put(name + ".adam-mean", adam.means().get(trained));
                arrays.put(name + ".adam-square", adam.squares().get(trained));
                trained++;
            }
        }
    }

    /**
     * Goes on from a checkpoint's state.
     *
     * @throws EngineException if it is not of this experiment's networks
     */
    void restore(Map<String, float[]> saved, Map<String, Long> counters) {
        for (Network network : List.of(generator, discriminator)) {
            // The heap side becomes the newest, so that the copies below reach the native side too.
            network.parameters().forEach(named -> named.parameter().value().heapToWrite());
        }
        arrays().forEach(
                        (name, target) -> {
                            float[] source = saved.get(name);
                            if (source == null || source.length != target.length) {
                                throw new EngineException(
                                        "The saved run does not fit its networks: "
                                                + name
                                                + " is missing or of another size.",
                                        null);
                            }
                            System.arraycopy(source, 0, target, 0, target.length);
                        });
        noiseDraws = counters.getOrDefault("noise", 0L);
        dropoutDraws = counters.getOrDefault("dropout", 0L);
        batches.skipTo(counters.getOrDefault("images", 0L));
        generatorAdam.setUpdates(counters.getOrDefault("generator.updates", 0L));
        discriminatorAdam.setUpdates(counters.getOrDefault("discriminator.updates", 0L));
    }

    @Override
    public void close() {
        generator.close();
        discriminator.close();
    }
}
