package org.ganatelier.ui.networks;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.text.Text;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.ui.widget.Card;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.stream.Stream;

/** What everybody must be able to read and reach, in a real window. */
final class PanelLooksTest {
    @ParameterizedTest
    @ValueSource(strings = {"digits", "mlp", "tutorial", "dcgan", "article"})
    void noTextIsCutOffInTheNarrowestPanel(String preset) throws Exception {
        var window = PanelWindow.open(Experiments.preset(preset), 700);
        try {
            assertThat(window.panel.getWidth()).isBetween(365.0, 380.0);
            window.openCard(Side.DISCRIMINATOR, 0);
            var texts =
                    nodes(window.panel)
                            .filter(Labeled.class::isInstance)
                            .map(Labeled.class::cast)
                            .toList();
            assertThat(texts).hasSizeGreaterThan(30);
            assertThat(texts.stream().filter(text -> !isWhole(text)).map(Labeled::getText))
                    .isEmpty();
            for (Side side : Side.values()) {
                double width = window.stack(side).scroll().getViewportBounds().getWidth();
                assertThat(window.stack(side).cards())
                        .allSatisfy(
                                card ->
                                        assertThat(card.getBoundsInParent().getMaxX())
                                                .isLessThanOrEqualTo(width));
            }
        } finally {
            window.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "article"})
    void everyControlHasATooltipAndAName(String preset) throws Exception {
        var window = PanelWindow.open(Experiments.preset(preset), 700);
        try {
            window.openCard(Side.DISCRIMINATOR, 0);
            window.interact(
                    () ->
                            window.from(window.panel)
                                    .lookup(".networks-objective")
                                    .<Card>query()
                                    .open());
            assertThat(nodes(window.panel).filter(Node::isFocusTraversable))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(
                            node -> {
                                assertThat(name(node)).as("name of %s", node).isNotBlank();
                                // A tab pane's would come up all over its pages.
                                if (node instanceof Control control && !(node instanceof TabPane)) {
                                    assertThat(control.getTooltip())
                                            .as("tooltip of %s", node)
                                            .isNotNull();
                                }
                            });
        } finally {
            window.close();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ganatelier.experiment.objective.Loss#all")
    void noTextIsCutOffInTheNarrowestDrawer(Loss kind) throws Exception {
        Objective full =
                new Objective(kind).withLabelSmoothing(0.1).withR1(10).withInstanceNoise(0.1);
        var cosine = Schedule.CONSTANT.withKind(Schedule.Kind.COSINE);
        Experiment experiment =
                Experiments.classroom()
                        .withObjective(full)
                        .withTraining(
                                t ->
                                        t.withOptimizer(
                                                Side.GENERATOR,
                                                t.generatorOptimizer()
                                                        .withKind(OptimizerSpec.Kind.SGD)
                                                        .withSchedule(cosine)));
        var window = PanelWindow.open(experiment, 700);
        try {
            window.interact(
                    () ->
                            window.from(window.panel)
                                    .lookup(".networks-objective")
                                    .<Card>query()
                                    .open());
            TabPane tabs = window.from(window.panel).lookup(".tab-pane").query();
            for (int page : new int[] {0, 1}) {
                window.interact(() -> tabs.getSelectionModel().select(page));
                window.interact(window.panel::layout);
                var texts =
                        nodes(window.panel)
                                .filter(Labeled.class::isInstance)
                                .map(Labeled.class::cast)
                                .toList();
                assertThat(texts).hasSizeGreaterThan(10);
                assertThat(texts.stream().filter(text -> !isWhole(text)).map(Labeled::getText))
                        .isEmpty();
            }
        } finally {
            window.close();
        }
    }

    private static boolean isWhole(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && !(child instanceof FontIcon))
                .allMatch(text -> ((Text) text).getText().equals(labeled.getText()));
    }

    private static String name(Node node) {
        String accessible = node.getAccessibleText();
        return accessible == null && node instanceof Labeled labeled
                ? labeled.getText()
                : String.valueOf(accessible);
    }

    /** All nodes to be seen, icons and what lies in scroll bars aside. */
    private static Stream<Node> nodes(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        Stream<Node> inside =
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(PanelLooksTest::nodes)
                        : Stream.empty();
        return node instanceof ScrollPane ? inside : Stream.concat(Stream.of(node), inside);
    }
}
