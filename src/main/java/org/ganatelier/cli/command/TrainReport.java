package org.ganatelier.cli.command;

import org.ganatelier.cli.training.CoachVoice;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.exchange.folder.RunFolder;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.JsonLine;
import org.ganatelier.text.DataTitle;
import org.ganatelier.text.Foreign;
import org.ganatelier.text.Words;
import org.ganatelier.train.EngineInfo;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunRecord;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What there is to say about a training, before and after. */
final class TrainReport {
    private final Plan plan;
    private final EngineInfo engine;
    private final int threads;
    private final RunFolder folder;

    TrainReport(Plan plan, EngineInfo engine, OptionalInt threads, RunFolder folder) {
        this.plan = plan;
        this.engine = engine;
        this.threads = threads.orElse(engine.threads());
        this.folder = folder;
    }

    /** One line that says what is trained with what. */
    String title() {
        Experiment experiment = plan.experiment();
        return "Training “%s” on %s, seed %d, with %s, %d %s"
                .formatted(
                        Foreign.shown(experiment.name()),
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
    String text(RunRecord run) {
        return sigmaLine(sigmas(run))
                + "%s; wrote %s, %s and %s%s"
                        .formatted(
                                stopped(run) ? "Stopped" : "Done",
                                folder.model(),
                                folder.metrics(),
                                folder.grid(),
                                stopped(run) ? "; to go on: " + goOn() : "");
    }

    /** One line that says what the coach has found, if anything. */
    static String coach(List<Finding> said) {
        return "The coach's findings, in order: "
                + said.stream()
                        .map(finding -> "%s (step %,d)".formatted(finding.rule(), finding.step()))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private String goOn() {
        return "gan-atelier train --resume " + folder.folder();
    }

    /**
     * All of it, for a program.
     *
     * @param said by the coach, where there was one
     */
    String json(RunRecord run, Optional<List<Finding>> said) {
        var values = new LinkedHashMap<String, Object>();
        values.put("end", stopped(run) ? "stopped" : "completed");
        values.put("experiment", run.beginning().name());
        values.put("seed", run.beginning().seed());
        values.put("engine", engine.name());
        values.put("threads", threads);
        values.put("steps", run.latest().map(Metrics::step).orElse(0L));
        values.put("seconds", run.latest().map(Metrics::seconds).orElse(0.0));
        run.latest().ifPresent(last -> putFigures(last, values));
        if (!sigmas(run).isEmpty()) {
            values.put("sigma", sigmas(run));
        }
        said.ifPresent(
                findings -> values.put("coach", CoachVoice.json(findings, run.beginning().data())));
        values.put("model", folder.model().toString());
        values.put("metrics", folder.metrics().toString());
        values.put("grid", folder.grid().toString());
        return JsonLine.of(values);
    }

    private static void putFigures(Metrics last, Map<String, Object> values) {
        values.put("g_loss", last.generatorLoss());
        values.put("d_loss", last.discriminatorLoss());
        values.put("d_real", last.dReal());
        values.put("d_fake", last.dFake());
        values.put("images_per_s", last.imagesPerSecond());
    }

    private static boolean stopped(RunRecord run) {
        return run.end().filter(RunEvent.End.Stopped.class::isInstance).isPresent();
    }

    private static String sigmaLine(Map<String, Double> sigmas) {
        return sigmas.isEmpty()
                ? ""
                : sigmas.entrySet().stream()
                        .map(sigma -> "%s %.3g".formatted(sigma.getKey(), sigma.getValue()))
                        .collect(
                                Collectors.joining(
                                        ", ",
                                        "sigma, the largest singular value by which the weights"
                                                + " are divided: ",
                                        System.lineSeparator()));
    }

    /** By the layer's name in a checkpoint: "discriminator.0". */
    private static Map<String, Double> sigmas(RunRecord run) {
        var byName = new LinkedHashMap<String, Double>();
        List<Metrics.Sigma> measured = run.latest().map(Metrics::sigmas).orElse(List.of());
        for (Metrics.Sigma sigma : measured) {
            byName.put(sigma.side().id() + "." + sigma.layer(), sigma.value());
        }
        return byName;
    }
}
