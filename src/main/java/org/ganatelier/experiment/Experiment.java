package org.ganatelier.experiment;

import org.ganatelier.experiment.basics.InvalidValue.Reason;
import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.Objective;

import java.util.function.UnaryOperator;

/**
 * Everything that determines a run: the same experiment on the same machine with the same number of
 * threads gives the same bits.
 *
 * @param name what the title bar shows
 * @param latentSize length of the noise vector z ~ N(0, 1), at least 1
 * @param conditioning whether and how the networks are told the classes of images
 * @param seed of every random stream
 */
public record Experiment(
        String name,
        DataSpec data,
        int latentSize,
        NetworkSpec generator,
        NetworkSpec discriminator,
        Objective objective,
        Conditioning conditioning,
        TrainingSpec training,
        long seed) {
    public Experiment {
        Require.that(!name.isBlank(), new Reason.NoName());
        Require.within(Range.atLeast(1), latentSize, Quantity.NOISE_SIZE);
    }

    /** Whose networks are told no labels. */
    public Experiment(
            String name,
            DataSpec data,
            int latentSize,
            NetworkSpec generator,
            NetworkSpec discriminator,
            Objective objective,
            TrainingSpec training,
            long seed) {
        this(
                name,
                data,
                latentSize,
                generator,
                discriminator,
                objective,
                Conditioning.NONE,
                training,
                seed);
    }

    public Experiment withName(String other) {
        return new Experiment(
                other,
                data,
                latentSize,
                generator,
                discriminator,
                objective,
                conditioning,
                training,
                seed);
    }

    public Experiment withData(DataSpec other) {
        return new Experiment(
                name,
                other,
                latentSize,
                generator,
                discriminator,
                objective,
                conditioning,
                training,
                seed);
    }

    public Experiment withLatentSize(int size) {
        return new Experiment(
                name,
                data,
                size,
                generator,
                discriminator,
                objective,
                conditioning,
                training,
                seed);
    }

    public Experiment withObjective(Objective other) {
        return new Experiment(
                name,
                data,
                latentSize,
                generator,
                discriminator,
                other,
                conditioning,
                training,
                seed);
    }

    /** With other losses, and with Adam's betas that are usual for them where they were usual. */
    public Experiment withLoss(Loss other) {
        Loss old = objective.loss();
        TrainingSpec changed = training;
        for (Side side : Side.values()) {
            changed = changed.withOptimizer(side, changed.optimizer(side).forLoss(old, other));
        }
        return withObjective(objective.withLoss(other)).withTraining(changed);
    }

    public Experiment withConditioning(Conditioning other) {
        return new Experiment(
                name, data, latentSize, generator, discriminator, objective, other, training, seed);
    }

    /** How many classes the networks are told apart: 0 where they are told none. */
    public int classes() {
        return conditioning == Conditioning.NONE ? 0 : data.classes();
    }

    public Experiment withTraining(TrainingSpec other) {
        return new Experiment(
                name,
                data,
                latentSize,
                generator,
                discriminator,
                objective,
                conditioning,
                other,
                seed);
    }

    public Experiment withTraining(UnaryOperator<TrainingSpec> change) {
        return withTraining(change.apply(training));
    }

    public Experiment withSeed(long other) {
        return new Experiment(
                name,
                data,
                latentSize,
                generator,
                discriminator,
                objective,
                conditioning,
                training,
                other);
    }

    /** The stack of one side. */
    public NetworkSpec network(Side side) {
        return switch (side) {
            case GENERATOR -> generator;
            case DISCRIMINATOR -> discriminator;
        };
    }

    /** With the stack of one side changed. */
    public Experiment withNetwork(Side side, UnaryOperator<NetworkSpec> change) {
        return switch (side) {
            case GENERATOR ->
                    new Experiment(
                            name,
                            data,
                            latentSize,
                            change.apply(generator),
                            discriminator,
                            objective,
                            conditioning,
                            training,
                            seed);
            case DISCRIMINATOR ->
                    new Experiment(
                            name,
                            data,
                            latentSize,
                            generator,
                            change.apply(discriminator),
                            objective,
                            conditioning,
                            training,
                            seed);
        };
    }
}
