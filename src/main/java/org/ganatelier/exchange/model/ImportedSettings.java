package org.ganatelier.exchange.model;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.ScoreMeaning;

import java.util.Optional;

/**
 * What was read of the settings of an experiment; each is empty where nothing was said.
 *
 * @param latentSize values of the noise
 * @param batchSize images in a batch
 * @param loss of both players
 * @param conditioning how labels are told
 * @param dataset the name of a set of data, in small letters, such as "fashion_mnist"
 * @param initialization of the weights of both networks
 * @param generatorOptimizer G's, with rates
 * @param discriminatorOptimizer D's, with rates
 */
public record ImportedSettings(
        Optional<Integer> latentSize,
        Optional<Integer> batchSize,
        Optional<Loss> loss,
        Optional<Conditioning> conditioning,
        Optional<String> dataset,
        Optional<Initialization> initialization,
        Optional<OptimizerSpec> generatorOptimizer,
        Optional<OptimizerSpec> discriminatorOptimizer) {
    /** Nothing was said. */
    public static final ImportedSettings NONE =
            new ImportedSettings(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /**
     * Whether the loss takes D's output for a chance, as far as one knows: a sigmoid is its own.
     */
    boolean lossHasSigmoid() {
        return loss.map(known -> known.scoreMeaning() == ScoreMeaning.CHANCE).orElse(true);
    }

    /** These, and where one is not said, the other's. */
    public ImportedSettings or(ImportedSettings other) {
        return new ImportedSettings(
                latentSize.or(other::latentSize),
                batchSize.or(other::batchSize),
                loss.or(other::loss),
                // G is told by channels also where D is told by projection.
                other.conditioning
                        .filter(Conditioning.PROJECTION::equals)
                        .or(() -> conditioning)
                        .or(other::conditioning),
                dataset.or(other::dataset),
                initialization.or(other::initialization),
                generatorOptimizer.or(other::generatorOptimizer),
                discriminatorOptimizer.or(other::discriminatorOptimizer));
    }
}
