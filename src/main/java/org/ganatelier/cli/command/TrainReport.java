package org.ganatelier.cli.command;

import org.ganatelier.cli.support.RunFolder;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.JsonLine;
import org.ganatelier.text.DataTitle;
import org.ganatelier.text.Words;
import org.ganatelier.train.EngineInfo;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunEvent;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What there is to say about a training, before and after. */
final class TrainReport {
    private final Plan plan;
    private final EngineInfo engine;
    private final int threads;
    private final RunFolder folder;
    private @Nullable Metrics last;

    TrainReport(Plan plan, EngineInfo engine, OptionalInt threads, RunFolder folder) {
        this.plan = plan;
        this.engine = engine;
        this.threads = threads.orElse(engine.threads());
        this.folder = folder;
    }

    /** Takes note of a step's figures; the last ones are reported. */
    void measured(Metrics metrics) {
        last = metrics;
    }

    /** One line that says what is trained with what. */
    String title() {
        Experiment experiment = plan.experiment();
        return "Training “%s” on %s, seed %d, with %s, %d %s"
                .formatted(
                        experiment.name(),
                        DataTitle.of(Words.english(), experiment.data()),
                        experiment.seed(),
                        engine.name(),
                        threads,
                        threads == 1 ? "thread" : "threads");
    }

    /**
     * One line that says where the files are, below one with the singular values where weights are
     * divided by them.
     */
    String text(RunEvent.End end) {
        return sigmaLine()
                + "%s; wrote %s, %s and %s"
                        .formatted(
                                end instanceof RunEvent.End.Stopped ? "Stopped" : "Done",
                                folder.model(),
                                folder.metrics(),
                                folder.grid());
    }

    /** All of it, for a program. */
    String json(RunEvent.End end) {
        var values = new LinkedHashMap<String, Object>();
        values.put("end", end instanceof RunEvent.End.Stopped ? "stopped" : "completed");
        values.put("experiment", plan.experiment().name());
        values.put("seed", plan.experiment().seed());
        values.put("engine", engine.name());
        values.put("threads", threads);
        values.put("steps", last == null ? 0L : last.step());
        values.put("seconds", last == null ? 0.0 : last.seconds());
        if (last != null) {
            values.put("g_loss", last.generatorLoss());
            values.put("d_loss", last.discriminatorLoss());
            values.put("d_real", last.dReal());
            values.put("d_fake", last.dFake());
            values.put("images_per_s", last.imagesPerSecond());
        }
        if (!sigmas().isEmpty()) {
            values.put("sigma", sigmas());
        }
        values.put("model", folder.model().toString());
        values.put("metrics", folder.metrics().toString());
        values.put("grid", folder.grid().toString());
        return JsonLine.of(values);
    }

    private String sigmaLine() {
        return sigmas().isEmpty()
                ? ""
                : sigmas().entrySet().stream()
                        .map(sigma -> "%s %.3g".formatted(sigma.getKey(), sigma.getValue()))
                        .collect(
                                Collectors.joining(
                                        ", ",
                                        "sigma, the largest singular value by which the weights"
                                                + " are divided: ",
                                        System.lineSeparator()));
    }

    /** By the layer's name in a checkpoint: "discriminator.0". */
    private Map<String, Double> sigmas() {
        var byName = new LinkedHashMap<String, Double>();
        List<Metrics.Sigma> measured = last == null ? List.of() : last.sigmas();
        for (Metrics.Sigma sigma : measured) {
            byName.put(sigma.side().id() + "." + sigma.layer(), sigma.value());
        }
        return byName;
    }
}
