package org.ganatelier.exchange.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.campaign.RandomPlans;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.exchange.pytorch.TorchWeights.Fit;
import org.ganatelier.exchange.pytorch.TorchWeights.Misfit;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.train.Weights;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Tensors of PyTorch that find their layers. */
final class TorchWeightsTest {
    private static Plan plan() throws Exception {
        return Planner.check(Presets.load("digits-conditional")).plan();
    }

    private static PortableNetwork network(Plan plan, Side side) {
        return PortableNetwork.trained(plan, side, RandomModels.checkpoint(plan, 5), Weights.RAW);
    }

    private static void assertSame(PortableNetwork network, Fit fit) {
        assertThat(fit).isInstanceOf(Fit.Fitted.class);
        List<Map<String, float[]>> arrays = ((Fit.Fitted) fit).arrays();
        assertThat(arrays).hasSameSizeAs(network.layers());
        for (int i = 0; i < arrays.size(); i++) {
            Map<String, float[]> ours = network.layers().get(i).arrays();
            assertThat(arrays.get(i).keySet()).isEqualTo(ours.keySet());
            for (Map.Entry<String, float[]> array : ours.entrySet()) {
                assertThat(arrays.get(i).get(array.getKey())).containsExactly(array.getValue());
            }
        }
    }

    private static NamedTensors renamed(NamedTensors tensors, String prefix) {
        return new NamedTensors(
                tensors.tensors().stream()
                        .map(t -> new NamedTensor(prefix + t.name(), t.shape(), t.values()))
                        .toList());
    }

    @Test
    void whatWasExportedComesBackUnderAnyPrefix() throws Exception {
        Plan plan = plan();
        for (Side side : Side.values()) {
            PortableNetwork network = network(plan, side);
            NamedTensors tensors = TorchStates.of(network);
            assertSame(network, TorchWeights.fit(tensors, plan.network(side)));
            assertSame(
                    network, TorchWeights.fit(renamed(tensors, "module.net."), plan.network(side)));
        }
    }

    @Test
    void randomNetworksComeBack() {
        var random = new Random(2);
        int tried = 0;
        while (tried < 100) {
            Optional<Plan> plan = RandomPlans.moderate(random, 2000);
            if (plan.isPresent()) {
                tried++;
                for (Side side : Side.values()) {
                    PortableNetwork network = network(plan.get(), side);
                    assertSame(
                            network,
                            TorchWeights.fit(TorchStates.of(network), plan.get().network(side)));
                }
            }
        }
    }

    @Test
    void namesSortedAsSafetensorsSortsThemComeBackToo() throws Exception {
        Plan plan = plan();
        PortableNetwork network = network(plan, Side.DISCRIMINATOR);
        var sorted = new ArrayList<>(TorchStates.of(network).tensors());
        sorted.sort(Comparator.comparing(NamedTensor::name));
        assertThat(sorted.getFirst().name()).isEqualTo("embedding.weight");

        assertSame(
                network, TorchWeights.fit(new NamedTensors(sorted), plan.network(network.side())));
    }

    @Test
    void countsOfBatchesArePassedOver() throws Exception {
        Plan plan = plan();
        PortableNetwork network = network(plan, Side.GENERATOR);
        var tensors = new ArrayList<>(TorchStates.of(network).tensors());
        tensors.add(5, new NamedTensor("layers.1.num_batches_tracked", List.of(), new float[] {7}));

        assertSame(
                network, TorchWeights.fit(new NamedTensors(tensors), plan.network(network.side())));
    }

    @Test
    void whatDoesNotFitIsNamed() throws Exception {
        Plan plan = plan();
        var tensors = new ArrayList<>(TorchStates.of(network(plan, Side.GENERATOR)).tensors());
        NamedTensor first = tensors.getFirst();
        tensors.set(0, new NamedTensor(first.name(), List.of(20, 1568), first.values()));
        tensors.add(new NamedTensor("more.weight", List.of(1), new float[1]));
        tensors.removeIf(tensor -> tensor.name().equals("layers.1.bias"));

        Fit fit = TorchWeights.fit(new NamedTensors(tensors), plan.generator());

        assertThat(fit)
                .isEqualTo(
                        new Fit.Unfit(
                                List.of(
                                        new Misfit.WrongShape(
                                                "layers.0.weight",
                                                List.of(20, 1568),
                                                0,
                                                "weight",
                                                List.of(1568, 20)),
                                        new Misfit.Missing(1, "beta", "layers.1"),
                                        new Misfit.LeftOver("more.weight"))));
    }

    @Test
    void spectralNormalizationBringsItsVector() throws Exception {
        Plan plan = plan();
        Plan normalized =
                Planner.check(
                                plan.experiment()
                                        .withNetwork(
                                                Side.DISCRIMINATOR,
                                                net ->
                                                        net.withReplaced(
                                                                0,
                                                                ((org.ganatelier.experiment.layer
                                                                                        .Conv2D)
                                                                                net.layers().get(0))
                                                                        .withSpectralNorm(true))))
                        .plan();
        PortableNetwork network = network(normalized, Side.DISCRIMINATOR);
        var tensors = new ArrayList<NamedTensor>();
        for (NamedTensor tensor : TorchStates.of(network).tensors()) {
            tensors.add(
                    new NamedTensor(
                            tensor.name()
                                    .replace(
                                            "layers.0.weight",
                                            "layers.0.parametrizations.weight.original"),
                            tensor.shape(),
                            tensor.values()));
        }
        var u = new float[16];
        u[3] = 1;
        tensors.add(new NamedTensor("layers.0.parametrizations.weight.0._u", List.of(16), u));

        Fit fit = TorchWeights.fit(new NamedTensors(tensors), normalized.discriminator());

        assertThat(((Fit.Fitted) fit).arrays().getFirst().get("u")).containsExactly(u);
    }
}
