package org.ganatelier.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.Objective.Kind;
import org.junit.jupiter.api.Test;

class ExperimentTest {
    @Test
    void anObjectiveBringsItsBetasWhereTheOldOnesWereUsual() {
        Experiment usual = with(new OptimizerSpec(1e-3, 0.5, 0.999));

        Experiment penalised = usual.withObjectiveKind(Kind.WASSERSTEIN_GP);
        assertThat(penalised.objective().kind()).isEqualTo(Kind.WASSERSTEIN_GP);
        for (Side side : Side.values()) {
            assertThat(penalised.training().optimizer(side))
                    .isEqualTo(new OptimizerSpec(1e-3, 0, 0.9));
        }
        assertThat(penalised.withObjectiveKind(Kind.NON_SATURATING)).isEqualTo(usual);
    }

    @Test
    void betasThatWereChosenStay() {
        var chosen = new OptimizerSpec(1e-3, 0.5, 0.99);
        var momentum = new OptimizerSpec(1e-3, 0.5, 0.999).withKind(OptimizerSpec.Kind.SGD);

        assertThat(
                        with(chosen)
                                .withObjectiveKind(Kind.WASSERSTEIN_GP)
                                .training()
                                .optimizer(Side.GENERATOR))
                .isEqualTo(chosen);
        assertThat(
                        with(momentum)
                                .withObjectiveKind(Kind.WASSERSTEIN_GP)
                                .training()
                                .optimizer(Side.GENERATOR))
                .isEqualTo(momentum);
    }

    private static Experiment with(OptimizerSpec optimizer) {
        return new Experiment(
                "Test",
                new DataSpec.Bundled(DataSpec.Collection.MNIST),
                8,
                NetworkSpec.of(new Dense(784, true, new Activation.Tanh())),
                NetworkSpec.of(new Dense(1, true, new Activation.Linear())),
                new Objective(Kind.NON_SATURATING),
                new TrainingSpec(16, 1, 1, optimizer, optimizer),
                1);
    }
}
