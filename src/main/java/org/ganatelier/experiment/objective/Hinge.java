package org.ganatelier.experiment.objective;

import java.util.List;

/** D learns from images until it tells them apart with a margin; G raises its score. */
public record Hinge() implements SeparableLoss {
    @Override
    public String id() {
        return "hinge";
    }

    @Override
    public String onReal() {
        return "max(0, 1 − s(x))";
    }

    @Override
    public String onGenerated() {
        return "+ max(0, 1 + s(G(z)))";
    }

    @Override
    public String formulaOfGenerator() {
        return "−s(G(z))";
    }

    @Override
    public String paper() {
        return "Lim and Ye 2017, arXiv:1705.02894";
    }

    @Override
    public ScoreMeaning scoreMeaning() {
        return ScoreMeaning.MARGIN;
    }

    @Override
    public List<LossGuide> guides() {
        return List.of(new LossGuide("hinge", 1));
    }

    @Override
    public double onReal(ScoreBatch real, double target) {
        return real.mean(s -> Math.max(0, 1 - s), s -> s < 1 ? -1 : 0);
    }

    @Override
    public double onFake(ScoreBatch fake) {
        return fake.mean(s -> Math.max(0, 1 + s), s -> s > -1 ? 1 : 0);
    }

    @Override
    public double ofGenerator(ScoreBatch fake) {
        return fake.mean(s -> -s, _ -> -1);
    }
}
