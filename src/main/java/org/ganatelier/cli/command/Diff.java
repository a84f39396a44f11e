package org.ganatelier.cli.command;

import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.support.SavedRun;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.contrast.Contrast;
import org.ganatelier.experiment.contrast.Contrasts;
import org.ganatelier.project.JsonLine;
import org.ganatelier.project.Presets;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectException;
import org.ganatelier.text.ContrastText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Checkpoint;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Says in what two experiments differ. */
@Command(
        name = "diff",
        description = {
            "Says in what the second experiment differs from the first, a line for each difference."
                    + " Names do not count, nor do values that mean nothing in both, such as the"
                    + " interval of a penalty that is off."
        })
public final class Diff implements Callable<Integer> {
    private static final Words WORDS = Words.english();

    private final Output output;

    @Parameters(
            index = "0",
            paramLabel = "FIRST",
            description = "A preset, an experiment file, a run.atelier or the folder of a run.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "SECOND", description = "The same of another.")
    private String second = "";

    @Option(
            names = "--json",
            description =
                    "Prints nothing but the differences, as a JSON array on one line: objects with"
                            + " path, before, after and text; a layer that comes has"
                            + " no before, one that goes no after.")
    private boolean json;

    public Diff(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws ProjectException {
        List<Contrast> contrasts = Contrasts.between(experiment(first), experiment(second));
        if (json) {
            output.line(JsonLine.of(contrasts.stream().map(Diff::json).toList()));
        } else if (contrasts.isEmpty()) {
            output.line(ContrastText.say(WORDS, contrasts));
        } else {
            contrasts.forEach(each -> output.line(ContrastText.say(WORDS, each)));
        }
        return ExitCode.DONE;
    }

    /** Of a run: as it was when it was saved. */
    private static Experiment experiment(String name) throws ProjectException {
        boolean folder = !Presets.names().contains(name) && Files.isDirectory(Path.of(name));
        if (!folder) {
            return Presets.open(name);
        }
        Project project = SavedRun.open(Path.of(name));
        return project.run().map(Checkpoint::experiment).orElseGet(project::experiment);
    }

    /** Values as an experiment's JSON has them. */
    private static Map<String, Object> json(Contrast contrast) {
        var values = new LinkedHashMap<String, Object>();
        values.put("path", contrast.path());
        switch (contrast) {
            case Contrast.Data(var before, var after) -> put(values, before, after);
            case Contrast.Losses(var before, var after) -> put(values, before.id(), after.id());
            case Contrast.Labels(var before, var after) -> put(values, before, after);
            case Contrast.Setting(_, double before, double after) -> put(values, before, after);
            case Contrast.Seed(long before, long after) -> put(values, before, after);
            case Contrast.Optimizer(_, var before, var after) -> put(values, before, after);
            case Contrast.Falling(_, var before, var after) -> put(values, before, after);
            case Contrast.InitialWeights(_, var before, var after) -> put(values, before, after);
            case Contrast.Added added -> values.put("after", added.layer());
            case Contrast.Removed removed -> values.put("before", removed.layer());
            case Contrast.Moved moved -> put(values, moved.from(), moved.index());
            case Contrast.Replaced(_, _, var before, var after) -> put(values, before, after);
            case Contrast.Altered(_, _, var before, var after) -> put(values, before, after);
        }
        values.put("text", ContrastText.say(WORDS, contrast));
        return values;
    }

    private static void put(Map<String, Object> values, Object before, Object after) {
        values.put("before", before);
        values.put("after", after);
    }
}
