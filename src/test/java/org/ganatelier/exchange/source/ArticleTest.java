package org.ganatelier.exchange.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.exchange.model.Assembled;
import org.ganatelier.exchange.model.Remark;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** The code that the project began with: what it builds, and what is wrong with it. */
final class ArticleTest {
    @Test
    void theArticlesCodeOpensAsThePreset() throws Exception {
        assertThat(Tutorials.assembled(Tutorials.read("article")).experiment())
                .isEqualTo(Presets.load("article"));
    }

    @Test
    void itsTwoShapeFaultsAreMarkedWhereTheyStand() throws Exception {
        Assembled article = Tutorials.assembled(Tutorials.read("article"));
        assertThat(Planner.check(article.experiment()).problems())
                .extracting(Problem::place)
                .contains(new Problem.Place.Layer(Side.GENERATOR, 1))
                .anyMatch(
                        place ->
                                place instanceof Problem.Place.Layer(Side side, int layer)
                                        && side == Side.GENERATOR
                                        && layer > 1);
    }

    @Test
    void theFourFaultsOfItsLoopAreFoundWhereTheyStand() throws Exception {
        List<Remark> remarks = Tutorials.read("article").remarks();
        assertThat(remarks)
                .filteredOn(r -> r.fact() instanceof Fact.Suspect)
                .extracting(r -> r.source() + " " + r.fact().getClass().getSimpleName())
                .containsExactlyInAnyOrder(
                        "Line[number=39] NoiseAsData",
                        "Line[number=40] OutputAsLoss",
                        "Line[number=41] OutputAsLoss",
                        "Line[number=41] GeneratorNotJudged",
                        "Line[number=42] LossAsGradient",
                        "Line[number=43] LossAsGradient");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tensorflow_dcgan",
                "pytorch_dcgan",
                "keras_gan",
                "keras_cgan",
                "pytorch_gan",
                "pytorch_gan_dcgan",
                "keras_io_dcgan",
                "keras_functional"
            })
    void aLoopThatLearnsHasNoneOfThem(String name) throws Exception {
        assertThat(Tutorials.facts(Tutorials.read(name).remarks()))
                .noneMatch(
                        fact ->
                                fact instanceof Fact.NoiseAsData
                                        || fact instanceof Fact.OutputAsLoss
                                        || fact instanceof Fact.LossAsGradient
                                        || fact instanceof Fact.GeneratorNotJudged);
    }

    @Test
    void theSameFaultsAreFoundInOtherWords() throws Exception {
        List<Remark> remarks =
                CodeReader.read(
                                """
                                import torch
                                import torch.nn as nn
                                netG = nn.Sequential(nn.Linear(64, 784), nn.Tanh())
                                netD = nn.Sequential(nn.Linear(784, 1))
                                for i in range(1000):
                                    real_batch = torch.randn(32, 784)
                                    fake = netG(torch.randn(32, 64))
                                    d_loss = netD(real_batch)
                                    g_loss = mse(fake, real_batch)
                                    opt.apply_gradients(zip([d_loss], netD.parameters()))
                                """)
                        .remarks();
        assertThat(remarks)
                .filteredOn(r -> r.fact() instanceof Fact.Suspect)
                .extracting(r -> r.source() + " " + r.fact().getClass().getSimpleName())
                .containsExactlyInAnyOrder(
                        "Line[number=6] NoiseAsData",
                        "Line[number=8] OutputAsLoss",
                        "Line[number=9] GeneratorNotJudged",
                        "Line[number=10] LossAsGradient");
    }

    @Test
    void codeIsQuotedWithItsOwnBrackets() throws Exception {
        String code = "discriminator_loss = discriminator([real_image, fake_image])";
        assertThat(Tutorials.read("article").remarks())
                .extracting(Remark::fact)
                .contains(new Fact.OutputAsLoss(code));
    }

    @Test
    void labelsThatAreSmoothedByChanceAreNoData() throws Exception {
        assertThat(
                        Tutorials.facts(
                                CodeReader.read(
                                                """
                                                G = keras.Sequential([layers.Dense(784, input_dim=9)])
                                                real = np.random.uniform(0.7, 1.0, (32, 1))
                                                real_labels = np.random.normal(1, 0.1, (32, 4))
                                                """)
                                        .remarks(),
                                Fact.NoiseAsData.class))
                .isEmpty();
    }
}
