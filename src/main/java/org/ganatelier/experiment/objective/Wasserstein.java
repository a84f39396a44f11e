package org.ganatelier.experiment.objective;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;

import java.util.List;
import java.util.OptionalDouble;

/** The gap between the scores estimates a distance, as long as D's weights are kept small. */
public record Wasserstein() implements SeparableLoss {
    /** All of D's weights stay within plus and minus this; usual as in the paper. */
    public static final LossNumber CLIP =
            new LossNumber(
                    "weightClip",
                    "c",
                    0.01,
                    Range.between(0, 10).aboveLeast(),
                    Quantity.WEIGHT_CLIP);

    @Override
    public String id() {
        return "wasserstein";
    }

    @Override
    public String onReal() {
        return "−s(x)";
    }

    @Override
    public String onGenerated() {
        return "+ s(G(z))";
    }

    @Override
    public String formulaOfGenerator() {
        return "−s(G(z))";
    }

    @Override
    public String paper() {
        return "Arjovsky et al. 2017, arXiv:1701.07875";
    }

    @Override
    public ScoreMeaning scoreMeaning() {
        return ScoreMeaning.GAP;
    }

    @Override
    public List<LossGuide> guides() {
        return List.of(new LossGuide("wasserstein", 0));
    }

    @Override
    public List<LossNumber> numbers() {
        return List.of(CLIP);
    }

    @Override
    public OptionalDouble weightLimit(LossNumbers numbers) {
        return OptionalDouble.of(numbers.of(CLIP));
    }

    @Override
    public double onReal(ScoreBatch real, double target) {
        return real.mean(s -> -s, _ -> -1);
    }

    @Override
    public double onFake(ScoreBatch fake) {
        return fake.mean(s -> s, _ -> 1);
    }

    @Override
    public double ofGenerator(ScoreBatch fake) {
        return fake.mean(s -> -s, _ -> -1);
    }
}
