package org.ganatelier.session;

import org.ganatelier.data.Grid;
import org.ganatelier.data.Images;
import org.ganatelier.data.Samples;
import org.ganatelier.exchange.image.Gif;
import org.ganatelier.exchange.image.Png;
import org.ganatelier.experiment.basics.Shape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A film as a file. */
final class FilmPictures {
    private static final int COLUMNS = 8;
    private static final int GAP = 2;

    /** Of a second, for each frame; the last one can be looked at for longer. */
    private static final int HUNDREDTHS = 12;

    private static final int LAST = 200;

    /** Pixels of a picture: small images are enlarged up to here. */
    private static final int ENOUGH = 560;

    /** Frames of a sheet, a row for each: more would be a wall. */
    private static final int MOST_ROWS = 24;

    private FilmPictures() {}

    /** Writes all frames, one after the other. */
    static Path gif(List<Samples> frames, Path file) throws IOException {
        Gif.write(frames.stream().map(FilmPictures::grid).toList(), HUNDREDTHS, LAST, file);
        return file;
    }

    private static Images grid(Samples frame) {
        Images images = frame.pictures();
        Images grid = images.count() == 1 ? images : Grid.of(images, COLUMNS, GAP);
        return Grid.enlarged(grid, Math.max(1, ENOUGH / grid.shape().width()));
    }

    /**
     * Writes the first images of each frame as a row, of many frames those at equal distances: time
     * goes down.
     */
    static Path sheet(List<Samples> frames, Path file) throws IOException {
        int rows = Math.min(MOST_ROWS, frames.size());
        Images first = frames.getFirst().pictures();
        int each = Math.min(COLUMNS, first.count());
        Shape.Image shape = first.shape();
        int size = (int) (each * shape.size());
        var pixels = new byte[rows * size];
        for (int row = 0; row < rows; row++) {
            int index = rows == 1 ? 0 : row * (frames.size() - 1) / (rows - 1);
            byte[] of = frames.get(index).pictures().pixels();
            System.arraycopy(of, 0, pixels, row * size, size);
        }
        var all = new Images(rows * each, shape, pixels);
        Images sheet = Grid.of(all, each, GAP);
        Png.write(Grid.enlarged(sheet, Math.max(1, ENOUGH / sheet.shape().width())), file);
        return file;
    }
}
