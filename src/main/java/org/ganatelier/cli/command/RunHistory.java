package org.ganatelier.cli.command;

import org.ganatelier.checkpoints.CheckpointFile;
import org.ganatelier.checkpoints.CheckpointFolder;
import org.ganatelier.checkpoints.Distances;
import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.ExitCode;
import org.ganatelier.cli.support.Output;
import org.ganatelier.cli.training.SavedStates;
import org.ganatelier.project.FileProblem;
import org.ganatelier.project.JsonLine;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.text.FileText;
import org.ganatelier.text.Words;
import org.ganatelier.train.RunPast;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/** Lists the checkpoints of a run. */
@Command(
        name = "history",
        description = {
            "Lists the checkpoints of a run: step, time, losses, Fréchet distance, which is the"
                    + " best and which are marked, and the edits between them.",
            "To go back: train --resume DIR --at STEP. To look: sample --model DIR --at STEP."
        })
public final class RunHistory implements Callable<Integer> {
    private final Output output;

    @Parameters(
            paramLabel = "RUN",
            description = "The folder of a training, its run.atelier, or a folder of checkpoints.")
    private Path run = Path.of("");

    @Option(
            names = "--json",
            description = "Prints nothing but the result, as a JSON object on one line.")
    private boolean json;

    public RunHistory(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.notExists(run)) {
            throw new NoSuchFileException(run.toString());
        }
        CheckpointFolder folder = new SavedStates(run).checkpoints();
        List<CheckpointFile> files = folder.list();
        if (files.isEmpty()) {
            throw new CommandFailure(
                    "%s holds no checkpoints: train with --checkpoint-every to keep some."
                            .formatted(run));
        }
        OptionalLong best = new Distances().best(files);
        var rows = new ArrayList<HistoryTable.Row>();
        for (CheckpointFile file : files) {
            rows.add(row(file, best));
        }
        var table = new HistoryTable(folder.path(), rows);
        output.line(json ? JsonLine.of(table.json()) : table.text());
        return ExitCode.DONE;
    }

    private static HistoryTable.Row row(CheckpointFile file, OptionalLong best) {
        boolean isBest = best.isPresent() && best.getAsLong() == file.step();
        try {
            RunPast told = ProjectFile.loadPast(file.file());
            return new HistoryTable.Row(file, isBest, Optional.of(told), Optional.empty());
        } catch (ProjectException e) {
            FileProblem problem = e.problem();
            return new HistoryTable.Row(
                    file,
                    isBest,
                    Optional.empty(),
                    Optional.of(FileText.say(Words.english(), problem)));
        }
    }
}
