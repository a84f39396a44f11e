package org.ganatelier.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.LabelUse;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem.Place;
import org.junit.jupiter.api.Test;

import java.util.List;

/** What labels make of a plan. */
class LabelRulesTest {
    private static final Shape.Image DIGIT = new Shape.Image(28, 28, 1);

    private static Plan ready(Experiment experiment) {
        assertThat(Planner.check(experiment).problems()).isEmpty();
        return Planner.check(experiment).plan();
    }

    /** The only problem, each fix of which is tried. */
    private static Told only(Experiment experiment) {
        List<Told> problems = Told.all(experiment);
        assertThat(problems).hasSize(1);
        for (Fix fix : problems.getFirst().fixes()) {
            assertThat(Planner.check(fix.apply(experiment)).problems())
                    .as(problems.getFirst().label(fix))
                    .isEmpty();
        }
        return problems.getFirst();
    }

    @Test
    void channelsAreJoinedToTheInputsOfBoth() {
        Plan plan = ready(Examples.ready().withConditioning(Conditioning.CHANNELS));

        assertThat(plan.generator().input()).isEqualTo(new Shape.Flat(110));
        assertThat(plan.generator().labels()).isEqualTo(new LabelUse.Joined(10));
        assertThat(plan.generator().parameterCount()).isEqualTo(110 * 784 + 784);
        assertThat(plan.discriminator().input()).isEqualTo(new Shape.Image(28, 28, 11));
        assertThat(plan.discriminator().labels()).isEqualTo(new LabelUse.Joined(10));
        assertThat(plan.discriminator().parameterCount()).isEqualTo(28 * 28 * 11 + 1);
    }

    @Test
    void aProjectionLeavesTheImageAloneAndHasAnEmbeddingForEachClass() {
        Plan plan = ready(Examples.ready().withConditioning(Conditioning.PROJECTION));

        assertThat(plan.generator().input()).isEqualTo(new Shape.Flat(110));
        assertThat(plan.discriminator().input()).isEqualTo(DIGIT);
        assertThat(plan.discriminator().labels()).isEqualTo(new LabelUse.Projected(10));
        assertThat(plan.discriminator().parameterCount()).isEqualTo(784 + 1 + 10 * 784);
        assertThat(plan.discriminator().layers().getLast().parameterCount())
                .isEqualTo(784 + 1 + 10 * 784);
    }

    @Test
    void labelsNeedDataThatHasThem() {
        Experiment told =
                Examples.ready()
                        .withData(Examples.images(28, 28, 1))
                        .withConditioning(Conditioning.PROJECTION);
        Told problem = only(told);

        assertThat(problem.place()).isEqualTo(new Place.Settings());
        assertThat(problem.message())
                .isEqualTo("The networks are to be told labels, but mine has none");
        assertThat(problem.labels())
                .containsExactly("Find 20 clusters in place of labels", "Train without labels");
    }

    @Test
    void classesHaveALimit() {
        Experiment told =
                Examples.ready()
                        .withData(Examples.labelled(DIGIT, 101))
                        .withConditioning(Conditioning.PROJECTION);

        assertThat(only(told).message())
                .isEqualTo("101 classes are too many to be told apart; the limit is 100");
        ready(told.withData(Examples.labelled(DIGIT, 100)));
    }

    @Test
    void aProjectionWantsADenseLayerAtTheEnd() {
        Experiment told =
                Examples.discriminator(
                                Examples.conv(8, 4, 2, Padding.SAME),
                                Examples.conv(1, 14, 1, Padding.VALID),
                                Examples.FLATTEN)
                        .withConditioning(Conditioning.PROJECTION);
        Told problem = only(told);

        assertThat(problem.place()).isEqualTo(new Place.Layer(Side.DISCRIMINATOR, 2));
        assertThat(problem.message())
                .isEqualTo(
                        "Ends in Flatten, but a projection of the labels wants Dense with 1 unit at"
                                + " the end: it multiplies what goes into that layer with the"
                                + " label’s embedding");
        assertThat(problem.labels())
                .containsExactly(
                        "End in Flatten and Dense with 1 unit",
                        "Use label channels",
                        "Train without labels");
        ready(told.withConditioning(Conditioning.CHANNELS));
    }

    @Test
    void whatFollowsTheDenseLayerGoes() {
        Experiment told =
                Examples.discriminator(
                                Examples.FLATTEN, Examples.dense(1), new Activate(Examples.LINEAR))
                        .withConditioning(Conditioning.PROJECTION);
        Told problem = only(told);

        assertThat(problem.labels().getFirst()).isEqualTo("Remove what follows Dense");
        assertThat(problem.fixes().getFirst().apply(told).discriminator().layers())
                .containsExactly(Examples.FLATTEN, Examples.dense(1));
    }
}
