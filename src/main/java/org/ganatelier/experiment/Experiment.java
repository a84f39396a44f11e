package org.ganatelier.experiment;

import org.ganatelier.experiment.basics.InvalidValue;
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

    /** With other samples, and clusters as before. */
    public Experiment withSamples(DataSpec other) {
        return withData(other).withClusters(clusters());
    }

    /** How many clusters take the place of the data's own labels; 0 where none do. */
    public int clusters() {
        return data instanceof DataSpec.Clustered clustered ? clustered.clusters() : 0;
    }

    /**
     * With clusters in place of the data's own labels. They are of use only where the networks are
     * told them, so D gets them by projection where it was told nothing.
     *
     * @param count at least 2, or 0 for the data's own labels
     * @throws InvalidValue for any other number
     */
    public Experiment withClusters(int count) {
        DataSpec samples =
                data instanceof DataSpec.Clustered clustered ? clustered.samples() : data;
        return count == 0
                ? withData(samples)
                : withData(new DataSpec.Clustered(samples, count))
                        .withConditioning(
                                conditioning == Conditioning.NONE
                                        ? Conditioning.PROJECTION
                                        : conditioning);
    }

    /** With another way of telling labels; whoever is told none needs no clusters. */
    public Experiment withConditioning(Conditioning other) {
        DataSpec of =
                other == Conditioning.NONE && data instanceof DataSpec.Clustered clustered
                        ? clustered.samples()
                        : data;
        return new Experiment(
                name, of, latentSize, generator, discriminator, objective, other, training, seed);
    }

    /** How many classes the networks are told apart: 0 where they are told none. */
    public int classes() {
        return conditioning == Conditioning.NONE ? 0 : data.classes();
    }

    /** How many of the classes mean something to people: all, or none where they are clusters. */
    public int namedClasses() {
        return data.clustered() ? 0 : classes();
    }

    /** Labels where they are those of named classes, else none. */
    public byte[] named(byte[] labels) {
        return data.clustered() ? new byte[0] : labels;
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
