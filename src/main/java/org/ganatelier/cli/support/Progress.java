package org.ganatelier.cli.support;

import org.ganatelier.text.Words;
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
        return "step %,d · %.1f s · %,.0f images/s · loss G %s D %s · D(real) %s D(fake) %s"
                .formatted(
                        m.step(),
                        m.seconds(),
                        m.imagesPerSecond(),
                        Words.english().figure(m.generatorLoss(), 3),
                        Words.english().figure(m.discriminatorLoss(), 3),
                        Words.english().figure(m.dReal(), 2),
                        Words.english().figure(m.dFake(), 2));
    }
}
