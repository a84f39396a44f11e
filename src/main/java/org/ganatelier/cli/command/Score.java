package org.ganatelier.cli.command;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.Experiments;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.UsageFailure;
import org.ganatelier.data.BundledSet;
import org.ganatelier.data.Catalog;
import org.ganatelier.data.Idx;
import org.ganatelier.data.Images;
import org.ganatelier.data.Split;
import org.ganatelier.exchange.image.Npy;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.measure.Originality;
import org.ganatelier.measure.Scorer;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.ClassifierFile;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.text.Foreign;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Classifier;
import org.ganatelier.train.ClassifierModel;
import org.ganatelier.train.ClassifierTrainer;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Trainer;
import org.ganatelier.train.Weights;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Says how good images are. */
@Command(
        name = "score",
        description = {
            "Says how good generated images are, by a classifier of real ones: how far they are"
                + " from real images (Frechet distance, less is better), how confident it is, which"
                + " classes it sees and, of a generator that is told labels, how often it sees the"
                + " one that was asked for. Real images that it never learnt from stand beside as"
                + " the baseline."
        })
public final class Score implements Callable<Integer> {
    /** As bytes and as features, a third of the heap. */
    private static final int MOST = 100_000;

    private final Trainer trainer;
    private final ClassifierTrainer classifiers;
    private final Output output;

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    /** What to score: one of two. */
    static final class Source {
        @Option(
                names = "--model",
                paramLabel = "FILE",
                description = "The run.atelier of a training, whose generator makes the images.")
        private @Nullable Path model;

        @Option(
                names = "--images",
                paramLabel = "FILE",
                description =
                        "Images of any program: .npy (unsigned bytes of shape n, 28, 28) or .idx,"
                                + " also .gz; needs --data.")
        private @Nullable Path images;
    }

    @Option(
            names = "--n",
            paramLabel = "N",
            defaultValue = "5000",
            description =
                    "How many images to make, or to take of a file (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of the noise: the same seed gives the same images (0 unless given).")
    private long seed;

    @Option(
            names = "--data",
            paramLabel = "mnist|fashion",
            description = "Whose classifier to use, instead of that of the model's own data.")
    private @Nullable String data;

    @Option(
            names = {"--classifier", "--judge"},
            paramLabel = "FILE",
            description = "A classifier of train-classifier, instead of the program's own.")
    private @Nullable Path classifierFile;

    @Option(
            names = "--json",
            description = "Prints nothing but the result, as a JSON object on one line.")
    private boolean json;

    public Score(Trainer trainer, ClassifierTrainer classifiers, Output output) {
        this.trainer = trainer;
        this.classifiers = classifiers;
        this.output = output;
    }

    /** What is to be scored, of which data it pretends to be. */
    private record Candidate(String name, Images images, Optional<DataSpec> data, byte[] asked) {
        /** Which classes were asked for, where a classifier of this data can tell. */
        byte[] askedOf(DataSpec.Bundled classifier) {
            boolean known = data.filter(classifier::equals).isPresent();
            return known ? asked : new byte[0];
        }
    }

    @Override
    public Integer call() throws ProjectException, IOException {
        if (count < Scorer.FEWEST || count > MOST) {
            throw new UsageFailure(
                    "--n must be between %,d and %,d".formatted(Scorer.FEWEST, MOST));
        }
        Optional<DataSpec.Bundled> asked =
                Optional.ofNullable(data).map(TrainClassifier::set).map(BundledSet::spec);
        Optional<ClassifierModel> given =
                classifierFile == null
                        ? Optional.empty()
                        : Optional.of(ClassifierFile.load(classifierFile));
        Candidate candidate = candidate(asked.isPresent() || given.isPresent());
        ClassifierModel model =
                given.isPresent()
                        ? given.get()
                        : ClassifierFile.bundled(asked.orElseGet(() -> bundled(candidate)));
        requireShape(candidate, model.data().shape());
        try (Classifier classifier = classifiers.open(model)) {
            Split real = Split.of(Catalog.of(model.data()));
            var report =
                    new ScoreReport(
                            candidate.name(),
                            model,
                            new Scorer(classifier, real.heldOut())
                                    .score(candidate.images(), candidate.askedOf(model.data())),
                            Originality.of(candidate.images(), real));
            output.line(json ? report.json() : report.text());
        }
        return ExitCode.DONE;
    }

    private Candidate candidate(boolean classifierKnown) throws ProjectException, IOException {
        if (source.images != null) {
            return new Candidate(
                    source.images.toString(),
                    read(source.images).first(count),
                    Optional.empty(),
                    new byte[0]);
        }
        Path model = source.model == null ? Path.of("") : source.model;
        Checkpoint checkpoint = ProjectFile.loadRun(model);
        DataSpec of = checkpoint.experiment().data();
        if (!classifierKnown) {
            // Before anything is computed.
            var _ = bundled(of);
        }
        Plan plan = Experiments.ready(checkpoint.experiment());
        var input = GeneratorInput.sampled(plan.experiment(), count, seed);
        return new Candidate(
                model.toString(),
                Images.require(trainer.sample(plan, checkpoint, input, Weights.AVERAGED)),
                Optional.of(of),
                input.labels());
    }

    private static DataSpec.Bundled bundled(Candidate candidate) {
        return bundled(
                candidate
                        .data()
                        .orElseThrow(
                                () ->
                                        new UsageFailure(
                                                "--images needs --data mnist or --data fashion:"
                                                        + " whose classifier to ask")));
    }

    private static DataSpec.Bundled bundled(DataSpec data) {
        return switch (data) {
            case DataSpec.Bundled bundled -> bundled;
            case DataSpec.Clustered(DataSpec samples, int _) -> bundled(samples);
            case DataSpec.Drawn _ ->
                    throw new CommandFailure(
                            "There is no classifier for points: look at sample --out FILE.png.");
            case DataSpec.IdxFiles files ->
                    throw new CommandFailure(
                            "There is no classifier for images of your own (%s): --data mnist uses the one"
                                            .formatted(Foreign.shown(files.title()))
                                    + " for digits, --data fashion the one for clothes.");
        };
    }

    private static void requireShape(Candidate candidate, Shape.Image wanted) {
        if (!candidate.images().shape().equals(wanted)) {
            throw new CommandFailure(
                    "%s has images of %s, and the classifier knows only images of %s."
                            .formatted(candidate.name(), candidate.images().shape(), wanted));
        }
        if (candidate.images().count() < Scorer.FEWEST) {
            throw new CommandFailure(
                    "%s has %,d images: at least %,d are needed to score a generator."
                            .formatted(
                                    candidate.name(), candidate.images().count(), Scorer.FEWEST));
        }
    }

    private static Images read(Path file) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".npy") ? Npy.read(file) : Idx.readImages(file);
    }
}
