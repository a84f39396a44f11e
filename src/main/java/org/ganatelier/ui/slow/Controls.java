package org.ganatelier.ui.slow;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Numbers;
import org.ganatelier.ui.widget.Segments;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.stream.DoubleStream;

/** Plays a step, goes back and forth in it, and takes the next one. FX thread only. */
final class Controls extends FlowPane {
    private final Playback playback;
    private final Words words;
    private final Button play;

    /**
     * @param next takes the next step apart
     */
    Controls(Playback playback, ButtonBase next, Words words) {
        this.playback = playback;
        this.words = words;
        getStyleClass().add("slow-controls");
        play = icon("slow.play", Feather.PLAY, this::playOrPause);
        playback.playingProperty().subscribe(this::follow);
        var ways =
                new HBox(
                        icon("slow.back", Feather.CHEVRON_LEFT, playback::back),
                        play,
                        icon("slow.forward", Feather.CHEVRON_RIGHT, playback::next),
                        icon("slow.repeat", Feather.REPEAT, playback::repeat));
        ways.getStyleClass().add("slow-ways");
        var room = new Label(words.say("slow.room"));
        room.getStyleClass().add("slow-note");
        getChildren().addAll(ways, speeds(), next, room);
    }

    /** Takes the keyboard to the button that plays. */
    void focusPlay() {
        play.requestFocus();
    }

    private Button icon(String key, Feather feather, Runnable work) {
        var button = new Button("", new FontIcon(feather));
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add("button-icon");
        Hints.on(button, words.say(key));
        button.setAccessibleText(words.say(key));
        button.setOnAction(_ -> work.run());
        return button;
    }

    private void playOrPause() {
        if (playback.playingProperty().get()) {
            playback.pause();
        } else {
            playback.play();
        }
    }

    private void follow(boolean playing) {
        play.setGraphic(new FontIcon(playing ? Feather.PAUSE : Feather.PLAY));
        String meaning = words.say(playing ? "slow.pause" : "slow.play");
        play.getTooltip().setText(meaning);
        play.setAccessibleText(meaning);
    }

    private Segments<Double> speeds() {
        return new Segments<>(
                playback.speedProperty().asObject(),
                DoubleStream.of(0.5, 1, 2)
                        .mapToObj(
                                speed ->
                                        new Segments.Choice<>(
                                                speed,
                                                "slow-speed-" + speed,
                                                words.say(
                                                        "slow.speed",
                                                        "times",
                                                        Numbers.text(words, speed)),
                                                words.say("slow.speed.hint")))
                        .toList());
    }
}
