package org.ganatelier.session;

import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.train.Weights;

import java.nio.file.Path;
import java.util.Set;

/**
 * What is to be exported, and how.
 *
 * @param networks at least one
 * @param weights which of the generator's, where the run keeps an average
 * @param folder made where there is none; other files in it stay
 */
public record ExportOrder(ModelFormat format, Set<Side> networks, Weights weights, Path folder) {
    public ExportOrder {
        networks = Set.copyOf(networks);
        if (networks.isEmpty()) {
            throw new IllegalArgumentException("Nothing to export");
        }
    }
}
