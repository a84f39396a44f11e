package org.ganatelier.experiment.objective;

import static org.ganatelier.experiment.objective.Logistic.sigmoid;
import static org.ganatelier.experiment.objective.Logistic.softplus;

import java.util.List;
import java.util.Optional;

/** Cross-entropy for D; G lowers D's chance of being right. */
public record Minimax() implements SeparableLoss {
    private static final NonSaturating OF_DISCRIMINATOR = new NonSaturating();

    @Override
    public String id() {
        return "minimax";
    }

    @Override
    public String onReal() {
        return OF_DISCRIMINATOR.onReal();
    }

    @Override
    public Optional<Smoothing> smoothing() {
        return OF_DISCRIMINATOR.smoothing();
    }

    @Override
    public String onGenerated() {
        return OF_DISCRIMINATOR.onGenerated();
    }

    @Override
    public String formulaOfGenerator() {
        return "log(1 − σ(s(G(z))))";
    }

    @Override
    public String paper() {
        return "Goodfellow et al. 2014, arXiv:1406.2661";
    }

    @Override
    public ScoreMeaning scoreMeaning() {
        return ScoreMeaning.CHANCE;
    }

    @Override
    public List<LossGuide> guides() {
        return List.of(
                new LossGuide("minimax-d", Logistic.GUESSING),
                new LossGuide("minimax-g", -Logistic.GUESSING));
    }

    @Override
    public double onReal(ScoreBatch real, double target) {
        return OF_DISCRIMINATOR.onReal(real, target);
    }

    @Override
    public double onFake(ScoreBatch fake) {
        return OF_DISCRIMINATOR.onFake(fake);
    }

    @Override
    public double ofGenerator(ScoreBatch fake) {
        return fake.mean(s -> -softplus(s), s -> -sigmoid(s));
    }
}
