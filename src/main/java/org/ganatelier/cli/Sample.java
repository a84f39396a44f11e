package org.ganatelier.cli;

import org.ganatelier.data.Idx;
import org.ganatelier.data.Images;
import org.ganatelier.export.Npy;
import org.ganatelier.plan.Plan;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Trainer;
import org.ganatelier.train.Weights;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Draws images from a trained generator. */
@Command(name = "sample", description = "Writes images that a trained generator makes.")
final class Sample implements Callable<Integer> {
    /** Bytes of images at most: a quarter of the heap, as they exist twice while they are made. */
    private static final long MOST_BYTES = 192L << 20;

    /** A picture of more than a hundred rows shows nothing. */
    private static final int MOST_IN_A_PICTURE = 10_000;

    private final Trainer trainer;
    private final Output output;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "FILE",
            description = "The run.atelier of a training.")
    private Path model = Path.of("");

    @Option(names = "--n", required = true, paramLabel = "N", description = "How many images.")
    private int count;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of the noise: the same seed gives the same images (0 unless given).")
    private long seed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description =
                    "Ends in .npy (bytes of shape n, height, width), .idx.gz (the format of MNIST)"
                            + " or .png (a picture of all).")
    private Path out = Path.of("");

    @Option(
            names = "--raw",
            description =
                    "With the weights as they are, where the training kept a moving average of"
                            + " them.")
    private boolean raw;

    Sample(Trainer trainer, Output output) {
        this.trainer = trainer;
        this.output = output;
    }

    /** Writes images to a file. */
    @FunctionalInterface
    private interface Writer {
        void write(Images images, Path file) throws IOException;
    }

    @Override
    public Integer call() throws ProjectException, IOException {
        Writer writer = writer();
        if (count < 1) {
            throw new UsageFailure("--n must be at least 1");
        }
        Checkpoint checkpoint = ProjectFile.load(model);
        Plan plan = Experiments.ready(checkpoint.experiment());
        long most = MOST_BYTES / plan.experiment().data().shape().size();
        if (count > most) {
            throw new CommandFailure(
                    "At most %,d images of this size can be made at once.".formatted(most));
        }
        Weights weights = raw ? Weights.RAW : Weights.AVERAGED;
        writer.write(trainer.sample(plan, checkpoint, count, seed, weights), out);
        output.line("Wrote %,d images to %s".formatted(count, out));
        return Cli.DONE;
    }

    private Writer writer() {
        String name = out.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".npy")) {
            return Npy::write;
        }
        if (name.endsWith(".idx.gz")) {
            return Idx::writeImages;
        }
        if (name.endsWith(".png")) {
            if (count > MOST_IN_A_PICTURE) {
                throw new UsageFailure(
                        "A picture shows at most %,d images: choose .npy or .idx.gz for more"
                                .formatted(MOST_IN_A_PICTURE));
            }
            return RunFolder::writeGrid;
        }
        throw new UsageFailure("--out must end in .npy, .idx.gz or .png");
    }
}
