package org.ganatelier.plan.fix;

import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Change;
import org.ganatelier.plan.model.Concern;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Warning;

import java.util.List;
import java.util.stream.Stream;

/** What calms a warning, tried like any fix. */
public final class WarningFixes {
    private static final int USUAL_BATCH = 64;
    private static final int LEAST_BATCH = 8;

    private WarningFixes() {}

    /** What ends a warning and makes no problems; the best first. */
    public static List<Fix> of(Diagnosis before, Warning warning, Tries tries) {
        return candidates(warning)
                .map(Fix::of)
                .takeWhile(fix -> tries.take())
                .filter(fix -> helps(before, before.after(fix), warning))
                .toList();
    }

    private static boolean helps(Diagnosis before, Diagnosis after, Warning warning) {
        return after.findings().size() <= before.findings().size()
                && after.warnings().size() < before.warnings().size()
                && !after.warnings().contains(warning);
    }

    private static Stream<Change> candidates(Warning warning) {
        return switch (warning.concern()) {
            case Concern.LargeEpsilon _ -> Stream.of(new Change.SwapMomentum(layer(warning)));
            case Concern.SigmoidOutput() ->
                    Stream.of(new Change.SetActivation(layer(warning), FixWriter.TANH));
            case Concern.UnevenOverlap(int kernel, int stride) ->
                    Stream.of(kernel / stride * stride, Math.ceilDiv(kernel, stride) * stride)
                            .filter(window -> window > 0)
                            .map(window -> new Change.SetWindow(layer(warning), window));
            case Concern.SmallBatch _ ->
                    Stream.of(USUAL_BATCH, LEAST_BATCH).map(Change.SetBatchSize::new);
            case Concern.LargeDiscriminator _ -> Stream.empty();
            case Concern.FastWithoutNormalization(_, double usual) ->
                    Stream.of(new Change.LowerLearningRates(usual));
            case Concern.DecayBeforeNormalization(var side) ->
                    Stream.of(new Change.SwitchWeightDecayOff(side));
        };
    }

    private static Place.Layer layer(Warning warning) {
        if (warning.place() instanceof Place.Layer at) {
            return at;
        }
        throw new IllegalArgumentException("Stands on no layer: " + warning);
    }
}
