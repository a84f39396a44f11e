package org.ganatelier.ui.networks;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.session.EditName;
import org.ganatelier.session.ExperimentEditor;
import org.ganatelier.text.LayerText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.layers.Palette;
import org.junit.jupiter.api.Test;

import java.util.List;

final class NetworksModelTest {
    private final Experiment classroom = Experiments.classroom();
    private final ExperimentEditor editor = Experiments.editor(classroom);
    private final NetworksModel model = new NetworksModel(editor, editor.outcomeProperty());

    @Test
    void aLayerIsAddedAtTheEndOrBehindTheSelectedOne() {
        model.add(Side.DISCRIMINATOR, dropout());
        assertThat(names(Side.DISCRIMINATOR))
                .containsExactly("Conv2D", "Conv2D", "BatchNorm", "Flatten", "Dense", "Dropout");
        model.select(new Place.Layer(Side.DISCRIMINATOR, 0));
        model.add(Side.DISCRIMINATOR, dropout());
        assertThat(names(Side.DISCRIMINATOR)).startsWith("Conv2D", "Dropout", "Conv2D");
        assertThat(model.selected()).contains(new Place.Layer(Side.DISCRIMINATOR, 1));
        assertThat(editor.undoNameProperty().get()).contains(new EditName.AddLayer("Dropout"));
    }

    @Test
    void aSelectionInTheOtherStackDoesNotMatter() {
        model.select(new Place.Layer(Side.GENERATOR, 0));
        assertThat(model.insertionIndex(Side.DISCRIMINATOR)).isEqualTo(5);
    }

    @Test
    void everyCommandIsOneStepBack() {
        var at = new Place.Layer(Side.GENERATOR, 1);
        for (Runnable command :
                List.<Runnable>of(
                        () -> model.add(Side.GENERATOR, dropout()),
                        () -> model.remove(at),
                        () -> model.duplicate(at),
                        () -> model.move(at, 1),
                        () -> model.moveAcross(at),
                        () -> model.moveIntoGap(at, Side.DISCRIMINATOR, 3),
                        () -> model.initialize(Side.GENERATOR, Initialization.HE_NORMAL))) {
            command.run();
            assertThat(editor.experimentProperty().get()).isNotEqualTo(classroom);
            editor.undo();
            assertThat(editor.experimentProperty().get()).isEqualTo(classroom);
        }
    }

    @Test
    void firstWeightsAreEachNetworksOwnAndChoosingThemAgainIsNoEdit() {
        model.initialize(Side.DISCRIMINATOR, Initialization.GLOROT_UNIFORM);
        assertThat(editor.undoNameProperty().get()).isEmpty();
        model.initialize(Side.DISCRIMINATOR, Initialization.NORMAL_002);
        assertThat(editor.undoNameProperty().get())
                .contains(new EditName.ChangeInitialWeights(Side.DISCRIMINATOR));
        assertThat(editor.experimentProperty().get())
                .isEqualTo(
                        classroom.withNetwork(
                                Side.DISCRIMINATOR,
                                n -> n.withInitialization(Initialization.NORMAL_002)));
    }

    @Test
    void removingSelectsTheLayerThatComesIntoThePlace() {
        model.remove(new Place.Layer(Side.DISCRIMINATOR, 1));
        assertThat(names(Side.DISCRIMINATOR))
                .containsExactly("Conv2D", "BatchNorm", "Flatten", "Dense");
        assertThat(model.selected()).contains(new Place.Layer(Side.DISCRIMINATOR, 1));
        model.remove(new Place.Layer(Side.DISCRIMINATOR, 3));
        assertThat(model.selected()).contains(new Place.Layer(Side.DISCRIMINATOR, 2));
        assertThat(editor.undoNameProperty().get()).contains(new EditName.RemoveLayer("Dense"));
    }

    @Test
    void removingTheLastLayerLeavesNothingSelected() {
        while (model.size(Side.DISCRIMINATOR) > 0) {
            model.remove(new Place.Layer(Side.DISCRIMINATOR, 0));
        }
        assertThat(model.selected()).isEmpty();
    }

