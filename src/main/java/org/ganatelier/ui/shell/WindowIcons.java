package org.ganatelier.ui.shell;

import javafx.scene.image.Image;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The program's picture in title bars and task switchers. */
final class WindowIcons {
    private static final int[] PIXELS = {16, 24, 32, 48, 64, 128, 256};

    private WindowIcons() {}

    /** One picture in all its sizes: the desktop takes those that it needs. */
    static List<Image> load() {
        return IntStream.of(PIXELS).mapToObj(WindowIcons::load).toList();
    }

    private static Image load(int pixels) {
        String file = "/icons/gan-atelier-%d.png".formatted(pixels);
        var resource = WindowIcons.class.getResource(file);
        return new Image(Objects.requireNonNull(resource, file).toString());
    }
}
