package org.ganatelier.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.text.Words;
import org.ganatelier.ui.networks.Experiments;
import org.ganatelier.ui.networks.NetworksModel;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

final class PaletteTest {
    private static final Activation LINEAR = new Activation.Linear();

    @Test
    void everyLayerCanBeAdded() {
        Plan plan = Planner.check(Experiments.classroom()).plan();
        Set<Class<?>> kinds =
                entries().stream()
                        .map(e -> e.layer().apply(Site.of(plan, Side.GENERATOR, 0)).getClass())
                        .collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrder(LayerSpec.class.getPermittedSubclasses());
    }

    @Test
    void everyEntryIsExplainedInOneSentence() {
        assertThat(entries())
                .allSatisfy(
                        entry ->
                                assertThat(entry.sentence())
                                        .matches("[A-Z][^.]*(\\.|\\. [^.]*\\.)"));
        assertThat(entries()).extracting(Palette.Entry::title).doesNotHaveDuplicates();
    }

    @Test
    void anActivationIsAddedAsALayerOfItsOwn() {
        assertThat(add(List.of(), Side.DISCRIMINATOR, 0, "tanh"))
                .isEqualTo(new Activate(new Activation.Tanh()));
        assertThat(entries()).extracting(Palette.Entry::title).doesNotContain("linear");
    }

    @Test
    void whatIsBuiltFromThePaletteAloneCanBeTrainedOnceItsOneProblemIsFixed() {
        var editor = Experiments.editor(Experiments.with(List.of(), List.of()));
        var model = new NetworksModel(editor, editor.outcomeProperty());
        for (String layer : List.of("Conv2D", "Conv2D", "Flatten", "Dense")) {
            model.add(Side.DISCRIMINATOR, entry(layer));
        }
        for (String layer : List.of("Dense", "Reshape", "Conv2DTranspose", "Conv2DTranspose")) {
            model.add(Side.GENERATOR, entry(layer));
        }
        assertThat(model.outcomeProperty().get().problems()).hasSize(1);
        var problem = model.outcomeProperty().get().problems().getFirst();
        model.apply(problem.place(), problem.fixes().getFirst());
        assertThat(model.outcomeProperty().get()).isInstanceOf(Outcome.Ready.class);
    }

    @Test
    void aTransposedConvolutionDoublesTheImageUntilItIsTheData() {
        var start =
                List.<LayerSpec>of(
                        new Dense(1568, true, LINEAR), new Reshape(new Shape.Image(7, 7, 32)));
        LayerSpec first = add(start, Side.GENERATOR, 2, "Conv2DTranspose");
        assertThat(first)
                .isEqualTo(
                        new Conv2DTranspose(16, 4, 2, Padding.SAME, true, new Activation.ReLU()));
        assertThat(
                        add(
                                List.of(start.get(0), start.get(1), first),
                                Side.GENERATOR,
                                3,
                                "Conv2DTranspose"))
                .isEqualTo(new Conv2DTranspose(1, 4, 2, Padding.SAME, true, new Activation.Tanh()));
    }

    @Test
    void aDiscriminatorEndsInOneScoreAndConvolvesWithGrowingFilters() {
        assertThat(add(List.of(new Flatten()), Side.DISCRIMINATOR, 1, "Dense"))
                .isEqualTo(new Dense(1, true, LINEAR));
        assertThat(
                        add(
                                List.of(new Conv2D(32, 4, 2, Padding.SAME, true, LINEAR)),
                                Side.DISCRIMINATOR,
                                1,
                                "Conv2D"))
                .isEqualTo(new Conv2D(64, 4, 2, Padding.SAME, true, new Activation.LeakyReLU(0.2)));
    }

    @Test
    void aNormalizationBringsTheCurveUnlessItIsThereAlready() {
        var bent = new Dense(64, true, new Activation.ReLU());
        var straight = new Dense(64, true, LINEAR);
        assertThat(add(List.of(straight, new PReLU()), Side.GENERATOR, 2, "BatchNorm"))
                .isEqualTo(new BatchNorm(0.9, 1e-5, LINEAR));
        assertThat(add(List.of(new PReLU()), Side.GENERATOR, 0, "Dense"))
                .isEqualTo(new Dense(256, true, LINEAR));
        assertThat(add(List.of(straight), Side.GENERATOR, 1, "BatchNorm"))
                .isEqualTo(new BatchNorm(0.9, 1e-5, new Activation.ReLU()));
        assertThat(add(List.of(bent), Side.GENERATOR, 1, "BatchNorm"))
                .isEqualTo(new BatchNorm(0.9, 1e-5, LINEAR));
        assertThat(add(List.of(new BatchNorm(0.9, 1e-5, LINEAR)), Side.GENERATOR, 0, "Dense"))
                .isEqualTo(new Dense(256, true, LINEAR));
    }

    @Test
    void aReshapeTakesExactlyWhatArrives() {
        assertThat(reshape(1568)).isEqualTo(new Shape.Image(7, 7, 32));
        assertThat(reshape(196)).isEqualTo(new Shape.Image(7, 7, 4));
        assertThat(reshape(784)).isEqualTo(new Shape.Image(7, 7, 16));
        assertThat(reshape(14 * 14 * 3)).isEqualTo(new Shape.Image(7, 7, 12));
    }

    @Test
    void aReshapeThatNothingFitsIsAQuarterOfTheData() {
        assertThat(reshape(100)).isEqualTo(new Shape.Image(7, 7, 32));
    }

    private static Shape reshape(int units) {
        var layer = add(List.of(new Dense(units, true, LINEAR)), Side.GENERATOR, 1, "Reshape");
        return ((Reshape) layer).target();
    }

    /** The layer that the palette gives for a place in a stack. */
    private static LayerSpec add(List<LayerSpec> stack, Side side, int index, String title) {
        var experiment =
                switch (side) {
                    case GENERATOR -> Experiments.with(stack, List.of());
                    case DISCRIMINATOR -> Experiments.with(List.of(), stack);
                };
        return entry(title).layer().apply(Site.of(Planner.check(experiment).plan(), side, index));
    }

    private static Palette.Entry entry(String title) {
        return entries().stream().filter(e -> e.title().equals(title)).findFirst().orElseThrow();
    }

    private static List<Palette.Entry> entries() {
        return Palette.groups(Words.english()).stream()
                .flatMap(group -> group.entries().stream())
                .toList();
    }
}
