package org.ganatelier.ui.charts;

import java.nio.file.Path;
import java.util.Locale;

/** What the curves can be saved as. */
enum ExportKind {
    PNG,
    SVG,
    CSV;

    String id() {
        return name().toLowerCase(Locale.ROOT);
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
