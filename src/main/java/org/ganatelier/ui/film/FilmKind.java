package org.ganatelier.ui.film;

import java.nio.file.Path;
import java.util.Locale;

/** What a film can be saved as. */
enum FilmKind {
    /** It plays. */
    GIF,
    /** All of it at a glance. */
    PNG;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message that names it. */
    String message() {
        return switch (this) {
            case GIF -> "film.save.gif";
            case PNG -> "film.save.png";
        };
    }

    String extension() {
        return "." + id();
    }

    /** The chosen file, with the extension where its name lacks it. */
    Path named(Path chosen) {
        String name = String.valueOf(chosen.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(extension())
                ? chosen
                : chosen.resolveSibling(name + extension());
    }
}
