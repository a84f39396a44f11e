package org.ganatelier.exchange.folder;

import org.ganatelier.data.Grid;
import org.ganatelier.data.Samples;
import org.ganatelier.exchange.image.Png;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Trainer;
import org.ganatelier.train.Weights;

import java.io.IOException;
import java.nio.file.Path;

/** The folder that a training leaves behind. */
public record RunFolder(Path folder) {
    /** Pixels between two images of a grid. */
    private static final int GAP = 2;

    /** Images of 28x28 pixels are too small to look at. */
    private static final int ENLARGEMENT = 2;

    /** Images in the picture: eight rows of eight, or eight of each class, as in the window. */
    private static final int GRID = 64;

    private static final int GRID_ROW = 8;

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

    /** The folder of the checkpoints on its way. */
    public Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    /** Writes the picture of what a generator makes now. */
    public void paint(Trainer trainer, Plan plan, Checkpoint learnt) throws IOException {
        Experiment experiment = plan.experiment();
        int count = ClassRows.filled(experiment, GRID_ROW, GRID);
        var input = GeneratorInput.sampled(experiment, count, experiment.seed());
        Samples made = trainer.sample(plan, learnt, input, Weights.AVERAGED);
        writeGrid(ClassRows.of(made, experiment.named(input.labels())), grid());
    }

    /** Writes images side by side. */
    public static void writeGrid(ClassRows images, Path file) throws IOException {
        Png.write(Grid.enlarged(images.picture(GAP), ENLARGEMENT), file);
    }
}
