package org.ganatelier.coach.rule;

import java.util.List;

/** All rules: of two that find something equally bad, the earlier one is heard. */
public final class Rules {
    private static final List<Rule> ALL =
            List.of(
                    new Divergence(),
                    new ModeCollapse(),
                    new DiscriminatorTooStrong(),
                    new GeneratorGradientVanishing(),
                    new RatesOutOfBalance(),
                    new Memorisation(),
                    new BatchTooSmall(),
                    new Saturation(),
                    new NoLearning(),
                    new Oscillation(),
                    new ScoresNotChances(),
                    new LossesMislead(),
                    new Healthy());

    private Rules() {}

    /** All of them. */
    public static List<Rule> all() {
        return ALL;
    }
}
