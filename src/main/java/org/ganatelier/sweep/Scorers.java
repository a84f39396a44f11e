package org.ganatelier.sweep;

import org.ganatelier.data.Catalog;
import org.ganatelier.data.Images;
import org.ganatelier.data.Split;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.measure.Scorer;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.ClassifierFile;
import org.ganatelier.project.ProjectException;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Classifier;
import org.ganatelier.train.ClassifierTrainer;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Trainer;
import org.ganatelier.train.Weights;
import org.ganatelier.train.quality.Score;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Scores generators as {@code gan-atelier score} does. What real images give is computed once for
 * each data set. For any thread.
 */
public final class Scorers implements AutoCloseable {
    private record Open(Classifier classifier, Scorer scorer) {}

    private final Trainer trainer;
    private final ClassifierTrainer classifiers;
    private final Map<DataSpec.Bundled, Open> open = new HashMap<>();

    public Scorers(Trainer trainer, ClassifierTrainer classifiers) {
        this.trainer = trainer;
        this.classifiers = classifiers;
    }

    /** How good the images are that a generator makes; empty of data that no classifier knows. */
    Optional<Score> score(Plan plan, Checkpoint learnt, int count) {
        Experiment experiment = plan.experiment();
        return experiment
                .data()
                .bundled()
                .map(
                        data -> {
                            var input = GeneratorInput.sampled(experiment, count, 0);
                            Images images =
                                    Images.require(
                                            trainer.sample(plan, learnt, input, Weights.AVERAGED));
                            return of(data).score(images, experiment.named(input.labels()));
                        });
    }

    private synchronized Scorer of(DataSpec.Bundled data) {
        return open.computeIfAbsent(data, this::make).scorer();
    }

    private Open make(DataSpec.Bundled data) {
        try {
            Classifier classifier = classifiers.open(ClassifierFile.bundled(data));
            return new Open(
                    classifier, new Scorer(classifier, Split.of(Catalog.of(data)).heldOut()));
        } catch (ProjectException damaged) {
            throw new IllegalStateException("The program's own classifier is damaged", damaged);
        }
    }

    @Override
    public synchronized void close() {
        open.values().forEach(one -> one.classifier().close());
        open.clear();
    }
}
