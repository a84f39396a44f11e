package org.ganatelier.cli.command;

import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.UsageFailure;
import org.ganatelier.cli.support.Writable;
import org.ganatelier.exchange.Formats;
import org.ganatelier.exchange.model.Assembled;
import org.ganatelier.exchange.model.Assembly;
import org.ganatelier.exchange.model.Imported;
import org.ganatelier.exchange.python.Code;
import org.ganatelier.exchange.source.CodeReader;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.files.SafeFile;
import org.ganatelier.plan.Planner;
import org.ganatelier.project.Presets;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.text.ImportText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Trainer;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Makes an experiment of another framework's code or files. */
@Command(
        name = "import",
        description =
                "Makes an experiment of the code or the file of another framework, and says line by"
                        + " line what became of it. Nothing of it is ever run.")
public final class Import implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    /** What is not said in the code is as in this preset. */
    private static final String BASE = "digits-plain";

    private final Trainer trainer;
    private final Output output;
    private final InputStream input;

    @Parameters(
            arity = "1..2",
            paramLabel = "FILE",
            description =
                    "Code of Keras or PyTorch (.py, .txt, - for standard input) or a model's file;"
                            + " two of them for G and D.")
    private List<String> files = List.of();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description =
                    "Ends in .json (the experiment) or .atelier (with the weights, where there are"
                            + " any).")
    private Path out = Path.of("");

    @Option(
            names = "--into",
            paramLabel = "PRESET|FILE",
            description =
                    "The experiment whose networks bare weights belong to; what the files do not"
                            + " say is as in it (the preset digits unless given).")
    private @Nullable String into;

    public Import(Trainer trainer, Output output, InputStream input) {
        this.trainer = trainer;
        this.output = output;
        this.input = input;
    }

    @Override
    public Integer call() throws ProjectException, IOException {
        boolean json = isNamed(".json");
        if (!json && !isNamed(ProjectFile.EXTENSION)) {
            throw new UsageFailure("--out must end in .json or .atelier");
        }
        Writable.require(out);
        Imported imported = read();
        Words words = Words.english();
        if (imported.stacks().isEmpty()) {
            imported.remarks().forEach(remark -> output.line(ImportText.say(words, remark)));
            output.line("No network was understood; nothing was written.");
            return ExitCode.FAILED;
        }
        Assembled assembled =
                Assembly.of(imported, name(), Presets.open(into == null ? BASE : into), presets());
        assembled.remarks().forEach(remark -> output.line(ImportText.say(words, remark)));
        write(assembled, json);
        return ExitCode.DONE;
    }

    private boolean isNamed(String ending) {
        return out.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private Imported read() throws IOException, ProjectException {
        Optional<Experiment> fitted =
                into == null ? Optional.empty() : Optional.of(Presets.open(into));
        Imported all = new Imported(List.of(), List.of());
        for (String file : files) {
            all =
                    all.and(
                            file.equals(STANDARD_INPUT)
                                    ? CodeReader.read(standardInput())
                                    : Formats.read(Path.of(file), fitted));
        }
        return all;
    }

    private String standardInput() throws IOException {
        // A character takes four bytes at most; one more shows that there are too many.
        byte[] bytes = input.readNBytes(4 * Code.LONGEST + 1);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The name of the first file without its ending. */
    private String name() {
        String first = files.getFirst();
        String name = String.valueOf(Path.of(first).getFileName()).replaceFirst("\\.[^.]+$", "");
        return first.equals(STANDARD_INPUT) || name.isBlank() ? "Imported" : name;
    }

    private static List<Experiment> presets() throws ProjectException {
        var presets = new ArrayList<Experiment>();
        for (String name : Presets.names()) {
            presets.add(Presets.load(name));
        }
        return presets;
    }

    private void write(Assembled assembled, boolean json) throws IOException, ProjectException {
        Experiment experiment = assembled.experiment();
        if (json) {
            byte[] bytes = ProjectJson.write(experiment).getBytes(StandardCharsets.UTF_8);
            SafeFile.write(out, stream -> stream.write(bytes));
            if (assembled.isTrained()) {
                output.line("A .json file holds no weights: choose .atelier to keep them.");
            }
        } else {
            Optional<Checkpoint> run = assembled.checkpoint(trainer);
            if (assembled.isTrained() && run.isEmpty()) {
                output.line("The weights do not fit the experiment as it is; they were left out.");
            }
            ProjectFile.save(out, run.map(Project::of).orElseGet(() -> Project.of(experiment)));
        }
        int problems = Planner.check(experiment).problems().size();
        output.line(
                "Wrote %s%s"
                        .formatted(
                                out,
                                problems == 0
                                        ? ""
                                        : " with %d problems (\"check\" shows them)"
                                                .formatted(problems)));
    }
}
