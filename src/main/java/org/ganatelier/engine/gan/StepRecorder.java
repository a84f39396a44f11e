package org.ganatelier.engine.gan;

import org.ganatelier.engine.network.Network;
import org.ganatelier.engine.optimizer.Sums;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.train.Run.Turn;
import org.ganatelier.train.dissection.LossTerm;
import org.ganatelier.train.dissection.Made;
import org.ganatelier.train.dissection.Opinion;
import org.ganatelier.train.dissection.Place;
import org.ganatelier.train.dissection.PlayerTurn;
import org.ganatelier.train.dissection.Pull;
import org.ganatelier.train.dissection.Remade;
import org.ganatelier.train.dissection.SampleValues;
import org.ganatelier.train.dissection.Seen;
import org.ganatelier.train.dissection.StepRecording;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes one step of a game apart while it is played. It copies what the step computes; what would
 * be after an update it asks second networks, so that the game's own have the same bits, buffers
 * and random numbers as if nobody had looked. Owned by the training thread.
 */
public final class StepRecorder implements StepWatcher, AutoCloseable {
    /** Images that are kept of a batch. Of points, all are: together they are one picture. */
    private static final int SHOWN = 8;

    private final Game game;
    private final Experiment experiment;
    private final int batch;
    private final Twin generator;
    private final Twin discriminator;
    private final Map<Side, Integer> numbers = new EnumMap<>(Side.class);
    private final Map<Side, LayerNorms> norms = new EnumMap<>(Side.class);
    private final List<PlayerTurn> turns = new ArrayList<>();

    // Of the turn that is played.
    private final List<Look> looks = new ArrayList<>();
    private final List<LossTerm> penalties = new ArrayList<>();
    private boolean fresh;
    private float[] pull = {};
    private Network.@Nullable Chain judge;

    /** What G made last; a player's turn may be about what the other's was. */
    private @Nullable Making making;

    /** Of the stream of the layers, at the end of the last part of the step. */
    private long draws;

    public StepRecorder(Game game) {
        this.game = game;
        experiment = game.experiment();
        batch = experiment.training().batchSize();
        generator = new Twin(game.generator);
        discriminator = new Twin(game.discriminator);
        norms.put(Side.GENERATOR, new LayerNorms(game.generator));
        norms.put(Side.DISCRIMINATOR, new LayerNorms(game.discriminator));
        draws = game.dropout.count();
    }

    /**
     * Plays the next step and takes it apart. Whoever watches the game sees it too.
     *
     * @throws org.ganatelier.engine.nd4j.Leaving.LeftException where the computation is left
     */
    public Game.Scores play(Turn turn) {
        StepWatcher before = game.watcher();
        game.watch(before.and(this));
        try {
            return game.step(turn);
        } finally {
            game.watch(before);
        }
    }

    /** The step that was played. */
    public StepRecording recording() {
        return new StepRecording(game.steps(), experiment, turns);
    }

    @Override
    public void made(Network.Chain maker) {
        making =
                new Making(
                        maker.entry().samples().clone(),
                        game.labels.made().clone(),
                        draws,
                        maker.output().heap().clone());
        fresh = true;
        draws = game.dropout.count();
    }

    @Override
    public void judged(Side turn, Sight sight, Network.Chain chain) {
        looks.add(
                new Look(
                        sight,
                        batch,
                        chain.entry().samples().clone(),
                        game.labels.real().clone(),
                        game.labels.made().clone(),
                        draws,
                        chain.output().heap().clone()));
        judge = chain;
        draws = game.dropout.count();
    }

    @Override
    public void penalised(double sum) {
        penalties.add(new LossTerm(LossTerm.Part.PENALTY, sum));
    }

    @Override
    public void aboutToUpdate(Side side) {
        numbers.put(side, place(side).number() + 1);
        if (isKept(side)) {
            norms(side).before();
        }
        if (side == Side.GENERATOR) {
            // What went back through G may have been changed on the way.
            pull = Objects.requireNonNull(judge).entry().gradients();
        }
    }

