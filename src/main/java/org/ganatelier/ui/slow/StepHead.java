package org.ganatelier.ui.slow;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.text.Words;
import org.ganatelier.train.dissection.StepRecording;

import java.util.List;

/** Says where one is in a step, who works, who learns, and what happens. FX thread only. */
final class StepHead extends VBox {
    private final Words words;
    private final StepDots dots;
    private final Label title = new Label();
    private final Label learns = new Label();
    private final Label number = new Label();
    private final Label caption = new Label();
    private final Schematic schematic = new Schematic();

    StepHead(Playback playback, Words words) {
        this.words = words;
        dots = new StepDots(playback, words);
        getStyleClass().add("slow-head");
        title.getStyleClass().add("slow-title");
        title.setWrapText(true);
        learns.getStyleClass().add("slow-learns");
        learns.setMinWidth(USE_PREF_SIZE);
        learns.managedProperty().bind(learns.visibleProperty());
        number.getStyleClass().add("slow-note");
        number.setMinWidth(USE_PREF_SIZE);
        caption.getStyleClass().add("slow-caption");
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(title, learns, space, number);
        line.getStyleClass().add("slow-line");
        var where = new FlowPane(dots, schematic);
        where.getStyleClass().add("slow-where");
        getChildren().addAll(where, line, caption);
    }

    /** Another step was recorded. */
    void begin(StepRecording recording, List<SubStep> steps, SlowTexts texts) {
        number.setText(words.say("slow.step", "n", words.number(recording.step())));
        dots.begin(steps, texts);
    }

    /** Says what happens now. */
    void show(int index, SubStep step, SlowTexts texts) {
        dots.mark(index);
        schematic.show(step.kind());
        title.setText(
                words.say("slow.numbered", "n", index + 1, "title", texts.title(step.kind())));
        caption.setText(texts.caption(step));
        learns.setVisible(step.kind().learns().isPresent());
        step.kind().learns().ifPresent(this::name);
        setAccessibleText(title.getText() + ". " + caption.getText());
    }

    private void name(Side side) {
        learns.setText(words.say("slow.learns", "side", side.letter()));
        learns.getStyleClass().removeAll("of-generator", "of-discriminator");
        learns.getStyleClass().add(side == Side.GENERATOR ? "of-generator" : "of-discriminator");
    }
}
