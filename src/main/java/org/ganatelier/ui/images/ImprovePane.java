package org.ganatelier.ui.images;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.ganatelier.data.Images;
import org.ganatelier.session.Improvement;
import org.ganatelier.session.Seen;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Reasons;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One image that is improved step by step as D would have it: before, change, after. */
final class ImprovePane extends VBox {
    /** In percent of the range from black to white. */
    private static final double LEAST = 1;

    private static final double MOST = 20;
    private static final double USUAL = 4;
    private static final int DECIMALS = 3;

    private static final String WAITING = "eye.improve.waiting";
    private static final String NONE = "eye.improve.none";

    /** Values of D(x) that have room in a line. */
    private static final int SHOWN = 6;

    private final Words words;
    private final Improvement improvement;
    private final ImproveFigure before;
    private final ImproveFigure change;
    private final ImproveFigure after;
    private final Label outputs = new Label();
    private final Slider size = new Slider(LEAST, MOST, USUAL);
    private final Button step = new Button();
    private final Button undo = new Button();
    private final Button done = new Button();

    /**
     * @param title names the image
     * @param close puts this away
     */
    ImprovePane(Improvement improvement, String title, Runnable close, Words words) {
        this.words = words;
        this.improvement = improvement;
        before = new ImproveFigure(words.say("eye.improve.before"));
        change = new ImproveFigure(words.say("eye.improve.change"));
        after = new ImproveFigure(words.say("eye.improve.after", "n", 0));
        getStyleClass().add("improve-pane");
        var head = new Label(title);
        head.getStyleClass().add("improve-title");
        var text = new Label(words.say("eye.improve.meaning"));
        text.getStyleClass().add("improve-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        var figures = new HBox(before, change, after);
        figures.getStyleClass().add("improve-figures");
        outputs.getStyleClass().add("improve-outputs");
        outputs.setWrapText(true);
        getChildren().addAll(head, text, figures, outputs, length(), buttons(close));
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> closeOnEscape(event, close));
        improvement.stagesProperty().subscribe(this::show);
        if (!improvement.busyProperty().get() && improvement.stagesProperty().get().isEmpty()) {
            Optional<String> reason = Optional.of(words.say(NONE));
            Reasons.disable(step, reason);
            Reasons.disable(undo, reason);
        }
    }

    /** The step that is taken with Space or Enter, where there is one to take. */
    void begin() {
        (step.isDisabled() ? done : step).requestFocus();
    }

    private static void closeOnEscape(KeyEvent event, Runnable close) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
            event.consume();
        }
    }

    private HBox length() {
        var label = new Label();
        label.textProperty()
                .bind(
                        size.valueProperty()
                                .map(
                                        value ->
                                                words.say(
                                                        "eye.improve.size",
                                                        "percent",
                                                        Math.round(value.doubleValue()))));
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(size);
        size.setId("improve-size");
        size.setBlockIncrement(LEAST);
        Hints.on(size, words.say("eye.improve.size.meaning"));
        size.setAccessibleText(words.say("eye.improve.size.meaning"));
        var box = new HBox(label, size);
        box.getStyleClass().add("improve-row");
        return box;
    }

    private HBox buttons(Runnable close) {
        step.setId("improve-step");
        step.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL);
        step.setText(words.say("eye.improve.step"));
        step.setGraphic(new FontIcon(Feather.TRENDING_UP));
        step.setOnAction(_ -> improvement.step(size.getValue() / 100));
        undo.setId("improve-undo");
        undo.getStyleClass().add(Styles.SMALL);
        undo.setText(words.say("eye.improve.undo"));
        undo.setGraphic(new FontIcon(Feather.CORNER_UP_LEFT));
        undo.setOnAction(_ -> improvement.undo());
        done.setText(words.say("eye.improve.close"));
        done.setId("improve-close");
        done.getStyleClass().add(Styles.SMALL);
        done.setOnAction(_ -> close.run());
        List.of(step, undo, done).forEach(button -> button.setMinWidth(USE_PREF_SIZE));
        var box = new HBox(step, undo, done);
        box.getStyleClass().add("improve-row");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private void show(List<Seen> stages) {
        if (stages.isEmpty()) {
            outputs.setText(words.say(improvement.busyProperty().get() ? WAITING : NONE));
            return;
        }
        Seen first = stages.getFirst();
        Seen last = stages.getLast();
        before.show(Images.require(first.samples()), output(first));
        after.show(Images.require(last.samples()), output(last));
        after.name(words.say("eye.improve.after", "n", stages.size() - 1));
        change.showChange(Images.require(first.samples()), Images.require(last.samples()));
        outputs.setText(
                stages.stream()
                        .skip(Math.max(0, stages.size() - SHOWN))
                        .map(seen -> words.figure(seen.outputs()[0], DECIMALS))
                        .collect(Collectors.joining(" → ")));
    }

    private String output(Seen seen) {
        return words.say("eye.output", "output", words.figure(seen.outputs()[0], DECIMALS));
    }
}
