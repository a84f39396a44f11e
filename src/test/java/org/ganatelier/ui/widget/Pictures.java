package org.ganatelier.ui.widget;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;

import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import javax.imageio.ImageIO;

/** Shows a panel as the window does, and takes pictures of it. FX thread only. */
public final class Pictures {
    /** Both themes. */
    public static final List<Theme> THEMES = List.of(new PrimerLight(), new PrimerDark());

    private static final Path FOLDER = Path.of("target", "pictures");

    private Pictures() {}

    /** Shows a panel alone in a window. */
    public static void show(Stage stage, Parent panel, String sheet, double width, double height) {
        Application.setUserAgentStylesheet(THEMES.getFirst().getUserAgentStylesheet());
        var scene = new Scene(panel, width, height);
        scene.getStylesheets().add(sheet(sheet));
        stage.setScene(scene);
        stage.sizeToScene();
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    /** The address of a panel's style sheet. */
    public static String sheet(String name) {
        return Objects.requireNonNull(Pictures.class.getResource("/css/" + name)).toExternalForm();
    }

    /** What a scene looks like in a theme; also as a file, to be looked at. */
    public static WritableImage take(Scene scene, Theme theme, String name) {
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
        // Twice: colours reach a canvas in the first layout and are drawn in the second.
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        scene.snapshot(null);
        WritableImage picture = scene.snapshot(null);
        try {
            Files.createDirectories(FOLDER);
            String file = name + (theme.isDarkMode() ? "-dark" : "-light") + ".png";
            ImageIO.write(
                    SwingFXUtils.fromFXImage(picture, null), "png", FOLDER.resolve(file).toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return picture;
    }
}
