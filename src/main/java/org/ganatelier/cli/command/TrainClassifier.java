package org.ganatelier.cli.command;

import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.Interrupt;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.UsageFailure;
import org.ganatelier.cli.support.Writable;
import org.ganatelier.data.BundledSet;
import org.ganatelier.data.Catalog;
import org.ganatelier.data.Split;
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

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** Trains a classifier that scores images. */
@Command(
        name = "train-classifier",
        aliases = "train-judge",
        description = {
            "Trains a classifier of a bundled set, by which \"score\" measures images, and writes"
                    + " it to a file.",
            "The last 500 images of each digit, or the last 200 of each kind of clothes, are not"
                    + " learnt from but held out to examine it with.",
            "Ctrl-C ends the training early and saves what there is."
        })
public final class TrainClassifier implements Callable<Integer> {

    private final ClassifierTrainer classifiers;
    private final Output output;
    private final Interrupt interrupt;

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
            description = "The file to write, such as mine.classifier.")
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

        ClassifierTask.Length length(BundledSet data) {
            if (seconds != null) {
                require(seconds > 0 && seconds <= 1e6, "--seconds must be above 0");
                return new ClassifierTask.Length.Time(Duration.ofNanos((long) (seconds * 1e9)));
            }
            int count = epochs == null ? data.classifier().epochs() : epochs;
            require(count >= 1, "--epochs must be at least 1");
            return new ClassifierTask.Length.Epochs(count);
        }

        private static void require(boolean holds, String sentence) {
            if (!holds) {
                throw new UsageFailure(sentence);
            }
        }
    }

    public TrainClassifier(ClassifierTrainer classifiers, Output output, Interrupt interrupt) {
        this.classifiers = classifiers;
        this.output = output;
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws ProjectException, IOException {
        BundledSet set = set(data);
        Writable.require(out);
        var task =
                new ClassifierTask(
                        set,
                        ClassifierTask.standardNetwork(set.spec().classes()),
                        seed,
                        length.length(set));
        Split images = Split.of(set);
        output.line(
                "Training a classifier of %s on %,d images, seed %d; %,d others are held out"
                        .formatted(
                                set.title(),
                                images.training().size(),
                                seed,
                                images.heldOut().size()));
        var enough = new AtomicBoolean();
        interrupt.whenAsked(() -> enough.set(true));
        ClassifierModel model = classifiers.train(task, images, enough::get, this::show);
        ClassifierFile.save(out, model);
        output.line(
                "%s%.2f %% of the held-out images named rightly; wrote %s"
                        .formatted(enough.get() ? "Stopped; " : "", 100 * model.accuracy(), out));
        return ExitCode.DONE;
    }

    /** The set of that name. */
    static BundledSet set(String name) {
        return Catalog.find(name)
                .orElseThrow(
                        () ->
                                new UsageFailure(
                                        "The data must be %s, not %s"
                                                .formatted(names(" or "), name)));
    }

    /** What the sets are called, the shortest name of each. */
    static String names(String separator) {
        return Catalog.all().stream()
                .map(BundledSet::shortestName)
                .collect(Collectors.joining(separator));
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
