package org.ganatelier.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import javafx.stage.Stage;

import org.ganatelier.data.Sets;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.session.LiveScore.State;
import org.ganatelier.text.Words;
import org.ganatelier.train.quality.ClassAccuracy;
import org.ganatelier.train.quality.Coverage;
import org.ganatelier.train.quality.Estimate;
import org.ganatelier.train.quality.Quality;
import org.ganatelier.train.quality.Score;
import org.ganatelier.train.quality.ScorePoint;
import org.ganatelier.ui.widget.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

@ExtendWith(ApplicationExtension.class)
class QualityPanelTest {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final List<Double> EVEN = Collections.nCopies(10, 0.1);
    private static final List<Double> COLLAPSED =
            List.of(0.0, 0.5, 0.01, 0.2, 0.0, 0.0, 0.29, 0.0, 0.0, 0.0);

    private final SimpleObjectProperty<State> state = new SimpleObjectProperty<>(new State.NoRun());

    @Start
    void show(Stage stage) {
        Pictures.show(stage, new QualityPanel(state, Words.english()), "quality.css", 440, 110);
    }

    @Test
    void withoutAScoreOneSentenceSaysWhy(FxRobot robot) {
        assertThat(texts(robot))
                .contains("A classifier rates the images once a generator is training.");
        set(robot, new State.NoClassifier());
        assertThat(texts(robot))
                .anyMatch(text -> text.startsWith("There is no classifier for this data"));
        set(robot, new State.Waiting());
        assertThat(texts(robot))
                .anyMatch(text -> text.startsWith("The classifier is about to look"));
        set(robot, new State.Failed());
        assertThat(texts(robot)).anyMatch(text -> text.startsWith("The classifier cannot rate"));
        assertThat(robot.lookup(".score-figures").query().isVisible()).isFalse();
    }

    @Test
    void theFiguresStandBesideThoseOfRealImagesAndTheirNumber(FxRobot robot) {
        set(robot, scored(Sets.MNIST.spec(), point(1_200, 38.24, COLLAPSED)));

        assertThat(texts(robot))
                .contains(
                        "3 of 10 classes covered",
                        "Fréchet 38.2 ± 1.9",
                        "baseline 1.2",
                        "confident 74 % (real 98 %)",
                        "500 images at step 1,200")
                .doesNotContain("The classifier is about to look at the first images…");
    }

    @Test
    void whatIsHiddenIsShownOnceItIsSeenAgain(FxRobot robot) {
        Node panel = robot.lookup(".score-panel").query();
        robot.interact(() -> panel.setVisible(false));
        robot.interact(() -> state.set(scored(Sets.MNIST.spec(), point(1, 900, EVEN))));
        assertThat(panel.getAccessibleText()).doesNotContain("900");
        robot.interact(() -> panel.setVisible(true));
        assertThat(panel.getAccessibleText()).contains("900");
    }

    @Test
    void aScreenReaderReadsTheFigures(FxRobot robot) {
        Node panel = robot.lookup(".score-panel").query();
        assertThat(panel.isFocusTraversable()).isTrue();
        assertThat(panel.getAccessibleText())
                .isEqualTo(
                        "Image quality, A classifier rates the images once a generator is"
                                + " training.");
        set(robot, scored(Sets.MNIST.spec(), point(1_200, 38.24, COLLAPSED)));
        assertThat(panel.getAccessibleText())
                .startsWith("Image quality, Fréchet 38.2 ± 1.9, baseline 1.2")
                .endsWith("3 of 10 classes covered, 500 images at step 1,200");
    }

    @Test
    void eachClassHasABarAsLongAsItsShare(FxRobot robot) {
        set(robot, scored(Sets.MNIST.spec(), point(1, 900, COLLAPSED)));
        List<Region> bars = bars(robot);

        assertThat(bars).hasSize(10);
        assertThat(bars.get(1).getHeight()).isGreaterThan(2 * bars.get(3).getHeight());
        assertThat(bars.get(0).getHeight()).isEqualTo(1);
        assertThat(bars.get(2).getPseudoClassStates()).contains(MISSING);
        assertThat(bars.get(6).getPseudoClassStates()).doesNotContain(MISSING);
        Node all = robot.lookup(".class-bars").query();
        assertThat(all.getAccessibleText()).contains("0: 0 %, 1: 50 %, 2: 1 %");
        for (int i = 1; i < bars.size(); i++) {
            assertThat(bars.get(i).getLayoutX())
                    .isGreaterThan(bars.get(i - 1).getLayoutX() + bars.get(i - 1).getWidth());
        }
    }

