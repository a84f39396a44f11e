package org.ganatelier.plan.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.campaign.RandomPlans;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.plan.Planner;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** The formulas that a card shows give what the planner plans. */
class ArithmeticTest {
    private static final Activation LINEAR = new Activation.Linear();
    private static final int DRAWN = 600;
    private static final long MOST_VALUES = 3_000;

    @Test
    void formulasGiveThePlannedShapesOfAllKindsOfLayers() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < DRAWN; i++) {
            RandomPlans.moderate(new SplittableRandom(i), MOST_VALUES)
                    .ifPresent(
                            plan -> {
                                for (Side side : Side.values()) {
                                    for (LayerPlan layer : plan.network(side).layers()) {
                                        compare(layer);
                                        seen.add(layer.layer().kind().id());
                                    }
                                }
                            });
        }
        assertThat(seen)
                .containsAll(
                        LayerSpec.kinds().stream().map(k -> k.id()).collect(Collectors.toSet()));
    }

    private static void compare(LayerPlan layer) {
        // A layer is accepted, so there is nothing that could not be said of it.
        Arithmetic arithmetic = Arithmetic.of(layer).orElseThrow();
        switch (layer.output().orElseThrow()) {
            case Shape.Image image -> {
                assertThat(arithmetic.height().result()).isEqualTo(image.height());
                assertThat(arithmetic.width().orElseThrow().result()).isEqualTo(image.width());
            }
            case Shape.Flat(int units) -> assertThat(arithmetic.height().result()).isEqualTo(units);
        }
        long counted =
                arithmetic.parameters().stream()
                        .mapToLong(p -> p.shape().stream().reduce(1L, Math::multiplyExact))
                        .sum();
        assertThat(counted).isEqualTo(layer.parameterCount());
    }

    /** 13 places, each the start of a window of 4, two apart: 28. */
    @Test
    void windowsThatArePaintedCoverTheImage() {
        var layer = new Conv2DTranspose(32, 4, 2, Padding.VALID, true, LINEAR);
        Arithmetic arithmetic =
                Arithmetic.of(plan(new Shape.Image(13, 13, 64), layer)).orElseThrow();
        assertThat(arithmetic.height()).isEqualTo(new SizeRule.Painted(13, 2, 4, 0));
        assertThat(arithmetic.height().result()).isEqualTo(28);
        assertThat(arithmetic.multiplyAdds()).isEqualTo(13L * 13 * 4 * 4 * 64 * 32);
    }

    @Test
    void samePaddingIsCountedInTheWindow() {
        var layer = new Conv2D(16, 4, 2, Padding.SAME, true, LINEAR);
        Arithmetic arithmetic =
                Arithmetic.of(plan(new Shape.Image(28, 28, 1), layer)).orElseThrow();
        assertThat(arithmetic.height()).isEqualTo(new SizeRule.Window(28, 2, 4, 2));
        assertThat(arithmetic.multiplyAdds()).isEqualTo(14L * 14 * 4 * 4 * 16);
    }

    /** Two windows of 4 with stride 2 see 4 + 3 * 2 pixels. */
    @Test
    void theReceptiveFieldGrowsWithEachWindow() throws Exception {
        NetworkPlan discriminator = Planner.check(Presets.load("digits")).plan().discriminator();
        assertThat(ReceptiveField.of(discriminator, Side.DISCRIMINATOR, 0))
                .contains(new ReceptiveField(Side.DISCRIMINATOR, 4, 4, new Shape.Image(28, 28, 1)));
        assertThat(ReceptiveField.of(discriminator, Side.DISCRIMINATOR, 1))
                .contains(
                        new ReceptiveField(Side.DISCRIMINATOR, 10, 10, new Shape.Image(28, 28, 1)));
    }

    @Test
    void aKernelThatIsAMultipleOfTheStridePaintsEvenly() {
        assertThat(overlap(4, 2).isEven()).isTrue();
        assertThat(overlap(4, 2).most()).isEqualTo(4);
        assertThat(overlap(3, 1).isEven()).isTrue();
        Overlap uneven = overlap(3, 2);
        assertThat(uneven.isEven()).isFalse();
        assertThat(List.of(uneven.least(), uneven.most())).containsExactly(1, 4);
        // A window smaller than the stride leaves holes.
        assertThat(overlap(2, 3).least()).isZero();
    }

    private static Overlap overlap(int kernel, int stride) {
        return Overlap.of(new Conv2DTranspose(1, kernel, stride, Padding.VALID, true, LINEAR));
    }

    private static LayerPlan plan(Shape.Image in, LayerSpec layer) {
        Optional<LayerPlan> plan =
                Planner.check(Nets.experiment(in, Nets.net(), Nets.net(layer)))
                        .plan()
                        .discriminator()
                        .layers()
                        .stream()
                        .findFirst();
        return plan.orElseThrow();
    }
}
