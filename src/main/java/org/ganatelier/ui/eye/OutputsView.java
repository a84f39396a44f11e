package org.ganatelier.ui.eye;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.session.OutputSlot;
import org.ganatelier.session.OutputsOverTime;
import org.ganatelier.session.Session;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.OutputScale;
import org.ganatelier.ui.widget.Terms;
import org.ganatelier.ui.widget.Zoom;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** D(x) on real and on generated images over time, one strip above the other. FX thread only. */
final class OutputsView extends StackPane {
    private static final int DECIMALS = 2;

    /** In a lower place there is room for the strips only. */
    private static final double ROOMY = 270;

    private static final String READING = "eye.reading";

    private final Words words;
    private final OutputStrip real;
    private final OutputStrip generated;
    private final Label realMean = new Label();
    private final Label generatedMean = new Label();
    private final Label reading = new Label();
    private final VBox strips;
    private final Label hint = new Label();

    OutputsView(Session session, Words words) {
        this.words = words;
        real = new OutputStrip(OutputSlot::real, words);
        generated = new OutputStrip(OutputSlot::generated, words);
        real.getStyleClass().add("of-real");
        generated.getStyleClass().add("of-generated");
        reading.getStyleClass().add("eye-note");
        reading.setWrapText(true);
        reading.setMinHeight(USE_PREF_SIZE);
        strips =
                new VBox(
                        head("eye.on-real", realMean, "of-real"),
                        real,
                        head("eye.on-generated", generatedMean, "of-generated"),
                        generated,
                        reading);
        strips.getStyleClass().add("output-strips");
        VBox.setVgrow(real, Priority.ALWAYS);
        VBox.setVgrow(generated, Priority.ALWAYS);
        hint.getStyleClass().addAll("text-muted", "eye-hint");
        hint.setWrapText(true);
        getChildren().addAll(strips, hint);
        follow(session);
    }

    @Override
    protected void layoutChildren() {
        boolean roomy = getHeight() > Zoom.of(this) * ROOMY;
        reading.setVisible(roomy);
        reading.setManaged(roomy);
        super.layoutChildren();
    }

    private void follow(Session session) {
        OutputsOverTime outputs = session.outputs();
        Live.whileSeen(this, outputs.slotsProperty()).subscribe(this::show);
        ObservableValue<Boolean> asked =
                Live.on(this, session.training().runProperty()).map(Optional::isPresent);
        hint.textProperty()
                .bind(asked.map(can -> words.say(can ? "eye.outputs.waiting" : "eye.no-run")));
        Live.holdWhileSeen(this, session.training().runProperty(), _ -> outputs.watch());
    }

    private HBox head(String key, Label mean, String side) {
        var title = new Label(words.say(key));
        title.getStyleClass().addAll("eye-title", side);
        Hints.on(title, words.say(key + ".meaning"));
        Terms.on(title, "d-of-x", words);
        mean.getStyleClass().add("eye-note");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(title, space, mean);
        head.getStyleClass().add("output-head");
        return head;
    }

    private void show(List<OutputSlot> slots) {
        strips.setVisible(!slots.isEmpty());
        hint.setVisible(slots.isEmpty());
        if (slots.isEmpty()) {
            return;
        }
        OutputSlot newest = slots.getLast();
        OutputScale scale =
                OutputScale.of(
                        newest.meaning(),
                        slots.stream()
                                .flatMap(slot -> Stream.of(slot.real(), slot.generated()))
                                .toList());
        OptionalDouble guess = guess(newest.meaning());
        real.show(slots, scale, guess);
        generated.show(slots, scale, guess);
        realMean.setText(mean(newest.real()));
        generatedMean.setText(mean(newest.generated()));
        real.setAccessibleText(words.say("eye.on-real") + ", " + realMean.getText());
        generated.setAccessibleText(words.say("eye.on-generated") + ", " + generatedMean.getText());
        reading.setText(
                words.say(READING + '.' + newest.meaning().name().toLowerCase(Locale.ROOT)));
    }

    private String mean(float[] values) {
        return words.say("eye.mean", "mean", words.figure(Density.mean(values), DECIMALS));
    }

    /** Where D does not know. */
    private static OptionalDouble guess(ScoreMeaning meaning) {
        return switch (meaning) {
            case CHANCE, MARK -> OptionalDouble.of(0.5);
            case MARGIN -> OptionalDouble.of(0);
            case GAP -> OptionalDouble.empty();
        };
    }
}
