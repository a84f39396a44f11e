package org.ganatelier.cli.support;

import org.ganatelier.data.DataException;
import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.project.FileProblem;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.SweepException;
import org.ganatelier.sweep.ClusterException;
import org.ganatelier.text.ClusterText;
import org.ganatelier.text.DataText;
import org.ganatelier.text.FileText;
import org.ganatelier.text.ImportText;
import org.ganatelier.text.RunFailureText;
import org.ganatelier.text.Words;
import org.ganatelier.train.EngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** Says on a command line why something could not be done. */
public final class FailureText {
    private static final Words WORDS = Words.english();
    private static final Logger LOG = LoggerFactory.getLogger(FailureText.class);

    private FailureText() {}

    /** One sentence; of a sweep file one for each problem. */
    public static String of(Throwable failure) {
        return switch (failure) {
            case CompletionException e when e.getCause() != null -> of(e.getCause());
            case InvalidPathException e -> noPath(e.getInput());
            case CommandFailure _ -> String.valueOf(failure.getMessage());
            case DataException e -> DataText.say(WORDS, e.problem());
            case EngineException e -> RunFailureText.say(WORDS, e.failure());
            case SweepException e -> of(e);
            case ProjectException e -> FileText.say(WORDS, e.problem());
            case ImportException e -> ImportText.say(WORDS, e.refusal());
            case ClusterException e -> ClusterText.say(WORDS, e);
            case IOException e -> FileText.say(WORDS, FileProblem.of(e));
            case CancellationException _ -> "This was interrupted.";
            case OutOfMemoryError _ -> WORDS.say("cli.out-of-memory");
            default -> {
                LOG.error("Unexpected", failure);
                yield WORDS.say("cli.internal-error", "cause", failure);
            }
        };
    }

    private static String noPath(String name) {
        boolean ascii = System.getProperty("sun.jnu.encoding", "").startsWith("ANSI_X3");
        return "\"%s\" cannot be the name of a file here%s."
                .formatted(
                        name,
                        ascii
                                ? ": the locale knows plain ASCII alone, so set LC_ALL to C.UTF-8"
                                : "");
    }

    private static String of(SweepException failure) {
        return failure.problems().stream()
                .map(problem -> FileText.say(WORDS, problem))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
