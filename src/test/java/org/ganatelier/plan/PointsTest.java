package org.ganatelier.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ganatelier.plan.Examples.FLATTEN;
import static org.ganatelier.plan.Examples.RELU;
import static org.ganatelier.plan.Examples.conv;
import static org.ganatelier.plan.Examples.dense;
import static org.ganatelier.plan.Examples.reshape;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.data.Distribution;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Problem.Place;
import org.junit.jupiter.api.Test;

/** Networks of points instead of images. */
final class PointsTest {
    private static Experiment generator(LayerSpec... layers) {
        return Examples.experiment(NetworkSpec.of(layers), NetworkSpec.of(dense(8, RELU), dense(1)))
                .withData(new DataSpec.Drawn(Distribution.RING));
    }

    private static Told only(Experiment experiment) {
        assertThat(Told.all(experiment)).hasSize(1);
        return Told.all(experiment).getFirst();
    }

    @Test
    void aVectorOfTwoValuesIsAPoint() {
        Outcome outcome = Planner.check(generator(dense(8, RELU), dense(2)));
        assertThat(outcome).isInstanceOf(Outcome.Ready.class);
        assertThat(outcome.plan().discriminator().input()).isEqualTo(new Shape.Flat(2));
    }

    @Test
    void labelsAreJoinedToAPointAsFurtherValues() {
        Outcome outcome =
                Planner.check(generator(dense(2)).withConditioning(Conditioning.CHANNELS));
        assertThat(outcome).isInstanceOf(Outcome.Ready.class);
        assertThat(outcome.plan().discriminator().input()).isEqualTo(new Shape.Flat(2 + 8));
        assertThat(outcome.plan().generator().input()).isEqualTo(new Shape.Flat(100 + 8));
    }

    @Test
    void anotherNumberOfValuesIsNoPoint() {
        Told problem = only(generator(dense(8, RELU), dense(3)));
        assertThat(problem.place()).isEqualTo(new Place.Layer(Side.GENERATOR, 1));
        assertThat(problem.message())
                .isEqualTo("Ends in a vector of 3 values; the data is points with 2 coordinates");
        assertThat(problem.labels().getFirst()).isEqualTo("Set units to 2");
    }

    @Test
    void anImageIsNoPoint() {
        Told problem = only(generator(dense(2), reshape(1, 1, 2)));
        assertThat(problem.message())
                .isEqualTo("Ends in an image of 1×1×2; the data is points with 2 coordinates");
        for (var fix : problem.fixes()) {
            assertThat(Planner.check(fix.apply(generator(dense(2), reshape(1, 1, 2)))))
                    .isInstanceOf(Outcome.Ready.class);
        }
        assertThat(problem.fixes()).isNotEmpty();
    }

    @Test
    void aDiscriminatorOfImagesCannotLookAtPoints() {
        Experiment experiment =
                generator(dense(2))
                        .withNetwork(
                                Side.DISCRIMINATOR,
                                _ ->
                                        NetworkSpec.of(
                                                conv(8, 3, 1, Padding.SAME), FLATTEN, dense(1)));
        Told problem = only(experiment);
        assertThat(problem.place()).isEqualTo(new Place.Layer(Side.DISCRIMINATOR, 0));
        assertThat(problem.fixes()).isNotEmpty();
    }

    @Test
    void aSmallNetworkOfPointsIsOfferedWhereThereIsNone() {
        Told problem = only(generator());
        assertThat(problem.fixes().getFirst().apply(generator()).generator().layers())
                .last()
                .isEqualTo(dense(2));
    }
}