    @Override
    public void updated(Side side) {
        if (isKept(side)) {
            turns.add(
                    switch (side) {
                        case GENERATOR -> ofGenerator();
                        case DISCRIMINATOR -> ofDiscriminator();
                    });
        }
        looks.clear();
        penalties.clear();
        fresh = false;
        draws = game.dropout.count();
    }

    /** The first and the last of a player's turns. */
    private boolean isKept(Side side) {
        Place place = place(side);
        return place.number() == 1 || place.number() == place.count();
    }

    private Place place(Side side) {
        int count =
                switch (side) {
                    case GENERATOR -> experiment.training().generatorSteps();
                    case DISCRIMINATOR -> experiment.training().discriminatorSteps();
                };
        return new Place(numbers.getOrDefault(side, 0), count);
    }

    private LayerNorms norms(Side side) {
        return Objects.requireNonNull(norms.get(side));
    }

    private PlayerTurn ofDiscriminator() {
        Look ofReal = looks.getFirst();
        Look ofMade = looks.getLast();
        var terms = new ArrayList<>(LossTerms.ofDiscriminator(experiment.objective(), looks));
        terms.addAll(penalties);
        Network twin = discriminator.now();
        float[] realAfter = ofReal.again(twin, game.dropout);
        float[] madeAfter = looks.size() == 1 ? realAfter : ofMade.again(twin, game.dropout);
        return new PlayerTurn.OfDiscriminator(
                place(Side.DISCRIMINATOR),
                made(),
                seen(ofReal, true),
                seen(ofMade, false),
                terms,
                norms(Side.DISCRIMINATOR).after(),
                opinion(ofReal.scores(true, realAfter)),
                opinion(ofMade.scores(false, madeAfter)));
    }

    private PlayerTurn ofGenerator() {
        Making before = making();
        Look look = looks.getLast();
        float[] after = before.again(generator.now(), game.dropout);
        float[] scores =
                look.with(before.samples(), after).again(discriminator.now(), game.dropout);
        return new PlayerTurn.OfGenerator(
                place(Side.GENERATOR),
                made(),
                seen(look, false),
                look.hasReal() ? Optional.of(seen(look, true)) : Optional.empty(),
                List.of(LossTerms.ofGenerator(experiment.objective(), look)),
                pull(look),
                norms(Side.GENERATOR).after(),
                new Remade(shown(after, 0), opinion(look.scores(false, scores))));
    }

    private Pull pull(Look look) {
        int size = game.discriminator.inputSize();
        var lengths = new double[batch];
        for (int i = 0; i < batch; i++) {
            lengths[i] = Math.sqrt(Sums.squares(pull, (look.firstMade() + i) * size, size));
        }
        return new Pull(shown(pull, look.firstMade()), lengths);
    }

    private Made made() {
        Making made = making();
        var z = new Shape.Flat(game.generator.inputSize());
        return new Made(
                fresh,
                SampleValues.copy(made.noise(), 0, count(), z),
                made.labels(),
                shown(made.samples(), 0));
    }

    private Making making() {
        return Objects.requireNonNull(making);
    }

    private Seen seen(Look look, boolean real) {
        return new Seen(
                shown(look.samples(), real ? 0 : look.firstMade()),
                real ? look.real() : look.made(),
                opinion(look.scores(real, look.scores())));
    }

    private Opinion opinion(float[] scores) {
        ScoreMeaning meaning = experiment.objective().loss().scoreMeaning();
        return new Opinion(scores, meaning);
    }

    private SampleValues shown(float[] values, int first) {
        return SampleValues.copy(values, first, count(), experiment.data().shape());
    }

    private int count() {
        return switch (experiment.data().shape()) {
            case Shape.Image _ -> Math.min(SHOWN, batch);
            case Shape.Flat _ -> batch;
        };
    }

    @Override
    public void close() {
        generator.close();
        discriminator.close();
    }
}
