package org.ganatelier.engine.gan;

import org.ganatelier.data.Dataset;
import org.ganatelier.engine.gan.StepWatcher.Sight;
import org.ganatelier.engine.nd4j.SideWork;
import org.ganatelier.engine.network.LayerMaker;
import org.ganatelier.engine.network.Network;
import org.ganatelier.engine.network.Profile;
import org.ganatelier.engine.optimizer.Optimizer;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.PairedLoss;
import org.ganatelier.experiment.objective.ScoreBatch;
import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.experiment.objective.SeparableLoss;
import org.ganatelier.plan.memory.RunMemory;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Benchmark.Part;
import org.ganatelier.train.Benchmark.Place;
import org.ganatelier.train.Benchmark.Place.Work;
import org.ganatelier.train.DropoutMasks;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RandomStream;
import org.ganatelier.train.Run.Turn;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Two networks and the rules by which they take turns (Goodfellow et al. 2014, algorithm 1). Owned
 * by the training thread.
 */
public final class Game implements AutoCloseable {
    /**
     * What a step measured; NaN for what it did not touch.
     *
     * @param penalty what D's loss had added to it, over all penalties on gradients
     * @param generatorGradient length of all of G's gradients together, before they are clipped;
     *     NaN in most steps: see {@link #NORM_INTERVAL}
     * @param discriminatorGradient D's
     */
    public record Scores(
            double generatorLoss,
            double discriminatorLoss,
            double dReal,
            double dFake,
            double penalty,
            double generatorGradient,
            double discriminatorGradient) {}

    /**
     * Gradients are measured in one of so many steps, as that takes a pass over all of them: up to
     * a twentieth of a step of dense networks.
     */
    static final int NORM_INTERVAL = 8;

    private static final int GENERATOR_WEIGHTS = 0;
    private static final int DISCRIMINATOR_WEIGHTS = 1;

    public final Network generator;
    public final Network discriminator;
    final Optimizer generatorOptimizer;
    final Optimizer discriminatorOptimizer;
    final Batches batches;
    final RandomDraws noise;
    final RandomDraws dropout;
    final RandomDraws instanceNoise;
    final RandomDraws penalty;
    final BatchLabels labels;
    private final int batch;
    private final Profile profile;
    private final HeldGradients held;
    private final Penalties penalties;
    private final SideWork beside;
    private final Showing showing;
    private final Optional<RealHalf> realHalf;
    private @Nullable Average average;
    private Experiment experiment;
    private long steps;
    private boolean fakesAreFresh;
    private double discriminatorLoss;
    private double generatorLoss;
    private double dReal;
    private double dFake;
    private double penaltySum;
    private double generatorGradient;
    private double discriminatorGradient;
    private StepWatcher watcher = StepWatcher.NONE;

    public Game(Plan plan, Dataset data) {
        this(plan, data, Profile.off());
    }

    public Game(Plan plan, Dataset data, Profile profile) {
        this(plan, data, profile, SideWork.alone());
    }

    /**
     * @param side does what need not be done in turn; closed with the game
     */
    public Game(Plan plan, Dataset data, Profile profile, SideWork side) {
        this(plan, data, LayerMaker.own(), profile, side);
    }

    /**
     * @param layers makes those of both networks
     * @param side does what need not be done in turn; closed with the game
     * @throws org.ganatelier.train.EngineException where the maker lacks a layer
     */
    public Game(Plan plan, Dataset data, LayerMaker layers, Profile profile, SideWork side) {
        this(
                plan,
                layers,
                new Batches(data, plan.experiment().seed()),
                draw -> RandomStream.NOISE.draw(plan.experiment().seed(), draw),
                draw -> RandomStream.LABELS.draw(plan.experiment().seed(), draw),
                profile,
                side);
    }

