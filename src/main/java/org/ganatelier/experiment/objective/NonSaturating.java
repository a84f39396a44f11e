package org.ganatelier.experiment.objective;

import static org.ganatelier.experiment.objective.Logistic.sigmoid;
import static org.ganatelier.experiment.objective.Logistic.softplus;

import java.util.List;
import java.util.Optional;

/** Cross-entropy for D; G raises the chance that D gives its images. */
public record NonSaturating() implements SeparableLoss {
    @Override
    public String id() {
        return "non-saturating";
    }

    @Override
    public String onReal() {
        return "−log σ(s(x))";
    }

    @Override
    public Optional<Smoothing> smoothing() {
        return Optional.of(new Smoothing(onReal(), "−(1 − α) log σ(s(x)) − α log(1 − σ(s(x)))"));
    }

    @Override
    public String onGenerated() {
        return "− log(1 − σ(s(G(z))))";
    }

    @Override
    public String formulaOfGenerator() {
        return "−log σ(s(G(z)))";
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
        return List.of(new LossGuide("non-saturating", Logistic.GUESSING));
    }

    /** Cross-entropy with the target: -t log σ(s) - (1-t) log(1-σ(s)). */
    @Override
    public double onReal(ScoreBatch real, double target) {
        return real.mean(s -> softplus(-s) + (1 - target) * s, s -> sigmoid(s) - target);
    }

    @Override
    public double onFake(ScoreBatch fake) {
        return fake.mean(Logistic::softplus, Logistic::sigmoid);
    }

    @Override
    public double ofGenerator(ScoreBatch fake) {
        return fake.mean(s -> softplus(-s), s -> sigmoid(s) - 1);
    }
}
