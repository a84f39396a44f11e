package org.ganatelier.session;

import org.ganatelier.data.Grid;
import org.ganatelier.data.Images;
import org.ganatelier.data.Samples;
import org.ganatelier.exchange.image.Png;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Pictures that are saved as files. FX thread only. */
public final class Pictures {
    private static final int GRID_COLUMNS = 8;
    private static final int GRID_GAP = 2;

    /** A digit of 28 pixels is then 112 pixels wide. */
    private static final int PICTURE_FACTOR = 4;

    private final Training training;
    private final FileWork work;

    Pictures(Training training, FileWork work) {
        this.training = training;
        this.work = work;
    }

    /** Saves the generated images that are shown as one picture. */
    public void saveGrid(Path file) {
        work.requireFxThread();
        training.imagesProperty()
                .getValue()
                .ifPresent(
                        shown ->
                                work.visibly(
                                        new Activity.Saving(FileWork.nameOf(file)),
                                        () -> writeGrid(shown, file),
                                        _ -> work.tell(new Happening.ImagesSaved(file))));
    }

    /**
     * Saves a picture.
     *
     * @param argb width * height colours, row by row
     * @param done called when it is saved
     * @param failed told why when it cannot be
     */
    public void savePicture(
            int[] argb,
            int width,
            int height,
            Path file,
            Runnable done,
            Consumer<Happening> failed) {
        work.requireFxThread();
        work.quietly(
                () -> {
                    Png.write(argb, width, height, file);
                    return file;
                },
                _ -> done.run(),
                failed);
    }

    /** Saves frames as a film that plays. */
    public void saveFilm(List<Frame> frames, Path file) {
        saveFrames(frames, file, FilmPictures::gif);
    }

    /** Saves frames side by side, as one picture. */
    public void saveSheet(List<Frame> frames, Path file) {
        saveFrames(frames, file, FilmPictures::sheet);
    }

    private void saveFrames(List<Frame> frames, Path file, FramesWriter writer) {
        work.requireFxThread();
        List<Samples> samples = frames.stream().map(Frame::samples).toList();
        work.visibly(
                new Activity.Saving(FileWork.nameOf(file)),
                () -> writer.write(samples, file),
                _ -> work.tell(new Happening.FilmSaved(file)));
    }

    /** Writes frames to a file. */
    @FunctionalInterface
    private interface FramesWriter {
        Path write(List<Samples> frames, Path file) throws IOException;
    }

    /** Saves curves, in whatever form. */
    public void saveCurves(Path file, Content content) {
        work.requireFxThread();
        work.visibly(
                new Activity.Saving(FileWork.nameOf(file)),
                () -> {
                    content.writeTo(file);
                    return file;
                },
                _ -> work.tell(new Happening.CurvesSaved(file)));
    }

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {
        /** Writes the file, whole or not at all; called on another thread. */
        void writeTo(Path file) throws IOException;
    }

    private static Path writeGrid(Images images, Path file) throws IOException {
        Images grid = Grid.of(images, GRID_COLUMNS, GRID_GAP);
        Png.write(Grid.enlarged(grid, PICTURE_FACTOR), file);
        return file;
    }
}
