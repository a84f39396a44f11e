package org.ganatelier.cli.training;

import org.ganatelier.cli.support.Experiments;
import org.ganatelier.data.Catalog;
import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.data.Images;
import org.ganatelier.data.Samples;
import org.ganatelier.data.Split;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.measure.Comparison;
import org.ganatelier.measure.ScoredRun;
import org.ganatelier.measure.Scorer;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.ClassifierFile;
import org.ganatelier.project.ProjectException;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Classifier;
import org.ganatelier.train.ClassifierTrainer;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.RunStory;
import org.ganatelier.train.Trainer;
import org.ganatelier.train.Weights;
import org.ganatelier.train.quality.ScorePoint;
import org.ganatelier.train.quality.VarietyPoint;

/**
 * Scores and compares what a state makes, where nobody did while it was trained. Several draws of
 * noise, as a coach believes no single figure.
 */
public final class Examination {
    private static final int DRAWS = 3;
    private static final int COMPARED = 64;

    private final Trainer trainer;
    private final ClassifierTrainer classifiers;

    public Examination(Trainer trainer, ClassifierTrainer classifiers) {
        this.trainer = trainer;
        this.classifiers = classifiers;
    }

    /** Adds what it finds to the story. */
    public void of(RunStory story, Checkpoint state) {
        Plan plan = Experiments.ready(state.experiment());
        Dataset data = Datasets.open(plan.experiment().data());
        var comparison = new Comparison(data, COMPARED);
        for (int draw = 0; draw < DRAWS; draw++) {
            Samples made = made(plan, state, COMPARED, draw);
            story.varied(
                    new VarietyPoint(state.step(), comparison.withReal(made), comparison.real()));
        }
        plan.experiment().data().bundled().ifPresent(bundled -> score(story, state, plan, bundled));
    }

    private void score(RunStory story, Checkpoint state, Plan plan, DataSpec.Bundled bundled) {
        try (Classifier classifier = classifiers.open(ClassifierFile.bundled(bundled))) {
            var scorer = new Scorer(classifier, Split.of(Catalog.of(bundled)).heldOut());
            for (int draw = 0; draw < DRAWS; draw++) {
                Images images = Images.require(made(plan, state, ScoredRun.IMAGES, draw));
                story.scored(new ScorePoint(state.step(), scorer.score(images)));
            }
        } catch (ProjectException damaged) {
            throw new IllegalStateException("The program's own classifier is damaged", damaged);
        }
    }

    private Samples made(Plan plan, Checkpoint state, int count, int draw) {
        var input = GeneratorInput.sampled(plan.experiment(), count, draw);
        return trainer.sample(plan, state, input, Weights.AVERAGED);
    }
}
