package org.ganatelier.ui.eye;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.ganatelier.session.NearestReal;
import org.ganatelier.session.NearestReal.Found;
import org.ganatelier.session.NearestReal.Measure;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Segments;
import org.ganatelier.ui.widget.Terms;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Optional;

/** Each generated image beside the real one that is nearest. FX thread only. */
final class NearestView extends StackPane {
    private static final String MEASURE = "eye-measure";
    private static final int DECIMALS = 3;

    /** Half as far as real images from each other is conspicuous. */
    private static final double CONSPICUOUS = 0.5;

    private final Words words;
    private final NearestReal nearest;
    private final Label status = new Label();
    private final Label verdict = new Label();
    private final DistanceDots dots;
    private final PairGrid pairs;
    private final VBox content;
    private final Label hint = new Label();

    NearestView(Session session, Settings settings, Words words) {
        this.words = words;
        nearest = session.nearest();
        dots = new DistanceDots(words);
        pairs = new PairGrid(words);
        status.getStyleClass().add("eye-note");
        verdict.getStyleClass().add("eye-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        content = new VBox(head(settings), verdict, dots, pairs);
        content.getStyleClass().add("nearest");
        VBox.setVgrow(pairs, Priority.ALWAYS);
        hint.getStyleClass().addAll("text-muted", "eye-hint");
        hint.setWrapText(true);
        getChildren().addAll(content, hint);
        Live.whileSeen(this, nearest.foundProperty()).subscribe(this::show);
        Live.holdWhileSeen(this, session.training().runProperty(), _ -> nearest.watch());
        ObservableValue<Boolean> searching = Live.on(this, nearest.searchingProperty());
        ObservableValue<Boolean> images =
                Live.on(this, session.training().previewProperty()).map(Optional::isPresent);
        hint.textProperty()
                .bind(
                        images.flatMap(
                                some ->
                                        searching.map(
                                                busy ->
                                                        words.say(
                                                                busy
                                                                        ? "eye.nearest.searching"
                                                                        : some
                                                                                ? "eye.nearest.none"
                                                                                : "eye.no-run"))));
    }

    private Node head(Settings settings) {
        ObjectProperty<Measure> measure = nearest.measureProperty();
        settings.choice(MEASURE)
                .ifPresent(
                        id ->
                                measure.set(
                                        Measure.FEATURES.name().equals(id)
                                                ? Measure.FEATURES
                                                : Measure.PIXELS));
        Live.on(this, measure).subscribe((_, now) -> settings.setChoice(MEASURE, now.name()));
        var choice =
                new Segments<>(
                        measure,
                        List.of(
                                new Segments.Choice<>(
                                        Measure.PIXELS,
                                        "eye-pixels",
                                        words.say("eye.pixels"),
                                        words.say("eye.pixels.meaning")),
                                new Segments.Choice<>(
                                        Measure.FEATURES,
                                        "eye-features",
                                        words.say("eye.features"),
                                        words.say("eye.features.meaning"))));
        // Without a classifier there is nothing to choose.
        choice.visibleProperty().bind(Live.on(this, nearest.featuresKnownProperty()));
        choice.managedProperty().bind(choice.visibleProperty());
        var again = new Button(words.say("eye.again"), new FontIcon(Feather.REFRESH_CW));
        again.setId("eye-again");
        again.getStyleClass().addAll("flat", "small");
        again.setMinWidth(USE_PREF_SIZE);
        Hints.on(again, words.say("eye.again.meaning"));
        again.setOnAction(_ -> nearest.searchNow());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(choice, status, space, again);
        head.getStyleClass().add("nearest-head");
        return head;
    }

    private void show(Optional<Found> found) {
        content.setVisible(found.isPresent());
        hint.setVisible(found.isEmpty());
        found.ifPresent(this::show);
    }

    private void show(Found found) {
        status.setText(
                words.say("eye.nearest.status", "step", found.step(), "known", found.known()));
        verdict.setText(verdict(found));
        Terms.on(verdict, "memorisation", words);
        dots.show(found);
        pairs.show(found);
    }

    private String verdict(Found found) {
        int copies = 0;
        for (boolean copy : found.distances().copies()) {
            copies += copy ? 1 : 0;
        }
        if (copies > 0) {
            return words.say("eye.copies", "n", copies, "of", found.images().count());
        }
        String generated = words.figure(found.distances().median(), DECIMALS);
        String real = words.figure(found.baseline().median(), DECIMALS);
        boolean near = found.distances().median() < CONSPICUOUS * found.baseline().median();
        return words.say(near ? "eye.near" : "eye.not-near", "generated", generated, "real", real);
    }
}
