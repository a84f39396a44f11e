package org.ganatelier.ui.shell;

import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Live;

/** How fast a run may go. FX thread only. */
final class SpeedSlider extends HBox {
    private static final double STEP = 0.05;

    /**
     * @param speed in steps a second, above 0; infinity for no limit
     */
    SpeedSlider(DoubleProperty speed, Words words) {
        getStyleClass().add("toolbar-group");
        setAlignment(Pos.CENTER_LEFT);
        var slider = new Slider(0, 1, SpeedScale.positionOf(speed.get()));
        slider.getStyleClass().add("speed-slider");
        slider.setBlockIncrement(STEP);
        slider.valueProperty()
                .subscribe(position -> speed.set(SpeedScale.speedAt(position.doubleValue())));
        Live.on(slider, speed).subscribe(now -> follow(slider, now.doubleValue()));
        var text =
                Live.on(slider, speed)
                        .map(
                                now ->
                                        words.say(
                                                "shell.toolbar.speed",
                                                "speed",
                                                SpeedScale.describe(now.doubleValue(), words)));
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        slider.setTooltip(tooltip);
        slider.accessibleTextProperty().bind(text);
        getChildren()
                .addAll(
                        end(words.say("shell.toolbar.slow")),
                        slider,
                        end(words.say("shell.toolbar.fast")));
    }

    /** There may be another slider for the same speed; near its end there are many positions. */
    private static void follow(Slider slider, double speed) {
        if (SpeedScale.speedAt(slider.getValue()) != speed) {
            slider.setValue(SpeedScale.positionOf(speed));
        }
    }

    private static Label end(String text) {
        var label = new Label(text);
        label.getStyleClass().add("text-muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
