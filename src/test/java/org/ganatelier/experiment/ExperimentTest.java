package org.ganatelier.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Sets;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.WassersteinGp;
import org.junit.jupiter.api.Test;

class ExperimentTest {
    @Test
    void anObjectiveBringsItsBetasWhereTheOldOnesWereUsual() {
        Experiment usual = with(new OptimizerSpec(1e-3, 0.5, 0.999));

        Experiment penalised = usual.withLoss(new WassersteinGp());
        assertThat(penalised.objective().loss()).isEqualTo(new WassersteinGp());
        for (Side side : Side.values()) {
            assertThat(penalised.training().optimizer(side))
                    .isEqualTo(new OptimizerSpec(1e-3, 0, 0.9));
        }
        assertThat(penalised.withLoss(new NonSaturating())).isEqualTo(usual);
    }

    @Test
    void betasThatWereChosenStay() {
        var chosen = new OptimizerSpec(1e-3, 0.5, 0.99);
        var momentum = new OptimizerSpec(1e-3, 0.5, 0.999).withKind(OptimizerSpec.Kind.SGD);

        assertThat(with(chosen).withLoss(new WassersteinGp()).training().optimizer(Side.GENERATOR))
                .isEqualTo(chosen);
        assertThat(
                        with(momentum)
                                .withLoss(new WassersteinGp())
                                .training()
                                .optimizer(Side.GENERATOR))
                .isEqualTo(momentum);
    }

    @Test
    void clustersAreToldAndGoWithTheTelling() {
        Experiment plain = with(new OptimizerSpec(1e-3, 0.5, 0.999));

        Experiment clusters = plain.withClusters(20);
        assertThat(clusters.conditioning()).isEqualTo(Conditioning.PROJECTION);
        assertThat(clusters.classes()).isEqualTo(20);
        assertThat(clusters.namedClasses()).isZero();
        assertThat(clusters.data().bundled()).contains(Sets.MNIST.spec());
        assertThat(clusters.withClusters(5).clusters()).isEqualTo(5);
        assertThat(clusters.withSamples(Sets.FASHION.spec()).data())
                .isEqualTo(new DataSpec.Clustered(Sets.FASHION.spec(), 20));
        assertThat(clusters.withConditioning(Conditioning.CHANNELS).clusters()).isEqualTo(20);
        assertThat(clusters.withConditioning(Conditioning.NONE)).isEqualTo(plain);

        Experiment labels = clusters.withClusters(0);
        assertThat(labels).isEqualTo(plain.withConditioning(Conditioning.PROJECTION));
        assertThat(labels.namedClasses()).isEqualTo(10);
    }

    private static Experiment with(OptimizerSpec optimizer) {
        return new Experiment(
                "Test",
                Sets.MNIST.spec(),
                8,
                NetworkSpec.of(new Dense(784, true, new Activation.Tanh())),
                NetworkSpec.of(new Dense(1, true, new Activation.Linear())),
                new Objective(new NonSaturating()),
                new TrainingSpec(16, 1, 1, optimizer, optimizer),
                1);
    }
}
