package org.ganatelier.plan.fix;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Change;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Violation;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** For settings outside the stacks. */
final class SettingFixes {
    private static final int USUAL_BATCH = 64;
    private static final int USUAL_LATENT = 100;

    /** Smaller batches say too little about the data for a network to learn from. */
    private static final int LEAST_BATCH = 8;

    /** A bundled set that every machine can train on. Plans read no files, so it is named here. */
    static final DataSpec.Bundled SMALL_DATA =
            new DataSpec.Bundled(
                    "mnist",
                    "MNIST digits",
                    new Shape.Image(28, 28, 1),
                    List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));

    /** All layers of a network of ten, made as narrow as can be. */
    private static final int MOST_TRIES = 500;

    private SettingFixes() {}

    /** For a run that takes too much memory: fewer images at a time, or else fewer weights. */
    static FixCandidates forMemory(Diagnosis diagnosis) {
        int batch = diagnosis.experiment().training().batchSize();
        var smaller =
                Stream.iterate(Limits.BATCH, size -> size >= LEAST_BATCH, size -> size / 2)
                        .filter(size -> size < batch)
                        .map(SettingFixes::setBatch);
        var ofGenerator = narrower(diagnosis, Side.GENERATOR);
        var ofDiscriminator = narrower(diagnosis, Side.DISCRIMINATOR);
        var either = Stream.concat(ofGenerator.stream(), ofDiscriminator.stream());
        var both =
                IntStream.range(0, Math.min(ofGenerator.size(), ofDiscriminator.size()))
                        .mapToObj(i -> ofGenerator.get(i).and(ofDiscriminator.get(i)));
        var fitting =
                Stream.of(smaller, either, both)
                        .flatMap(fixes -> first(diagnosis, fixes))
                        .limit(2)
                        .toList();
        var smallNetworks =
                Stream.of(Side.values())
                        .map(side -> Fix.of(new Change.UseSmallNetwork(side)))
                        .toList();
        return new FixCandidates(fitting, smallNetworks, List.of(startAnew()));
    }

    private static List<Fix> narrower(Diagnosis diagnosis, Side side) {
        return LimitFixes.forParameters(diagnosis, new Place.Network(side)).good();
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
                        Fix.of(
                                new Change.SetLatentSize(USUAL_LATENT),
                                new Change.UseSmallNetwork(Side.GENERATOR))));
    }

    /** For images that are too large. */
    static FixCandidates forData() {
        Fix mnist = Fix.of(new Change.UseData(SMALL_DATA));
        return new FixCandidates(
                List.of(mnist, mnist.and(Fix.of(new Change.UseSmallNetworks()))),
                List.of(),
                List.of(mnist.and(startAnew())));
    }

    /** The first of these fixes after which memory suffices, if it is among the first of all. */
    private static Stream<Fix> first(Diagnosis diagnosis, Stream<Fix> fixes) {
        return fixes.limit(MOST_TRIES).filter(fix -> fits(diagnosis.after(fix))).limit(1);
    }

    private static boolean fits(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .noneMatch(finding -> finding.violation() instanceof Violation.TooMuchMemory);
    }

    private static Fix setBatch(int size) {
        return Fix.of(new Change.SetBatchSize(size));
    }

    private static Fix setLatent(int size) {
        return Fix.of(new Change.SetLatentSize(size));
    }

    private static Fix startAnew() {
        return Fix.of(new Change.SetBatchSize(USUAL_BATCH), new Change.UseSmallNetworks());
    }
}
