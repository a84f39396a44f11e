package org.ganatelier.plan.fix;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Violation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** For settings outside the stacks. */
final class SettingFixes {
    private static final int USUAL_BATCH = 64;
    private static final int USUAL_LATENT = 100;

    /** Smaller batches say too little about the data for a network to learn from. */
    private static final int LEAST_BATCH = 8;

    private SettingFixes() {}

    /** For a run that takes too much memory: fewer images at a time, or else fewer weights. */
    static FixCandidates forMemory(Diagnosis diagnosis) {
        int batch = diagnosis.experiment().training().batchSize();
        var smaller =
                Stream.iterate(Limits.BATCH, size -> size >= LEAST_BATCH, size -> size / 2)
                        .filter(size -> size < batch)
                        .map(SettingFixes::setBatch);
        var narrower =
                Stream.of(Side.values())
                        .map(Place.Network::new)
                        .flatMap(
                                place ->
                                        LimitFixes.forParameters(diagnosis, place).good().stream());
        var fitting = Stream.concat(first(diagnosis, smaller), first(diagnosis, narrower)).toList();
        var smallNetworks =
                Stream.of(Side.values())
                        .map(
                                side ->
                                        new Fix(
                                                "Use a small "
                                                        + side.title().toLowerCase(Locale.ROOT),
                                                experiment -> FixWriter.reset(experiment, side)))
                        .toList();
        return new FixCandidates(fitting, smallNetworks, List.of(startAnew()));
    }

    /** For too many images in a batch. */
    static FixCandidates forBatch() {
        return new FixCandidates(
                List.of(setBatch(USUAL_BATCH), setBatch(Limits.BATCH)),
                List.of(),
                List.of(startAnew()));
    }

    /** For too long a noise vector. */
    static FixCandidates forLatent() {
        return new FixCandidates(
                List.of(setLatent(USUAL_LATENT), setLatent(Limits.LATENT)),
                List.of(),
                List.of(
                        new Fix(
                                "Use %d noise values and a small generator".formatted(USUAL_LATENT),
                                experiment ->
                                        FixWriter.reset(
                                                experiment.withLatentSize(USUAL_LATENT),
                                                Side.GENERATOR))));
    }

    /** For images that are too large. */
    static FixCandidates forData() {
        var mnist = new DataSpec.Bundled(DataSpec.Collection.MNIST);
        return new FixCandidates(
                List.of(
                        new Fix("Use " + mnist.title(), experiment -> experiment.withData(mnist)),
                        new Fix(
                                "Use " + mnist.title() + " and small networks",
                                experiment -> small(experiment.withData(mnist)))),
                List.of(),
                List.of(
                        new Fix(
                                "Use " + mnist.title() + " and start with small networks",
                                experiment ->
                                        small(
                                                setBatch(USUAL_BATCH)
                                                        .apply(experiment.withData(mnist))))));
    }

    /** The first of these fixes after which memory suffices. */
    private static Stream<Fix> first(Diagnosis diagnosis, Stream<Fix> fixes) {
        return fixes.filter(fix -> fits(diagnosis.after(fix))).limit(1);
    }

    private static boolean fits(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .noneMatch(finding -> finding.fault() instanceof Violation.TooMuchMemory);
    }

    private static Fix setBatch(int size) {
        return new Fix(
                "Set batch size to " + size,
                experiment -> experiment.withTraining(training -> training.withBatchSize(size)));
    }

    private static Fix setLatent(int size) {
        return new Fix("Set noise size to " + size, experiment -> experiment.withLatentSize(size));
    }

    private static Fix startAnew() {
        return new Fix(
                "Start with small networks and batches of " + USUAL_BATCH,
                experiment -> small(setBatch(USUAL_BATCH).apply(experiment)));
    }

    private static Experiment small(Experiment experiment) {
        return FixWriter.reset(FixWriter.reset(experiment, Side.GENERATOR), Side.DISCRIMINATOR);
    }
}
