package org.ganatelier.plan;

import org.ganatelier.plan.Problem.Place;
import org.ganatelier.spec.DataSpec;
import org.ganatelier.spec.Experiment;
import org.ganatelier.spec.Side;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** For settings outside the stacks. */
final class SettingRemedies {
    private static final int USUAL_BATCH = 64;
    private static final int USUAL_LATENT = 100;

    /** Smaller batches say too little about the data for a network to learn from. */
    private static final int LEAST_BATCH = 8;

    private SettingRemedies() {}

    /** For a run that takes too much memory: fewer images at a time, or else fewer weights. */
    static Remedies forMemory(Diagnosis diagnosis) {
        int batch = diagnosis.experiment().training().batchSize();
        var smaller =
                Stream.iterate(Limits.BATCH, size -> size >= LEAST_BATCH, size -> size / 2)
                        .filter(size -> size < batch)
                        .map(SettingRemedies::setBatch);
        var narrower =
                Stream.of(Side.values())
                        .map(Place.Network::new)
                        .flatMap(
                                place ->
                                        LimitRemedies.forParameters(diagnosis, place)
                                                .good()
                                                .stream());
        var fitting = Stream.concat(first(diagnosis, smaller), first(diagnosis, narrower)).toList();
        var smallNetworks =
                Stream.of(Side.values())
                        .map(
                                side ->
                                        new Fix(
                                                "Use a small "
                                                        + side.title().toLowerCase(Locale.ROOT),
                                                experiment -> Edits.reset(experiment, side)))
                        .toList();
        return new Remedies(fitting, smallNetworks, List.of(startAnew()));
    }

    /** For too many images in a batch. */
    static Remedies forBatch() {
        return new Remedies(
                List.of(setBatch(USUAL_BATCH), setBatch(Limits.BATCH)),
                List.of(),
                List.of(startAnew()));
    }

    /** For too long a noise vector. */
    static Remedies forLatent() {
        return new Remedies(
                List.of(setLatent(USUAL_LATENT), setLatent(Limits.LATENT)),
                List.of(),
                List.of(
                        new Fix(
                                "Use %d noise values and a small generator".formatted(USUAL_LATENT),
                                experiment ->
                                        Edits.reset(
                                                experiment.withLatentSize(USUAL_LATENT),
                                                Side.GENERATOR))));
    }

    /** For images that are too large. */
    static Remedies forData() {
        var mnist = new DataSpec.Bundled(DataSpec.Collection.MNIST);
        return new Remedies(
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
                .noneMatch(finding -> finding.fault() instanceof Fault.TooMuchMemory);
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
        return Edits.reset(Edits.reset(experiment, Side.GENERATOR), Side.DISCRIMINATOR);
    }
}
