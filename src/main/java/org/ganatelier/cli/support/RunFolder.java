package org.ganatelier.cli.support;

import org.ganatelier.data.Grid;
import org.ganatelier.exchange.image.Png;

import java.io.IOException;
import java.nio.file.Path;

/** The folder that a training leaves behind. */
public record RunFolder(Path folder) {
    /** Pixels between two images of a grid. */
    private static final int GAP = 2;

    /** Images of 28x28 pixels are too small to look at. */
    private static final int ENLARGEMENT = 2;

    /** The experiment with all that was learnt. */
    public Path model() {
        return folder.resolve("run.atelier");
    }

    /** The figures of every step. */
    public Path metrics() {
        return folder.resolve("metrics.csv");
    }

    /** What the generator makes. */
    public Path grid() {
        return folder.resolve("grid.png");
    }

    public void save(ClassRows images) throws IOException {
        writeGrid(images, grid());
    }

    /** Writes images side by side. */
    public static void writeGrid(ClassRows images, Path file) throws IOException {
        Png.write(Grid.enlarged(images.picture(GAP), ENLARGEMENT), file);
    }
}
