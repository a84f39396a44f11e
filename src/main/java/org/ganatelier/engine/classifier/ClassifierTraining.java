package org.ganatelier.engine.classifier;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Split;
import org.ganatelier.engine.gan.Batches;
import org.ganatelier.engine.network.Network;
import org.ganatelier.engine.optimizer.Optimizer;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.train.Classification;
import org.ganatelier.train.ClassifierModel;
import org.ganatelier.train.ClassifierProgress;
import org.ganatelier.train.ClassifierTask;
import org.ganatelier.train.DropoutMasks;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.Moments;
import org.ganatelier.train.RandomStream;
import org.ganatelier.train.RunFailure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The training of one classifier, on the thread that makes it. */
final class ClassifierTraining implements AutoCloseable {
    private static final int BATCH = 64;
    private static final double NANOS = 1e9;

    /** The rate falls from here to zero along half a cosine (Loshchilov and Hutter 2016). */
    private static final OptimizerSpec FIRST_RATE = new OptimizerSpec(0.002, 0.9, 0.999);

    private final ClassifierTask task;
    private final Split images;
    private final Network network;
    private final Optimizer adam;
    private final Batches batches;
    private final Augmentation augmentation;
    private final long begin = System.nanoTime();
    private long steps;
    private long dropoutDraws;

    ClassifierTraining(ClassifierTask task, NetworkPlan plan, Split images) {
        this.task = task;
        this.images = images;
        network = new Network(plan);
        // A seed gives the classifier that it always gave.
        network.drawMasks(DropoutMasks.IN_TURN);
        network.initialize(
                task.network().initialization(), RandomStream.WEIGHTS.draw(task.seed(), 0));
        adam = Optimizer.of(FIRST_RATE.kind(), network.trained());
        batches = new Batches(images.training(), task.seed());
        augmentation =
                new Augmentation(task.set().classifier().augmentation(), task.set().spec().shape());
    }

    /**
     * Trains to the end and examines what was learnt.
     *
     * @param enough whether that is here
     */
    ClassifierModel run(BooleanSupplier enough, Consumer<ClassifierProgress> listener) {
        double accuracy = 0;
        boolean first = true;
        for (int epoch = 1; first || (fraction() < 1 && !enough.getAsBoolean()); epoch++) {
            first = false;
            double loss = epoch(enough);
            accuracy = examine();
            listener.accept(
                    new ClassifierProgress(
                            epoch, Math.min(fraction(), 1), seconds(), loss, accuracy));
        }
        return new ClassifierModel(
                task.set().spec(),
                task.network(),
                task.seed(),
                images.training().size(),
                images.heldOut().size(),
                accuracy,
                arrays(),
                reference());
    }

    private double epoch(BooleanSupplier enough) {
        int batchesOfEpoch = batchesOfEpoch();
        double loss = 0;
        int done = 0;
        do {
            loss += step();
            done++;
        } while (done < batchesOfEpoch && fraction() < 1 && !enough.getAsBoolean());
        return loss / done;
    }

    /** One update; an epoch's last few images, which fill no batch, begin the next. */
    private double step() {
        double rate = FIRST_RATE.learningRate() * (1 + Math.cos(Math.PI * fraction())) / 2;
        Network.Chain chain = network.chain(BATCH);
        byte[] labels = nextImages(chain.input().heapToWrite());
        chain.forward(true, this::dropout);
        double loss =
                CrossEntropy.loss(
                        chain.output().heap(),
                        labels,
                        task.set().spec().classes(),
                        chain.outputGradient().heapToWrite());
        if (!Double.isFinite(loss)) {
            throw new EngineException(new RunFailure.ClassifierDiverged());
        }
        chain.keepStatistics();
        chain.backward(true, false);
        adam.update(FIRST_RATE, rate);
        steps++;
        return loss;
    }

    private byte[] nextImages(float[] values) {
        Dataset data = images.training();
        byte[] all = data.labels().orElseThrow();
        var labels = new byte[BATCH];
        RandomGenerator random = RandomStream.AUGMENTATION.draw(task.seed(), steps);
        int size = values.length / BATCH;
        for (int i = 0; i < BATCH; i++) {
            int index = batches.nextIndex();
            labels[i] = all[index];
            augmentation.read(data, index, random, values, i * size);
        }
        return labels;
    }

    private RandomGenerator dropout() {
        return RandomStream.DROPOUT.draw(task.seed(), dropoutDraws++);
    }

    private int batchesOfEpoch() {
        return Math.max(1, images.training().size() / BATCH);
    }

    /** How much is done, 0 to 1 or a little more. */
    private double fraction() {
        return switch (task.length()) {
            case ClassifierTask.Length.Epochs(int count) ->
                    (double) steps / ((long) count * batchesOfEpoch());
            case ClassifierTask.Length.Time(Duration time) -> seconds() * NANOS / time.toNanos();
        };
    }

    private double seconds() {
        return (System.nanoTime() - begin) / NANOS;
    }

    private double examine() {
        Dataset heldOut = images.heldOut();
        return EngineClassifier.classify(network, heldOut.images())
                .accuracy(heldOut.labels().orElseThrow());
    }

    private Moments reference() {
        Classification learnt = EngineClassifier.classify(network, images.training().images());
        return Moments.of(learnt.features(), learnt.width());
    }

    private Map<String, float[]> arrays() {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Network.Named named : network.parameters()) {
            arrays.put(named.name(), named.parameter().value().heap().clone());
        }
        return arrays;
    }

    @Override
    public void close() {
        network.close();
    }
}