    @Test
    void whereHardlyAnyImageIsKnownNoClassIsNamed(FxRobot robot) {
        List<Double> few = new ArrayList<>(Collections.nCopies(10, 0.0));
        few.set(8, 0.08);
        var accuracy = Optional.of(new ClassAccuracy(0.08, 0.08));
        set(robot, scored(Sets.MNIST.spec(), point(1, 900, few, accuracy)));
        assertThat(texts(robot))
                .contains("no digits yet", "unknown 92 % (real 0 %)", "Fréchet 900 ± 1.9")
                .noneMatch(text -> text.startsWith("confident"))
                .noneMatch(text -> text.contains("classes"))
                .noneMatch(QualityPanelTest::asked);
        set(robot, scored(Sets.FASHION.spec(), point(1, 900, few)));
        assertThat(texts(robot)).contains("no clothes yet");
        set(robot, scored(Sets.MNIST.spec(), point(2, 9, EVEN, accuracy)));
        assertThat(texts(robot))
                .contains("confident 74 % (real 98 %)", "10 of 10 classes", "class accuracy 8 %");
    }

    @Test
    void anOutdatedScoreIsMarked(FxRobot robot) {
        var outdated = PseudoClass.getPseudoClass("outdated");
        Node panel = robot.lookup(".score-panel").query();
        var points = List.of(point(100, 9, EVEN));
        set(robot, new State.Scored(Sets.MNIST.spec(), points, true));
        assertThat(panel.getPseudoClassStates()).contains(outdated);
        assertThat(texts(robot)).contains("500 images at step 100");
        set(robot, new State.Scored(Sets.MNIST.spec(), points, false));
        assertThat(panel.getPseudoClassStates()).doesNotContain(outdated);
    }

    @Test
    void clothesHaveTheirNames(FxRobot robot) {
        set(robot, scored(Sets.FASHION.spec(), point(1, 900, EVEN)));

        assertThat(texts(robot)).contains("10 of 10 classes covered", "Bo");
        assertThat(robot.lookup(".class-bars").query().getAccessibleText())
                .contains("Trousers: 10 %");
    }

    @Test
    void classAccuracyIsToldOfThoseThatWereAskedAndItsHintSaysHowProbableThatClassIs(
            FxRobot robot) {
        set(robot, scored(Sets.MNIST.spec(), point(1, 9, EVEN)));
        assertThat(texts(robot))
                .contains("10 of 10 classes covered")
                .noneMatch(QualityPanelTest::asked);

        var classAccuracy = Optional.of(new ClassAccuracy(0.71, 0.83));
        set(robot, scored(Sets.MNIST.spec(), point(1, 9, EVEN, classAccuracy)));
        Labeled label =
                robot.lookup(".score-seen").<Labeled>queryAll().stream()
                        .filter(l -> asked(l.getText()))
                        .findFirst()
                        .orElseThrow();
        assertThat(label.getText()).isEqualTo("class accuracy 83 %");
        assertThat(label.getTooltip().getText())
                .startsWith("Class accuracy: the share of images")
                .endsWith(
                        "On average the classifier gives the class asked for a probability of"
                                + " 71 % (real images: 97 %).");
    }

    private static boolean asked(String text) {
        return text.startsWith("class accuracy");
    }

    @Test
    void theHistoryIsACurveThatFallsWithTheDistance(FxRobot robot) {
        set(
                robot,
                scored(
                        Sets.MNIST.spec(),
                        point(10, 1_000, EVEN),
                        point(20, 100, EVEN),
                        point(30, 10, EVEN)));
        Node curve = robot.lookup(".distance-curve").query();
        List<Double> places = ((Polyline) curve.lookup(".distance-line")).getPoints();

        assertThat(places).hasSize(6);
        // A tenth each time: on a logarithmic scale two equal steps down.
        double first = places.get(3) - places.get(1);
        assertThat(first).isPositive();
        assertThat(places.get(5) - places.get(3)).isCloseTo(first, within(1e-9));
        assertThat(curve.getAccessibleText())
                .isEqualTo("Fréchet distance, from 1,000 ± 1.9 to 10.0 ± 1.9");
    }

    private void set(FxRobot robot, State next) {
        robot.interact(() -> state.set(next));
        robot.interact(() -> robot.lookup(".score-panel").<Region>query().layout());
    }

    private static State scored(DataSpec.Bundled data, ScorePoint... points) {
        return new State.Scored(data, List.of(points), false);
    }

    private static ScorePoint point(long step, double distance, List<Double> shares) {
        return point(step, distance, shares, Optional.empty());
    }

    private static ScorePoint point(
            long step,
            double distance,
            List<Double> shares,
            Optional<ClassAccuracy> classAccuracy) {
        var real =
                new Quality(
                        500,
                        new Estimate(500, 1.2, 0.1),
                        0.98,
                        new Coverage(EVEN),
                        Optional.of(new ClassAccuracy(0.97, 0.99)));
        var images =
                new Quality(
                        500,
                        new Estimate(500, distance, 1.9),
                        0.74,
                        new Coverage(shares),
                        classAccuracy);
        return new ScorePoint(step, new Score(images, real));
    }

    private static List<Region> bars(FxRobot robot) {
        var bars = new ArrayList<>(robot.lookup(".class-bar").<Region>queryAll());
        bars.sort((a, b) -> Double.compare(a.getLayoutX(), b.getLayoutX()));
        return bars;
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(".label").<Labeled>queryAll().stream()
                .filter(label -> label.isVisible() && label.getParent().isVisible())
                .map(Labeled::getText)
                .toList();
    }
}