    /**
     * @param layers makes those of both networks
     * @param noise the source of each batch of noise, by its number
     * @param asked the source of the labels of each batch of generated images, by its number
     * @param side does what need not be done in turn; closed with the game
     */
    public Game(
            Plan plan,
            LayerMaker layers,
            Batches batches,
            LongFunction<RandomGenerator> noise,
            LongFunction<RandomGenerator> asked,
            Profile profile,
            SideWork side) {
        this.profile = profile;
        this.beside = side;
        this.batches = batches;
        this.noise = new RandomDraws(noise);
        experiment = plan.experiment();
        batch = experiment.training().batchSize();
        long seed = experiment.seed();
        dropout = RandomDraws.of(RandomStream.DROPOUT, seed);
        instanceNoise = RandomDraws.of(RandomStream.INSTANCE_NOISE, seed);
        penalty = RandomDraws.of(RandomStream.PENALTY, seed);
        labels = new BatchLabels(experiment.classes(), batch, new RandomDraws(asked));
        showing = new Showing(batches, labels, instanceNoise, batch, profile);
        generator = new Network(plan.generator(), layers, "G", profile, side);
        discriminator = new Network(plan.discriminator(), layers, "D", profile, side);
        generator.initialize(
                experiment.generator().initialization(),
                RandomStream.WEIGHTS.draw(seed, GENERATOR_WEIGHTS));
        discriminator.initialize(
                experiment.discriminator().initialization(),
                RandomStream.WEIGHTS.draw(seed, DISCRIMINATOR_WEIGHTS));
        generatorOptimizer = optimizer(Side.GENERATOR, generator);
        discriminatorOptimizer = optimizer(Side.DISCRIMINATOR, discriminator);
        held = new HeldGradients(discriminatorOptimizer.parameters());
        realHalf =
                side.helps()
                                && RealHalf.fits(discriminator)
                                && RunMemory.hasRoomForSecondDiscriminator(plan)
                        ? Optional.of(new RealHalf(discriminator))
                        : Optional.empty();
        penalties = new Penalties(discriminator, batch, held, dropout, penalty);
        change(experiment);
    }

    private Optimizer optimizer(Side side, Network network) {
        return Optimizer.of(experiment.training().optimizer(side).kind(), network.trained());
    }

    /** Goes on with other values of the experiment: those that may change during a run. */
    public void change(Experiment other) {
        experiment = other;
        if (other.training().averageDecay() == 0) {
            average = null;
        } else if (average == null) {
            average = new Average(generator);
        }
    }

    /** What is played now. */
    public Experiment experiment() {
        return experiment;
    }

    /** Draws the masks of dropout in a way from now on. */
    public void drawMasks(DropoutMasks way) {
        generator.drawMasks(way);
        discriminator.drawMasks(way);
    }

    /** How the masks of dropout are drawn. */
    DropoutMasks masks() {
        return discriminator.masks();
    }

    /** Tells another about the parts of the steps, from now on. */
    public void watch(StepWatcher other) {
        watcher = other;
    }

    /** Who is told about the parts of the steps. */
    public StepWatcher watcher() {
        return watcher;
    }

    /** Steps done. */
    long steps() {
        return steps;
    }

    /** The moving average of G's weights, where one is kept. */
    public Optional<Average> average() {
        return Optional.ofNullable(average);
    }

    /**
     * D's updates, then G's, or only one player's.
     *
     * @throws org.ganatelier.engine.nd4j.Leaving.LeftException where the computation is left: only
     *     {@link #restore} makes anything of it then
     */
    public Scores step(Turn turn) {
        long begin = profile.begin();
        discriminatorLoss = generatorLoss = dReal = dFake = penaltySum = Double.NaN;
        generatorGradient = discriminatorGradient = Double.NaN;
        boolean ended = false;
        try {
            take(turn);
            ended = true;
        } finally {
            if (!ended) {
                beside.drop();
            }
        }
        fakesAreFresh = false;
        steps++;
        profile.end(begin, Work.WHOLE_STEP, Part.ALL);
        return new Scores(
                generatorLoss,
                discriminatorLoss,
                dReal,
                dFake,
                penaltySum,
                generatorGradient,
                discriminatorGradient);
    }

    private void take(Turn turn) {
        if (turn != Turn.GENERATOR) {
            int updates = experiment.training().discriminatorSteps();
            for (int i = 0; i < updates; i++) {
                discriminatorTurn();
            }
        }
        if (turn != Turn.DISCRIMINATOR) {
            int updates = experiment.training().generatorSteps();
            for (int i = 0; i < updates; i++) {
                generatorTurn();
            }
        }
    }

    private void discriminatorTurn() {
        fakesAreFresh = false;
        if (realHalf.isPresent() && watcher.equals(StepWatcher.NONE)) {
            judgeBeside(realHalf.get(), separable(experiment.objective().loss()));
        } else if (discriminator.mixesSamples()) {
            makeFakes();
            judgeApart(separable(experiment.objective().loss()));
        } else {
            makeFakes();
            judgeTogether();
            penalise();
        }
        update(discriminatorOptimizer, Side.DISCRIMINATOR);
        experiment.objective().weightLimit().ifPresent(most -> discriminator.clip((float) most));
        watcher.updated(Side.DISCRIMINATOR);
    }

