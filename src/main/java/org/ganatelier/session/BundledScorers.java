package org.ganatelier.session;

import org.ganatelier.data.Catalog;
import org.ganatelier.data.Split;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.measure.LiveScorer;
import org.ganatelier.project.ClassifierFile;
import org.ganatelier.project.ProjectException;
import org.ganatelier.train.Classifier;
import org.ganatelier.train.ClassifierTrainer;

import java.util.concurrent.Executor;
import java.util.function.Function;

/** Makes scorers with the classifiers that ship with the program, on one thread for all. */
final class BundledScorers implements Function<DataSpec.Bundled, LiveScorer> {
    private final ClassifierTrainer classifiers;
    private final Executor thread = LiveScorer.thread();

    /**
     * @param classifiers opens a classifier, on the scoring thread
     */
    BundledScorers(ClassifierTrainer classifiers) {
        this.classifiers = classifiers;
    }

    /** What opens classifiers. */
    ClassifierTrainer classifiers() {
        return classifiers;
    }

    @Override
    public LiveScorer apply(DataSpec.Bundled data) {
        return new LiveScorer(
                () -> open(data),
                () -> Split.of(Catalog.of(data)).heldOut(),
                thread,
                System::nanoTime);
    }

    /** The classifier of a set, newly opened; whoever asks closes it. */
    Classifier open(DataSpec.Bundled data) {
        try {
            return classifiers.open(ClassifierFile.bundled(data));
        } catch (ProjectException damaged) {
            throw new IllegalStateException("The program's own classifier is damaged", damaged);
        }
    }
}