    @Test
    void aGapIsCountedBeforeTheLayerIsTakenOut() {
        model.moveIntoGap(new Place.Layer(Side.DISCRIMINATOR, 0), Side.DISCRIMINATOR, 3);
        assertThat(names(Side.DISCRIMINATOR))
                .containsExactly("Conv2D", "BatchNorm", "Conv2D", "Flatten", "Dense");
        assertThat(model.selected()).contains(new Place.Layer(Side.DISCRIMINATOR, 2));
        model.moveIntoGap(new Place.Layer(Side.DISCRIMINATOR, 4), Side.DISCRIMINATOR, 0);
        assertThat(names(Side.DISCRIMINATOR)).startsWith("Dense", "Conv2D");
        assertThat(editor.undoNameProperty().get()).contains(new EditName.MoveLayer("Dense"));
    }

    @Test
    void droppingALayerWhereItIsChangesNothing() {
        var at = new Place.Layer(Side.DISCRIMINATOR, 2);
        model.moveIntoGap(at, Side.DISCRIMINATOR, 2);
        model.moveIntoGap(at, Side.DISCRIMINATOR, 3);
        assertThat(editor.undoNameProperty().get()).isEmpty();
        assertThat(model.selected()).contains(at);
    }

    @Test
    void aLayerMovesIntoTheOtherStackInOneEdit() {
        model.moveIntoGap(new Place.Layer(Side.GENERATOR, 1), Side.DISCRIMINATOR, 1);
        assertThat(names(Side.GENERATOR)).hasSize(5);
        assertThat(names(Side.DISCRIMINATOR)).startsWith("Conv2D", "BatchNorm", "Conv2D");
        assertThat(editor.undoNameProperty().get())
                .contains(new EditName.MoveLayerAcross("BatchNorm", Side.DISCRIMINATOR));
    }

    @Test
    void theFirstLayerCannotMoveUp() {
        assertThat(model.canMove(new Place.Layer(Side.GENERATOR, 0), -1)).isFalse();
        assertThat(model.canMove(new Place.Layer(Side.GENERATOR, 5), 1)).isFalse();
        model.move(new Place.Layer(Side.GENERATOR, 0), -1);
        assertThat(editor.undoNameProperty().get()).isEmpty();
    }

    @Test
    void theSelectionStaysWithItsLayerWhenAnUndoMovesIt() {
        model.select(new Place.Layer(Side.GENERATOR, 0));
        model.add(Side.GENERATOR, dropout());
        model.select(new Place.Layer(Side.GENERATOR, 3));
        assertThat(model.layer(new Place.Layer(Side.GENERATOR, 3))).isInstanceOf(Reshape.class);
        editor.undo();
        assertThat(model.selected()).contains(new Place.Layer(Side.GENERATOR, 2));
    }

    @Test
    void aFixIsAnEditThatCanBeTakenBack() {
        var article = Experiments.editor(Experiments.preset("article"));
        Problem problem = article.outcomeProperty().get().problems().getFirst();
        new NetworksModel(article, article.outcomeProperty())
                .apply(problem.place(), problem.fixes().getFirst());
        assertThat(article.undoNameProperty().get())
                .contains(
                        new EditName.ApplyFix(
                                problem.fixes().getFirst(),
                                problem.place(),
                                Experiments.preset("article")));
        assertThat(article.outcomeProperty().get().problems())
                .extracting(Problem::violation)
                .doesNotContain(problem.violation());
    }

    private List<String> names(Side side) {
        return model.plan().experiment().network(side).layers().stream()
                .map(LayerText::name)
                .toList();
    }

    private static Palette.Entry dropout() {
        return Palette.groups(Words.english()).stream()
                .flatMap(group -> group.entries().stream())
                .filter(entry -> entry.title().equals("Dropout"))
                .findFirst()
                .orElseThrow();
    }
}
