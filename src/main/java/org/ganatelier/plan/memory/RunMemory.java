package org.ganatelier.plan.memory;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.MixesSamples;
import org.ganatelier.plan.memory.NetworkMemory.Use;
import org.ganatelier.plan.model.Count;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.plan.model.Plan;

/**
 * What a run of an experiment holds at most, all that may be asked of it included: both networks
 * with the buffers of a step, their optimizers, an average, states to fall back on and to save, and
 * the copies that answer questions.
 */
public final class RunMemory {
    /** The last good state, and one that is being saved. */
    private static final int STATES = 2;

    /** Of G: what previews were made from, what the next are made from, one on its way. */
    private static final int SNAPSHOTS_OF_GENERATOR = 3;

    /** Of D, which is asked about less often. */
    private static final int SNAPSHOTS_OF_DISCRIMINATOR = 2;

    private final Experiment experiment;
    private final NetworkMemory generator;
    private final NetworkMemory discriminator;

    private RunMemory(Plan plan) {
        experiment = plan.experiment();
        generator = new NetworkMemory(plan.generator());
        discriminator = new NetworkMemory(plan.discriminator());
    }

    /** All together; layers whose shapes are not known are left out. */
    public static Bytes of(Plan plan) {
        var run = new RunMemory(plan);
        return run.game().plus(run.states()).plus(run.answers());
    }

    /**
     * The plan as it is run: with spectra where all of the run then stays within the limit, and
     * else without any. What the engine makes of it is what is counted here.
     */
    public static Plan settled(Plan plan) {
        return fits(of(plan)) ? plan : plan.withoutSpectra();
    }

    /** Whether a run may hold so much. */
    private static boolean fits(Bytes held) {
        return Math.max(held.heap(), held.outside()) <= Limits.RUN_BYTES;
    }

    /** Of steps alone: nothing is shown, asked, kept or saved. */
    public static Bytes ofSteps(Plan plan) {
        return new RunMemory(plan).game();
    }

    /** Whether there is also room for a second D, which judges real images beside the first. */
    public static boolean hasRoomForSecondDiscriminator(Plan plan) {
        var run = new RunMemory(plan);
        long batch = plan.experiment().training().batchSize();
        Bytes all =
                of(plan).plus(run.discriminator.buffers(Use.TRAIN).of(1, batch))
                        .plus(run.discriminator.weights(true));
        return fits(all);
    }

    /** What the training thread needs for a step. */
    private Bytes game() {
        long batch = experiment.training().batchSize();
        Use use = penalises() ? Use.PENALISE : Use.TRAIN;
        // Of a batch, and of a real and a generated one together where samples do not mix.
        Bytes judging = discriminator.buffers(use).of(1, batch);
        if (!mixes()) {
            judging = judging.plus(discriminator.buffers(Use.TRAIN).of(1, 2 * batch));
        }
        return generator
                .weights(true)
                .plus(generator.buffers(Use.TRAIN).of(1, batch))
                .plus(discriminator.weights(true))
                .plus(judging)
                .plus(heap(optimizer(Side.GENERATOR)))
                .plus(heap(optimizer(Side.DISCRIMINATOR)))
                .plus(heap(average()))
                .plus(heap(held()));
    }

    /** Copies of the weights and of what the optimizers and the average remember. */
    private Bytes states() {
        long numbers =
                Count.sum(
                        generator.parameters(),
                        discriminator.parameters(),
                        optimizer(Side.GENERATOR),
                        optimizer(Side.DISCRIMINATOR),
                        average());
        return heap(Count.product(STATES, numbers));
    }

    /**
     * Second networks that show images and answer questions, and the weights on their way.
     * Questions about G come in batches of 1, 2, 4 and so on samples; those about D, which are few,
     * in batches of one size.
     */
    private Bytes answers() {
        int most = experiment.training().mostAsked();
        int sizes = 1 + Integer.numberOfTrailingZeros(most);
        return generator
                .weights(false)
                .plus(generator.buffers(Use.SHOW).of(sizes, 2L * most - 1))
                .plus(discriminator.weights(false))
                .plus(discriminator.buffers(Use.ASK).of(1, most))
                .plus(heap(Count.product(SNAPSHOTS_OF_GENERATOR, generator.parameters())))
                .plus(heap(Count.product(SNAPSHOTS_OF_DISCRIMINATOR, discriminator.parameters())));
    }

    /** What an optimizer remembers: a number or two for each that it updates. */
    private long optimizer(Side side) {
        OptimizerSpec.Kind kind = experiment.training().optimizer(side).kind();
        int each =
                switch (kind) {
                    case ADAM, ADAMW -> 2;
                    case RMSPROP, SGD -> 1;
                };
        return Count.product(each, of(side).trained());
    }

    private NetworkMemory of(Side side) {
        return switch (side) {
            case GENERATOR -> generator;
            case DISCRIMINATOR -> discriminator;
        };
    }

    private long average() {
        return experiment.training().averageDecay() > 0 ? generator.parameters() : 0;
    }

    /** D's gradients put aside, and the images at which a penalty looks, with their gradients. */
    private long held() {
        long gradients = penalises() || mixes() ? discriminator.trained() : 0;
        long images =
                penalises()
                        ? Count.product(
                                3,
                                experiment.training().batchSize(),
                                discriminator.plan().input().size())
                        : 0;
        return Count.sum(gradients, images);
    }

    private boolean penalises() {
        return experiment.objective().penalisesGradients();
    }

    private boolean mixes() {
        return discriminator.plan().layers().stream()
                .anyMatch(each -> each.layer() instanceof MixesSamples);
    }

    private static Bytes heap(long numbers) {
        return Bytes.ofNumbers(numbers, 0);
    }
}
