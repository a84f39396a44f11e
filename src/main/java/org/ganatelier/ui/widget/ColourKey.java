package org.ganatelier.ui.widget;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;

import java.util.function.DoubleToIntFunction;
import java.util.stream.IntStream;

/** What a range of colours means: a bar with words at both ends. FX thread only. */
public final class ColourKey extends Row {
    private static final int STOPS = 8;
    private static final int RGB = 0xFFFFFF;

    private final Label low = new Label();
    private final Label high = new Label();

    /**
     * @param colours opaque, of places from 0 to 1
     */
    public ColourKey(DoubleToIntFunction colours) {
        getStyleClass().add("colour-key");
        low.getStyleClass().add("colour-key-end");
        high.getStyleClass().add("colour-key-end");
        low.setMinWidth(USE_PREF_SIZE);
        high.setMinWidth(USE_PREF_SIZE);
        var bar = new Region();
        bar.getStyleClass().add("colour-key-bar");
        Stop[] stops =
                IntStream.rangeClosed(0, STOPS)
                        .mapToObj(
                                i ->
                                        new Stop(
                                                (double) i / STOPS,
                                                colour(colours, (double) i / STOPS)))
                        .toArray(Stop[]::new);
        var gradient = new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops);
        bar.setBackground(new Background(new BackgroundFill(gradient, null, null)));
        getChildren().addAll(low, bar, high);
        setOrientation(Orientation.HORIZONTAL);
        setMinWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
    }

    /** Says what the ends mean. */
    public void say(String lowEnd, String highEnd) {
        low.setText(lowEnd);
        high.setText(highEnd);
        setAccessibleText(lowEnd + " – " + highEnd);
    }

    private static Color colour(DoubleToIntFunction colours, double place) {
        int argb = colours.applyAsInt(place) & RGB;
        return Color.rgb(argb >> 16, argb >> 8 & 0xFF, argb & 0xFF);
    }
}
