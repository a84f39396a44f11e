package org.ganatelier.plan.check;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.plan.model.Concern;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Warning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What can be trained but often goes badly. */
final class WarningRules {
    /** Keras's default is 0.001 and PyTorch's 0.00001; normalized values vary by about 1. */
    private static final double LARGE_EPSILON = 0.05;

    /** Wu and He 2018, figure 1: below it the statistics' noise tells clearly. */
    private static final int SMALL_BATCH = 8;

    /** DCGAN's networks, and those of its successors, compute about as much as each other. */
    private static final long LARGE_RATIO = 10;

    /** Radford et al. 2016, section 4: at 0.001 their networks were unstable. */
    private static final double USUAL_RATE = 0.0002;

    private final Diagnosis diagnosis;
    private final List<Warning> warnings = new ArrayList<>();

    private WarningRules(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
    }

    /** All that is worth a warning, without fixes. */
    static List<Warning> of(Diagnosis diagnosis) {
        var rules = new WarningRules(diagnosis);
        for (Side side : Side.values()) {
            rules.judgeLayers(side);
        }
        rules.judgeEnd();
        rules.judgeSettings(diagnosis.experiment());
        rules.judgeWork(diagnosis.plan());
        return List.copyOf(rules.warnings);
    }

    private void judgeLayers(Side side) {
        List<LayerSpec> layers = diagnosis.experiment().network(side).layers();
        for (int i = 0; i < layers.size(); i++) {
            var place = new Place.Layer(side, i);
            if (layers.get(i) instanceof BatchNorm norm && norm.epsilon() > LARGE_EPSILON) {
                add(place, new Concern.LargeEpsilon(norm.epsilon()));
            }
            if (layers.get(i) instanceof Conv2DTranspose layer
                    && layer.kernel() % layer.stride() != 0) {
                add(place, new Concern.UnevenOverlap(layer.kernel(), layer.stride()));
            }
        }
    }

    private void judgeEnd() {
        EndRules.lastActivation(diagnosis.trace(Side.GENERATOR))
                .filter(last -> last.activation() instanceof Activation.Sigmoid)
                .ifPresent(
                        last ->
                                add(
                                        new Place.Layer(Side.GENERATOR, last.index()),
                                        new Concern.SigmoidOutput()));
    }

    private void judgeSettings(Experiment experiment) {
        int batch = experiment.training().batchSize();
        boolean either = false;
        for (Side side : Side.values()) {
            boolean normalizes = normalizes(experiment, side);
            either |= normalizes;
            if (normalizes && experiment.training().optimizer(side).weightDecay() > 0) {
                add(new Place.Settings(), new Concern.DecayBeforeNormalization(side));
            }
        }
        judgeRates(experiment);
        if (either && batch < SMALL_BATCH) {
            add(new Place.Settings(), new Concern.SmallBatch(batch));
        }
    }

    private void judgeRates(Experiment experiment) {
        TrainingSpec training = experiment.training();
        double rate =
                Stream.of(Side.values())
                        .map(training::optimizer)
                        .filter(optimizer -> isAdam(optimizer.kind()))
                        .mapToDouble(OptimizerSpec::learningRate)
                        .max()
                        .orElse(0);
        if (rate > USUAL_RATE && convolvesOnly(experiment.generator().layers())) {
            add(new Place.Settings(), new Concern.FastWithoutNormalization(rate, USUAL_RATE));
        }
    }

    private static boolean isAdam(OptimizerSpec.Kind kind) {
        return kind == OptimizerSpec.Kind.ADAM || kind == OptimizerSpec.Kind.ADAMW;
    }

    /** Several convolutions, and nothing that normalizes what they make. */
    private static boolean convolvesOnly(List<LayerSpec> layers) {
        long convolutions =
                layers.stream()
                        .filter(l -> l instanceof Conv2D || l instanceof Conv2DTranspose)
                        .count();
        return convolutions >= 2
                && layers.stream().noneMatch(l -> l instanceof BatchNorm || l instanceof LayerNorm);
    }

    private static boolean normalizes(Experiment experiment, Side side) {
        return experiment.network(side).layers().stream().anyMatch(BatchNorm.class::isInstance);
    }

    private void judgeWork(Plan plan) {
        long generator = plan.generator().multiplyAdds();
        long discriminator = plan.discriminator().multiplyAdds();
        boolean known = diagnosis.findings().isEmpty() && generator > 0;
        if (known && discriminator / LARGE_RATIO >= generator) {
            add(
                    new Place.Network(Side.DISCRIMINATOR),
                    new Concern.LargeDiscriminator(generator, discriminator));
        }
    }

    private void add(Place place, Concern concern) {
        warnings.add(new Warning(place, concern, List.of()));
    }
}
