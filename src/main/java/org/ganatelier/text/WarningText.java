package org.ganatelier.text;

import org.ganatelier.plan.model.Concern;

import java.util.Optional;

/** Says what is worth a second look. */
public final class WarningText {
    private WarningText() {}

    /** What it is and why it matters: one or two sentences, without the last full stop. */
    public static String message(Words words, Concern concern) {
        return switch (concern) {
            case Concern.LargeEpsilon(double epsilon) ->
                    words.say("warning.large-epsilon", "epsilon", Double.toString(epsilon));
            case Concern.SigmoidOutput() -> words.say("warning.sigmoid-output");
            case Concern.UnevenOverlap(int kernel, int stride) ->
                    words.say("warning.uneven-overlap", "kernel", kernel, "stride", stride);
            case Concern.SmallBatch(int size) -> words.say("warning.small-batch", "n", size);
            case Concern.LargeDiscriminator(long generator, long discriminator) ->
                    words.say("warning.large-discriminator", "ratio", discriminator / generator);
            case Concern.FastWithoutNormalization(double rate, double usual) ->
                    words.say(
                            "warning.fast-without-normalization",
                            "rate",
                            ValueText.plain(words, rate),
                            "usual",
                            ValueText.plain(words, usual));
            case Concern.DecayBeforeNormalization(var side) ->
                    words.say("warning.decay-before-normalization", "side", side.letter());
        };
    }

    /** Where it is explained or was measured: authors, year, address. */
    public static Optional<String> source(Concern concern) {
        return switch (concern) {
            case Concern.LargeEpsilon _ ->
                    Optional.of("Ioffe and Szegedy 2015, arXiv:1502.03167, algorithm 1");
            case Concern.SigmoidOutput _ ->
                    Optional.of("Radford et al. 2016, arXiv:1511.06434, section 3");
            case Concern.UnevenOverlap _ ->
                    Optional.of("Odena et al. 2016, distill.pub/2016/deconv-checkerboard");
            case Concern.SmallBatch _ -> Optional.of("Wu and He 2018, arXiv:1803.08494");
            // A rule of thumb.
            case Concern.LargeDiscriminator _ -> Optional.empty();
            case Concern.FastWithoutNormalization _ ->
                    Optional.of("Radford et al. 2016, arXiv:1511.06434, section 4");
            case Concern.DecayBeforeNormalization _ ->
                    Optional.of("van Laarhoven 2017, arXiv:1706.05350");
        };
    }
}
