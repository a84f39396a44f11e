package org.ganatelier.ui.quality;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.ganatelier.measure.Quality;
import org.ganatelier.measure.Score;
import org.ganatelier.session.LiveScore.State;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;

import java.util.List;
import java.util.Objects;

/** How good the generated images are in the eyes of a judge. FX thread only. */
public final class QualityPanel extends VBox {
    private static final String OBEDIENCE =
            "Obedience: of so many images the judge sees the class that the generator was told to"
                    + " draw, all classes asked for equally often. By chance it would be one in"
                    + " ten.";

    private final Label title = new Label("Image quality");
    private final Label obeyed = new Label();
    private final Tooltip obedienceHint = Hints.on(obeyed, OBEDIENCE);
    private final Label seen = new Label();
    private final Label hint = new Label();
    private final ClassBars bars = new ClassBars();
    private final Label distance = new Label();
    private final Label floor = new Label();
    private final Label confident = new Label();
    private final Label basis = new Label();
    private final DistanceCurve curve = new DistanceCurve();
    private final HBox figures = new HBox(bars, words(), curve);

    /**
     * @param state what is known of the run's images
     */
    public QualityPanel(ObservableValue<State> state, Words words) {
        getStyleClass().add("score-panel");
        getStylesheets()
                .add(
                        Objects.requireNonNull(QualityPanel.class.getResource("/css/score.css"))
                                .toExternalForm());
        title.getStyleClass().add("score-title");
        seen.getStyleClass().add("score-seen");
        obeyed.getStyleClass().add("score-seen");
        title.setMinWidth(USE_PREF_SIZE);
        obeyed.managedProperty().bind(obeyed.textProperty().isNotEmpty());
        hint.getStyleClass().add("score-note");
        hint.setWrapText(true);
        figures.getStyleClass().add("score-figures");
        HBox.setHgrow(bars, Priority.ALWAYS);
        HBox.setHgrow(curve, Priority.ALWAYS);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(title, space, obeyed, seen);
        head.getStyleClass().add("score-head");
        getChildren().addAll(head, hint, figures);
        explain();
        Live.on(this, state).subscribe(this::show);
    }

    private VBox words() {
        distance.getStyleClass().add("score-distance");
        var words = new VBox(distance, floor, confident, basis);
        words.getStyleClass().add("score-words");
        for (Node node : List.of(floor, confident, basis)) {
            node.getStyleClass().add("score-note");
        }
        words.setMinWidth(USE_PREF_SIZE);
        return words;
    }

    private void explain() {
        Hints.on(
                title,
                "A classifier that has learnt the real images, the judge, looks at generated ones"
                        + " every few seconds while training goes on. Only values of the same"
                        + " number of images and the same judge compare.");
        Hints.on(
                seen,
                "A class counts as seen from 3 in 100 images on. Missing ones are a sign of mode"
                        + " collapse: the generator has found a few images that work.");
        Hints.on(
                distance,
                "Fréchet distance: how far the generated images are from the real ones, as the"
                        + " judge sees them; smaller is better (Heusel et al. 2017,"
                        + " arXiv:1706.08500). Behind ± its standard error.");
        Hints.on(
                floor,
                "As many real images that the judge never learnt from have this distance: nobody"
                        + " can do better.");
        Hints.on(
                confident,
                "Of so many generated images the judge is sure of one class (at least 90 %), beside"
                        + " the same of real images.");
    }

    private void show(State state) {
        boolean scored = state instanceof State.Scored;
        figures.setVisible(scored);
        figures.setManaged(scored);
        hint.setVisible(!scored);
        hint.setManaged(!scored);
        switch (state) {
            case State.NoRun() -> say("Once a generator is training, a judge looks at its images.");
            case State.NoJudge() ->
                    say(
                            "There is no judge for images of your own; it knows the digits and the"
                                    + " clothes that come with the program.");
            case State.Waiting() -> say("The judge is about to look at the first images…");
            case State.Failed() ->
                    say(
                            "The judge cannot look at these images; the log says why. Training goes"
                                    + " on.");
            case State.Scored known -> show(known);
        }
    }

    private void say(String sentence) {
        hint.setText(sentence);
        seen.setText("");
        obeyed.setText("");
        bars.clear();
        curve.show(List.of());
    }

    private void show(State.Scored known) {
        Score score = known.newest().score();
        Quality images = score.images();
        seen.setText(QualityTexts.seen(images.coverage()));
        obeyed.setText(
                images.obedience().map(o -> QualityTexts.obeyed(known.data(), o)).orElse(""));
        images.obedience()
                .ifPresent(
                        obedience -> {
                            // Beside the other there is no room for all of it.
                            seen.setText(QualityTexts.seenInBrief(images.coverage()));
                            obedienceHint.setText(
                                    OBEDIENCE
                                            + " "
                                            + QualityTexts.believed(
                                                    obedience, score.floor().obedience()));
                        });
        distance.setText("Fréchet " + QualityTexts.estimate(images.frechet()));
        floor.setText(QualityTexts.floor(score.floor()));
        confident.setText(QualityTexts.confident(images, score.floor()));
        basis.setText(QualityTexts.basis(known.newest()));
        bars.show(
                images.coverage(),
                QualityTexts.labels(known.data()),
                QualityTexts.names(known.data()));
        curve.show(known.all());
    }
}
