package org.ganatelier.ui.quality;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.ganatelier.session.LiveScore.State;
import org.ganatelier.text.ClassText;
import org.ganatelier.text.Words;
import org.ganatelier.train.quality.Quality;
import org.ganatelier.train.quality.Score;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Terms;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How good the generated images are as a classifier sees them. FX thread only. */
public final class QualityPanel extends VBox implements Panel {
    private static final PseudoClass OUTDATED = PseudoClass.getPseudoClass("outdated");

    /** The head, and beside the bars five lines of figures. */
    private static final double HEIGHT = 112;

    private final Words words;
    private final QualityTexts texts;
    private final Label title = new Label();
    private final Label accuracy = new Label();
    private final Tooltip accuracyHint = Hints.on(accuracy, "");
    private final Label covered = new Label();
    private final Label hint = new Label();
    private final ClassBars bars;
    private final Label distance = new Label();
    private final Label baseline = new Label();
    private final Label confidence = new Label();
    private final Label unknown = new Label();
    private final Label basis = new Label();
    private final DistanceCurve curve;
    private final HBox figures;

    /**
     * @param state what is known of the run's images
     */
    public QualityPanel(ObservableValue<State> state, Words words) {
        this.words = words;
        texts = new QualityTexts(words);
        bars = new ClassBars(words);
        curve = new DistanceCurve(words);
        figures = new HBox(bars, figures(), curve);
        title.setText(words.say("quality.title"));
        getStyleClass().add("score-panel");
        // The curves above can do with less, words cannot.
        setMinHeight(USE_PREF_SIZE);
        // There is nothing to press, but a screen reader reads what has the keyboard.
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        title.getStyleClass().add("score-title");
        covered.getStyleClass().add("score-seen");
        accuracy.getStyleClass().add("score-seen");
        title.setMinWidth(USE_PREF_SIZE);
        accuracy.managedProperty().bind(accuracy.textProperty().isNotEmpty());
        hint.getStyleClass().add("score-note");
        hint.setWrapText(true);
        figures.getStyleClass().add("score-figures");
        VBox.setVgrow(figures, Priority.ALWAYS);
        HBox.setHgrow(bars, Priority.ALWAYS);
        HBox.setHgrow(curve, Priority.ALWAYS);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(title, space, accuracy, covered);
        head.getStyleClass().add("score-head");
        getChildren().addAll(head, hint, figures);
        explain();
        Live.whileSeen(this, state).subscribe(this::show);
    }

    /** The panel of the session's run. */
    public static Panel in(PanelContext context) {
        return new QualityPanel(context.session().score().stateProperty(), context.words());
    }

    @Override
    public String id() {
        return "quality";
    }

    @Override
    public String title() {
        return words.say("quality.title");
    }

    @Override
    public Feather icon() {
        return Feather.BAR_CHART_2;
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public String sheet() {
        return "quality.css";
    }

    @Override
    public OptionalDouble height() {
        return OptionalDouble.of(HEIGHT);
    }

    private VBox figures() {
        distance.getStyleClass().add("score-distance");
        var column = new VBox(distance, baseline, confidence, unknown, basis);
        column.getStyleClass().add("score-words");
        for (Node node : List.of(baseline, confidence, unknown, basis)) {
            node.getStyleClass().add("score-note");
        }
        basis.getStyleClass().add("score-basis");
        confidence.managedProperty().bind(confidence.textProperty().isNotEmpty());
        column.setMinWidth(USE_PREF_SIZE);
        return column;
    }

    private void explain() {
        Hints.on(title, words.say("quality.title.meaning"));
        Hints.on(covered, words.say("quality.coverage.meaning"));
        Hints.on(distance, words.say("quality.distance.meaning"));
        Hints.on(baseline, words.say("quality.baseline.meaning"));
        Hints.on(confidence, words.say("quality.confidence.meaning"));
        Hints.on(unknown, words.say("quality.unknown.meaning"));
        Terms.on(title, "classifier", words);
        Terms.on(covered, "classes-covered", words);
        Terms.on(accuracy, "class-accuracy", words);
        Terms.on(distance, "frechet-distance", words);
        Terms.on(baseline, "baseline", words);
        Terms.on(confidence, "confidence", words);
        Terms.on(unknown, "unknown-images", words);
    }

    private void show(State state) {
        boolean scored = state instanceof State.Scored;
        pseudoClassStateChanged(OUTDATED, state instanceof State.Scored known && known.outdated());
        figures.setVisible(scored);
        figures.setManaged(scored);
        hint.setVisible(!scored);
        hint.setManaged(!scored);
        switch (state) {
            case State.NoRun() -> say("quality.no-run");
            case State.NoClassifier() -> say("quality.no-classifier");
            case State.Waiting() -> say("quality.waiting");
            case State.NoScores() -> say("quality.no-scores");
            case State.Failed() -> say("quality.failed");
            case State.Scored known -> show(known);
        }
        setAccessibleText(spoken(scored));
    }

    private String spoken(boolean scored) {
        List<Label> labels =
                scored
                        ? List.of(
                                title,
                                distance,
                                baseline,
                                confidence,
                                unknown,
                                covered,
                                accuracy,
                                basis)
                        : List.of(title, hint);
        return labels.stream()
                .map(Label::getText)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private void say(String key) {
        hint.setText(words.say(key));
        covered.setText("");
        accuracy.setText("");
        bars.clear();
        curve.show(List.of());
    }

    private void show(State.Scored known) {
        Score score = known.newest().score();
        Quality images = score.images();
        accuracy.setText("");
        confidence.setText("");
        if (images.coverage().showsSomething()) {
            tellClasses(score);
        } else {
            covered.setText(texts.nothingYet(known.data()));
        }
        distance.setText(texts.distance(images.frechet()));
        baseline.setText(texts.baseline(score.baseline()));
        unknown.setText(texts.unknown(images, score.baseline()));
        basis.setText(texts.basis(known.newest()));
        bars.show(
                images.coverage(),
                ClassText.shortNames(words, known.data()),
                ClassText.names(words, known.data()));
        curve.show(known.all());
    }

    private void tellClasses(Score score) {
        Quality images = score.images();
        covered.setText(texts.covered(images.coverage()));
        images.classAccuracy()
                .ifPresent(
                        measured -> {
                            accuracy.setText(texts.classAccuracy(measured));
                            // Beside the other there is no room for all of it.
                            covered.setText(texts.coveredInBrief(images.coverage()));
                            accuracyHint.setText(
                                    texts.classAccuracyMeaning(
                                            measured, score.baseline().classAccuracy()));
                        });
        confidence.setText(texts.confidence(images, score.baseline()));
    }
}
