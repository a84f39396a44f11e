package org.ganatelier.cli.command;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.Experiments;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.UsageFailure;
import org.ganatelier.data.DataException;
import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.ExportException;
import org.ganatelier.exchange.model.ExportTask;
import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.exchange.model.ModelWriter;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.files.RegularFile;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.text.DataText;
import org.ganatelier.text.ExportText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Trainer;
import org.ganatelier.train.Weights;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Writes a model for another framework. */
@Command(
        name = "export",
        description = {
            "Writes a model for another framework: readable code that builds and trains the same"
                + " networks and, of a run, weights that give the same pictures, with examples to"
                + " compare."
        })
public final class ExportModel implements Callable<Integer> {
    private static final Words WORDS = Words.english();

    private final Trainer trainer;
    private final List<ModelWriter> writers;
    private final Output output;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "RUN|PRESET",
            description =
                    "The run.atelier of a training or the folder it lies in; or a preset or an"
                            + " experiment file, of which the code alone is written.")
    private String model = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORMAT",
            description = "keras, pytorch, tensorflow, onnx, tfjs, safetensors or dl4j.")
    private String format = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description =
                    "A folder, made where there is none. Files of the same names are replaced.")
    private Path folder = Path.of("");

    @Option(
            names = "--network",
            paramLabel = "WHICH",
            defaultValue = "both",
            description = "both, generator or discriminator (default: ${DEFAULT-VALUE}).")
    private String network = "";

    @Option(
            names = "--raw",
            description =
                    "With the generator's weights as they are, where the training kept a moving"
                            + " average of them.")
    private boolean raw;

    /**
     * @param writers one for each format
     */
    public ExportModel(Trainer trainer, List<ModelWriter> writers, Output output) {
        this.trainer = trainer;
        this.writers = List.copyOf(writers);
        this.output = output;
    }

    @Override
    public Integer call() throws ProjectException, IOException {
        ModelWriter writer = writer();
        Set<Side> wanted = wanted();
        Project project = project();
        Export export = export(project, wanted);
        requireFolder();
        try {
            ExportTask.run(writer, export, data(writer, export), folder);
        } catch (ExportException e) {
            throw new CommandFailure(
                    e.obstacles().stream()
                            .map(obstacle -> ExportText.say(WORDS, obstacle))
                            .collect(Collectors.joining(System.lineSeparator())));
        }
        output.line("Wrote %s to %s".formatted(writer.format().title(), folder));
        return ExitCode.DONE;
    }

    private ModelWriter writer() {
        ModelFormat asked =
                ModelFormat.ofId(format.toLowerCase(Locale.ROOT))
                        .orElseThrow(
                                () ->
                                        new UsageFailure(
                                                "--to must be one of "
                                                        + Arrays.stream(ModelFormat.values())
                                                                .map(ModelFormat::id)
                                                                .collect(
                                                                        Collectors.joining(", "))));
        return writers.stream().filter(each -> each.format() == asked).findFirst().orElseThrow();
    }

    private Set<Side> wanted() {
        return switch (network) {
            case "both" -> EnumSet.allOf(Side.class);
            case "generator" -> EnumSet.of(Side.GENERATOR);
            case "discriminator" -> EnumSet.of(Side.DISCRIMINATOR);
            default -> throw new UsageFailure("--network must be both, generator or discriminator");
        };
    }

    private Project project() throws ProjectException {
        Path path = Path.of(model);
        if (Presets.names().contains(model)) {
            return Project.of(Presets.load(model));
        }
        Path file = Files.isDirectory(path) ? path.resolve("run" + ProjectFile.EXTENSION) : path;
        return file.toString().endsWith(ProjectFile.EXTENSION)
                ? ProjectFile.load(file)
                : Project.of(Presets.open(model));
    }

    private Export export(Project project, Set<Side> wanted) {
        if (project.run().isEmpty()) {
            return Export.untrained(Experiments.ready(project.experiment()), wanted);
        }
        Checkpoint run = project.run().get();
        Plan plan = Experiments.ready(run.experiment());
        return Export.trained(trainer, plan, run, raw ? Weights.RAW : Weights.AVERAGED, wanted);
    }

    /** Code without its data still shows how to train. */
    private Optional<Dataset> data(ModelWriter writer, Export export) {
        if (!writer.format().trains() || !export.isWhole()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Datasets.open(export.experiment().data()));
        } catch (DataException e) {
            output.line(
                    "Without data.npz, which train.py needs: " + DataText.say(WORDS, e.problem()));
            return Optional.empty();
        }
    }

    private void requireFolder() throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            RegularFile.require(folder);
            throw new NotDirectoryException(folder.toString());
        }
    }
}