    /**
     * Real and generated images have batch statistics of their own (as in DCGAN and in ganhacks,
     * number 4).
     */
    private void judgeApart(SeparableLoss losses) {
        Network.Chain judge = discriminator.chain(batch);
        showing.nextReal(judge);
        showing.entering(judge, blur()).run();
        judge.forward(true, dropout::next);
        double loss = losses.onReal(scores(judge, 0), experiment.objective().realTarget());
        dReal = meanOutput(judge, 0);
        watcher.judged(Side.DISCRIMINATOR, Sight.REAL, judge);
        judge.keepStatistics();
        judge.backward(true, false);
        held.hold();

        showing.generated(generator.chain(batch), judge, 0);
        showing.entering(judge, blur()).run();
        judge.forward(true, dropout::next);
        loss += losses.onFake(scores(judge, 0));
        discriminatorLoss = finite(loss);
        dFake = meanOutput(judge, 0);
        watcher.judged(Side.DISCRIMINATOR, Sight.GENERATED, judge);
        judge.keepStatistics();
        judge.backward(true, false);
        held.addBack();
    }

    /**
     * The same numbers as {@link #judgeApart}, with the real images judged beside the making of the
     * generated ones.
     */
    private void judgeBeside(RealHalf half, SeparableLoss losses) {
        Network.Chain real = half.chain(batch);
        showing.nextReal(real);
        Runnable entering = showing.entering(real, blur());
        // As if the generated images had been made before.
        long first = dropout.count() + generator.draws();
        RandomDraws draws = dropout.from(first);
        double target = experiment.objective().realTarget();
        beside.order(
                () -> {
                    entering.run();
                    half.judge(real, draws, chain -> losses.onReal(scores(chain, 0), target));
                });
        makeFakes();
        dropout.skipTo(first + discriminator.draws());
        Network.Chain judge = discriminator.chain(batch);
        showing.generated(generator.chain(batch), judge, 0);
        showing.entering(judge, blur()).run();
        judge.forward(true, dropout::next);
        double onFake = losses.onFake(scores(judge, 0));
        dFake = meanOutput(judge, 0);
        judge.backward(true, false);
        dReal = meanOutput(real, 0);
        discriminatorLoss = finite(half.loss() + onFake);
        discriminator.takeStatistics(half.network());
        judge.keepStatistics();
        half.addGradients(discriminatorOptimizer.parameters());
    }

    /**
     * Where samples do not touch each other, one pass over both is the same, and larger products
     * are faster.
     */
    private void judgeTogether() {
        Objective objective = experiment.objective();
        Network.Chain judge = discriminator.chain(2 * batch);
        showing.nextReal(judge);
        showing.generated(generator.chain(batch), judge, batch);
        showing.entering(judge, blur()).run();
        judge.forward(true, dropout::next);
        double loss =
                objective
                        .loss()
                        .ofDiscriminator(
                                scores(judge, 0), scores(judge, batch), objective.realTarget());
        discriminatorLoss = finite(loss);
        dReal = meanOutput(judge, 0);
        dFake = meanOutput(judge, batch);
        watcher.judged(Side.DISCRIMINATOR, Sight.BOTH, judge);
        judge.keepStatistics();
        judge.backward(true, false);
    }

    private static SeparableLoss separable(Loss loss) {
        return switch (loss) {
            case SeparableLoss separable -> separable;
            case PairedLoss _ ->
                    throw new IllegalStateException(
                            "Scores that depend on other images cannot be paired");
        };
    }

    /**
     * The scores of a batch.
     *
     * @param first the place of the first in D's batch
     */
    private ScoreBatch scores(Network.Chain judge, int first) {
        return new ScoreBatch(
                judge.output().heap(), first, batch, judge.outputGradient().heapToWrite());
    }

    /** The mean of D(x) over the images of a batch. */
    private double meanOutput(Network.Chain judge, int first) {
        ScoreMeaning meaning = experiment.objective().loss().scoreMeaning();
        float[] scores = judge.output().heap();
        double sum = 0;
        for (int i = first; i < first + batch; i++) {
            sum += meaning.output(scores[i]);
        }
        return sum / batch;
    }

    private void penalise() {
        long begin = profile.begin();
        double sum =
                penalties.add(
                        experiment.objective(),
                        discriminator.chain(2 * batch).entry().samples(),
                        labels.real(),
                        labels.made(),
                        discriminatorOptimizer.updates());
        if (!Double.isNaN(sum)) {
            penaltySum = finite(sum);
            watcher.penalised(sum);
            profile.end(begin, Work.PENALTY, Part.ALL);
        }
    }

