package org.ganatelier.exchange.model;

import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.basics.Side;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives an experiment what an import says of its settings. */
final class SettingsUse {
    private final ImportedSettings settings;
    private final Consumer<Fact> remarks;

    SettingsUse(ImportedSettings settings, Consumer<Fact> remarks) {
        this.settings = settings;
        this.remarks = remarks;
    }

    Experiment applied(Experiment experiment) {
        Experiment result = experiment;
        if (settings.loss().isPresent()) {
            result = result.withLoss(settings.loss().get());
        }
        if (settings.batchSize().isPresent()) {
            int size = settings.batchSize().get();
            result = result.withTraining(training -> training.withBatchSize(size));
        }
        if (settings.initialization().isPresent()) {
            var way = settings.initialization().get();
            for (Side side : Side.values()) {
                result = result.withNetwork(side, network -> network.withInitialization(way));
            }
        }
        return withOptimizers(result);
    }

    private Experiment withOptimizers(Experiment experiment) {
        Experiment result = experiment;
        Map<Side, Optional<OptimizerSpec>> both =
                Map.of(
                        Side.GENERATOR, settings.generatorOptimizer(),
                        Side.DISCRIMINATOR, settings.discriminatorOptimizer());
        for (Side side : Side.values()) {
            Optional<OptimizerSpec> said = both.getOrDefault(side, Optional.empty());
            if (said.isPresent()) {
                OptimizerSpec spec = said.get();
                result = result.withTraining(training -> training.withOptimizer(side, spec));
            } else if (!settings.equals(ImportedSettings.NONE)) {
                remarks.accept(
                        new Fact.Kept(
                                switch (side) {
                                    case GENERATOR -> ImportedSetting.GENERATOR_OPTIMIZER;
                                    case DISCRIMINATOR -> ImportedSetting.DISCRIMINATOR_OPTIMIZER;
                                }));
            }
        }
        return result;
    }
}
