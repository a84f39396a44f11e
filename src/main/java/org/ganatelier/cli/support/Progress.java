package org.ganatelier.cli.support;

import org.ganatelier.train.Metrics;

/** Shows how a training goes. */
public interface Progress {
    /** Nothing is shown: the output is for a program. */
    Progress SILENT =
            new Progress() {
                @Override
                public void show(Metrics metrics) {}

                @Override
                public void end() {}
            };

    /** The figures of every step come here; most are passed over. */
    void show(Metrics metrics);

    /** Leaves the output at the start of a line, with the newest figures shown. */
    void end();

    /** The figures of a step as people read them. */
    static String text(Metrics m) {
        return "step %,d · %.1f s · %,.0f images/s · loss G %.3f D %.3f · D(real) %.2f D(fake) %.2f"
                .formatted(
                        m.step(),
                        m.seconds(),
                        m.imagesPerSecond(),
                        m.generatorLoss(),
                        m.discriminatorLoss(),
                        m.dReal(),
                        m.dFake());
    }
}
