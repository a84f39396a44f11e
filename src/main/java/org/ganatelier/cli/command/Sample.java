package org.ganatelier.cli.command;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.Experiments;
import org.ganatelier.cli.support.Labels;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.UsageFailure;
import org.ganatelier.cli.support.Writable;
import org.ganatelier.cli.training.SavedStates;
import org.ganatelier.data.Idx;
import org.ganatelier.data.Images;
import org.ganatelier.data.Points;
import org.ganatelier.data.Samples;
import org.ganatelier.exchange.folder.ClassRows;
import org.ganatelier.exchange.folder.RunFolder;
import org.ganatelier.exchange.image.Npy;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.ProjectException;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Trainer;
import org.ganatelier.train.Weights;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/** Draws images from a trained generator. */
@Command(name = "sample", description = "Writes images that a trained generator makes.")
public final class Sample implements Callable<Integer> {
    /** Bytes of images and noise at most: half of the heap. */
    private static final long MOST_BYTES = 384L << 20;

    /** A picture of more than a hundred rows shows nothing. */
    private static final int MOST_IN_A_PICTURE = 10_000;

    private final Trainer trainer;
    private final Output output;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "FILE|DIR",
            description = "The run.atelier of a training, or its folder.")
    private Path model = Path.of("");

    @Option(
            names = "--at",
            paramLabel = "STEP",
            description = "The checkpoint of this step instead of the newest state: see history.")
    private @Nullable Long at;

    @Option(names = "--n", required = true, paramLabel = "N", description = "How many images.")
    private int count;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of the noise: the same seed gives the same images (0 unless given).")
    private long seed;

    @Option(
            names = "--label",
            paramLabel = "CLASS",
            description =
                    "Which class to draw, where the training told labels: its number from 0, or a"
                            + " name such as Sneaker (all classes in turn unless given).")
    private @Nullable String label;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description =
                    "Ends in .npy (bytes of shape n, height, width; floats of shape n, 2 where G"
                        + " makes points), .idx.gz (the format of MNIST) or .png (a picture of all;"
                        + " a row of each class where they are drawn in turn and equally often).")
    private Path out = Path.of("");

    @Option(
            names = "--raw",
            description =
                    "With the weights as they are, where the training kept a moving average of"
                            + " them.")
    private boolean raw;

    public Sample(Trainer trainer, Output output) {
        this.trainer = trainer;
        this.output = output;
    }

    /** Writes images to a file. */
    @FunctionalInterface
    private interface Writer {
        void write(ClassRows images, Path file) throws IOException;
    }

    @Override
    public Integer call() throws ProjectException, IOException {
        Writer writer = writer();
        if (count < 1) {
            throw new UsageFailure("--n must be at least 1");
        }
        Checkpoint checkpoint =
                new SavedStates(model).at(at == null ? OptionalLong.empty() : OptionalLong.of(at));
        if (label != null) {
            // Before anything is computed.
            var _ = Labels.parse(checkpoint.experiment(), label, model.toString());
        }
        Plan plan = Experiments.ready(checkpoint.experiment());
        long most = MOST_BYTES / bytesOfEach(plan.experiment());
        if (count > most) {
            throw new CommandFailure(
                    "At most %,d images of this size can be made at once.".formatted(most));
        }
        Writable.require(out);
        writer.write(images(plan, checkpoint), out);
        output.line("Wrote %,d %s to %s".formatted(count, noun(plan), out));
        return ExitCode.DONE;
    }

    /** An image exists twice while it is made, its noise once. */
    private static long bytesOfEach(Experiment experiment) {
        long ofAValue =
                switch (experiment.data().shape()) {
                    case Shape.Image _ -> Byte.BYTES;
                    case Shape.Flat _ -> Float.BYTES;
                };
        return 2 * ofAValue * experiment.data().shape().size()
                + (long) Float.BYTES * experiment.latentSize()
                + 2;
    }

    private ClassRows images(Plan plan, Checkpoint checkpoint) {
        Experiment experiment = plan.experiment();
        Weights weights = raw ? Weights.RAW : Weights.AVERAGED;
        var input = GeneratorInput.sampled(experiment, count, seed);
        if (label == null) {
            Samples made = trainer.sample(plan, checkpoint, input, weights);
            return picture()
                    ? ClassRows.of(made, experiment.named(input.labels()))
                    : ClassRows.inASquare(made);
        }
        int asked = Labels.parse(experiment, label, model.toString());
        var ofClass = GeneratorInput.of(experiment, input.noise(), asked);
        return ClassRows.inASquare(trainer.sample(plan, checkpoint, ofClass, weights));
    }

    private static String noun(Plan plan) {
        return switch (plan.experiment().data().shape()) {
            case Shape.Image _ -> "images";
            case Shape.Flat _ -> "points";
        };
    }

    private boolean picture() {
        return out.toString().toLowerCase(Locale.ROOT).endsWith(".png");
    }

    private Writer writer() {
        String name = out.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".npy")) {
            return (rows, file) -> Npy.write(rows.samples(), file);
        }
        if (name.endsWith(".idx.gz")) {
            return Sample::writeIdx;
        }
        if (picture()) {
            if (count > MOST_IN_A_PICTURE) {
                throw new UsageFailure(
                        "A picture shows at most %,d images: choose .npy or .idx.gz for more"
                                .formatted(MOST_IN_A_PICTURE));
            }
            return RunFolder::writeGrid;
        }
        throw new UsageFailure("--out must end in .npy, .idx.gz or .png");
    }

    private static void writeIdx(ClassRows rows, Path file) throws IOException {
        switch (rows.samples()) {
            case Images images when images.shape().channels() == 1 -> Idx.writeImages(images, file);
            case Images _ ->
                    throw new CommandFailure("An IDX file holds grey images only: choose .npy");
            case Points _ ->
                    throw new CommandFailure("An IDX file holds images, not points: choose .npy");
        }
    }
}
