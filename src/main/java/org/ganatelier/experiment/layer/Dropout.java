package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;

/**
 * Sets values to zero at random while training and scales the others by 1 / (1 - rate).
 *
 * @param rate share of values dropped, at least 0 and below 1
 */
public record Dropout(double rate) implements LayerSpec, RandomWhileTraining {
    public Dropout {
        Require.within(Range.between(0, 1).belowMost(), rate, Quantity.RATE, "Dropout");
    }

    @Override
    public boolean disturbs() {
        return rate > 0;
    }
}
