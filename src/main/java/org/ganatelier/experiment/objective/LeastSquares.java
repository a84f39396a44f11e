package org.ganatelier.experiment.objective;

import java.util.List;
import java.util.Optional;

/** D marks images, 1 for real and 0 for generated; G is pulled towards a 1 from either side. */
public record LeastSquares() implements SeparableLoss {
    /** Half the square of the distance from the mark ½ to 0 or 1. */
    private static final double GUESSING = 0.125;

    @Override
    public String id() {
        return "least-squares";
    }

    @Override
    public String onReal() {
        return "½ (s(x) − 1)²";
    }

    @Override
    public Optional<Smoothing> smoothing() {
        return Optional.of(new Smoothing(onReal(), "½ (s(x) − (1 − α))²"));
    }

    @Override
    public String onGenerated() {
        return "+ ½ s(G(z))²";
    }

    @Override
    public String formulaOfGenerator() {
        return "½ (s(G(z)) − 1)²";
    }

    @Override
    public String paper() {
        return "Mao et al. 2016, arXiv:1611.04076";
    }

    @Override
    public ScoreMeaning scoreMeaning() {
        return ScoreMeaning.MARK;
    }

    @Override
    public List<LossGuide> guides() {
        return List.of(new LossGuide("least-squares", GUESSING));
    }

    @Override
    public double onReal(ScoreBatch real, double target) {
        return real.mean(s -> (s - target) * (s - target) / 2, s -> s - target);
    }

    @Override
    public double onFake(ScoreBatch fake) {
        return fake.mean(s -> s * s / 2, s -> s);
    }

    @Override
    public double ofGenerator(ScoreBatch fake) {
        return fake.mean(s -> (s - 1) * (s - 1) / 2, s -> s - 1);
    }
}
