package org.ganatelier.cli.command;

import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.UsageFailure;
import org.ganatelier.data.Split;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.project.ClassifierFile;
import org.ganatelier.project.ProjectException;
import org.ganatelier.train.ClassifierModel;
import org.ganatelier.train.ClassifierProgress;
import org.ganatelier.train.ClassifierTask;
import org.ganatelier.train.ClassifierTrainer;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Trains a classifier that scores images. */
@Command(
        name = "train-judge",
        description = {
            "Trains a classifier of a bundled set, by which \"score\" measures images, and writes"
                    + " it to a file.",
            "The last 500 images of each digit, or the last 200 of each kind of clothes, are not"
                    + " learnt from but held out to examine it with."
        })
public final class TrainClassifier implements Callable<Integer> {

    private final ClassifierTrainer judges;
    private final Output output;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "mnist|fashion",
            description = "The set to learn.")
    private String data = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file to write, such as mine.judge.")
    private Path out = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "With the same seed and number of epochs the same bits (1 unless given).")
    private long seed = 1;

    @ArgGroup private LengthOptions length = new LengthOptions();

    /** How long to train, as options of which one at most may be given. */
    static final class LengthOptions {
        @Option(
                names = "--epochs",
                paramLabel = "N",
                description =
                        "Passes over the images (12 of mnist, 40 of fashion unless told"
                                + " otherwise).")
        private @Nullable Integer epochs;

        @Option(
                names = "--seconds",
                paramLabel = "S",
                description = "Train for so many seconds instead.")
        private @Nullable Double seconds;

        ClassifierTask.Length length(DataSpec.Collection data) {
            if (seconds != null) {
                require(seconds > 0 && seconds <= 1e6, "--seconds must be above 0");
                return new ClassifierTask.Length.Time(Duration.ofNanos((long) (seconds * 1e9)));
            }
            int count = epochs == null ? usualEpochs(data) : epochs;
            require(count >= 1, "--epochs must be at least 1");
            return new ClassifierTask.Length.Epochs(count);
        }

        /** About two minutes of either; of the smaller set more passes are needed. */
        private static int usualEpochs(DataSpec.Collection data) {
            return switch (data) {
                case MNIST -> 12;
                case FASHION_MNIST -> 40;
            };
        }

        private static void require(boolean holds, String sentence) {
            if (!holds) {
                throw new UsageFailure(sentence);
            }
        }
    }

    public TrainClassifier(ClassifierTrainer judges, Output output) {
        this.judges = judges;
        this.output = output;
    }

    @Override
    public Integer call() throws ProjectException {
        DataSpec.Collection collection = collection(data);
        var task =
                new ClassifierTask(
                        collection,
                        ClassifierTask.standardNetwork(),
                        seed,
                        length.length(collection));
        Split images = Split.of(collection);
        output.line(
                "Training a judge of %s on %,d images, seed %d; %,d others are held out"
                        .formatted(
                                collection.title(),
                                images.training().size(),
                                seed,
                                images.heldOut().size()));
        ClassifierModel model = judges.train(task, images, this::show);
        ClassifierFile.save(out, model);
        output.line(
                "%.2f %% of the held-out images named rightly; wrote %s"
                        .formatted(100 * model.accuracy(), out));
        return ExitCode.DONE;
    }

    /** The set of that short name. */
    static DataSpec.Collection collection(String name) {
        return switch (name) {
            case "mnist" -> DataSpec.Collection.MNIST;
            case "fashion", "fashion-mnist" -> DataSpec.Collection.FASHION_MNIST;
            default -> throw new UsageFailure("The data must be mnist or fashion, not " + name);
        };
    }

    private void show(ClassifierProgress progress) {
        output.line(
                "epoch %d · %.0f s · loss %.4f · held out %.2f %%"
                        .formatted(
                                progress.epoch(),
                                progress.seconds(),
                                progress.loss(),
                                100 * progress.accuracy()));
    }
}