    private void generatorTurn() {
        makeFakes();
        Network.Chain maker = generator.chain(batch);
        maker.keepStatistics();
        switch (experiment.objective().loss()) {
            case SeparableLoss loss -> judgeFakes(loss, maker);
            case PairedLoss loss -> judgePairs(loss, maker);
        }
        maker.backward(true, false);
        update(generatorOptimizer, Side.GENERATOR);
        watcher.updated(Side.GENERATOR);
        if (average != null) {
            average.follow(experiment.training().averageDecay());
        }
        fakesAreFresh = false;
    }

    private void judgeFakes(SeparableLoss losses, Network.Chain maker) {
        Network.Chain judge = discriminator.chain(batch);
        showing.generated(generator.chain(batch), judge, 0);
        showing.entering(judge, blur()).run();
        judge.forward(true, dropout::next);
        generatorLoss = finite(losses.ofGenerator(scores(judge, 0)));
        if (Double.isNaN(dFake)) {
            dFake = meanOutput(judge, 0);
        }
        watcher.judged(Side.GENERATOR, Sight.GENERATED, judge);
        judge.backward(false, true);
        judge.entry().writeGradient(maker.outputGradient());
    }

    /** G's images are compared with a batch of real ones that D has not been taught with. */
    private void judgePairs(PairedLoss losses, Network.Chain maker) {
        Network.Chain judge = discriminator.chain(2 * batch);
        showing.nextReal(judge);
        showing.generated(generator.chain(batch), judge, batch);
        showing.entering(judge, blur()).run();
        judge.forward(true, dropout::next);
        generatorLoss = finite(losses.ofGenerator(scores(judge, 0), scores(judge, batch)));
        if (Double.isNaN(dFake)) {
            dFake = meanOutput(judge, batch);
        }
        watcher.judged(Side.GENERATOR, Sight.BOTH, judge);
        judge.backward(false, true);
        judge.entry().writeGradient(batch, maker.outputGradient());
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
        RandomGenerator random = noise.next();
        long begin = profile.begin();
        float[] values = maker.entry().samples();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        labels.draw();
        maker.entry().tell(labels.made(), 0);
        maker.entry().enter();
        profile.end(begin, Work.NOISE, Part.ALL);
        maker.forward(true, dropout::next);
        fakesAreFresh = true;
        watcher.made(maker);
    }

    /** Of the noise that is added to all images that D is about to see. */
    private double blur() {
        return experiment.objective().instanceNoise().at(steps);
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

    private void update(Optimizer optimizer, Side side) {
        long begin = profile.begin();
        OptimizerSpec spec = experiment.training().optimizer(side);
        measureGradient(optimizer, side);
        watcher.aboutToUpdate(side);
        optimizer.update(spec, spec.rateAt(steps), beside);
        var place = new Place.Named(side.letter() + " " + spec.kind().title());
        profile.end(begin, place, Part.ALL);
    }

    private void measureGradient(Optimizer optimizer, Side side) {
        if (steps % NORM_INTERVAL == 0) {
            switch (side) {
                case GENERATOR -> generatorGradient = optimizer.gradientNorm();
                case DISCRIMINATOR -> discriminatorGradient = optimizer.gradientNorm();
            }
        }
    }

    /** Passes over the data so far. */
    public double epoch() {
        return batches.epoch();
    }

    /** What weights were divided by in the last passes, G's layers before D's. */
    public List<Metrics.Sigma> sigmas() {
        return Stream.of(Side.values())
                .flatMap(
                        side ->
                                network(side).sigmas().stream()
                                        .map(of -> new Metrics.Sigma(side, of.layer(), of.value())))
                .toList();
    }

    private Network network(Side side) {
        return switch (side) {
            case GENERATOR -> generator;
            case DISCRIMINATOR -> discriminator;
        };
    }

    /** How far the steps and each random stream have come, by name; see {@link #restore}. */
    public Map<String, Long> counters() {
        return GameState.counters(this);
    }

    /** Weights, statistics and optimizer state by name: the arrays themselves, not copies. */
    public Map<String, float[]> arrays() {
        return GameState.arrays(this);
    }

    /**
     * Goes on from a checkpoint's state.
     *
     * @throws org.ganatelier.train.EngineException if it is not of this experiment's networks
     */
    public void restore(Map<String, float[]> saved, Map<String, Long> counters) {
        GameState.restore(this, saved, counters);
        steps = counters.getOrDefault(GameState.STEPS, 0L);
        fakesAreFresh = false;
        if (average != null) {
            // Its arrays may be missing: then it begins with the weights that were restored.
            average = new Average(generator);
            GameState.restore(average, saved, counters);
        }
    }

    @Override
    public void close() {
        beside.close();
        realHalf.ifPresent(RealHalf::close);
        generator.close();
        discriminator.close();
    }
}
