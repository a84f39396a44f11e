package org.ganatelier.ui.shell;

import javafx.animation.PauseTransition;
import javafx.scene.Parent;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import org.ganatelier.session.Pictures;
import org.ganatelier.text.NoticeText;
import org.ganatelier.text.Words;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** A picture of the window's inside, taken by the program itself. */
public final class Screenshot {
    private final Parent root;
    private final Pictures pictures;
    private final Path file;
    private final Words words;

    /**
     * @param words of the terminal, which hears of failures
     */
    public Screenshot(Parent root, Pictures pictures, Path file, Words words) {
        this.words = words;
        this.root = root;
        this.pictures = pictures;
        this.file = file;
    }

    /**
     * Takes the picture later.
     *
     * @param done told an empty string when the picture is saved, or why it could not be
     */
    public void takeAfter(Duration time, Consumer<String> done) {
        var wait = new PauseTransition(javafx.util.Duration.millis((double) time.toMillis()));
        wait.setOnFinished(_ -> take(done));
        wait.play();
    }

    private void take(Consumer<String> done) {
        WritableImage picture = root.snapshot(null, null);
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        var argb = new int[width * height];
        picture.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        pictures.savePicture(
                argb,
                width,
                height,
                file,
                () -> done.accept(""),
                why -> done.accept(NoticeText.say(words, why)));
    }
}
