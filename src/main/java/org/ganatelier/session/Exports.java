package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.ganatelier.data.Dataset;
import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.ExportException;
import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.exchange.model.ModelWriter;
import org.ganatelier.exchange.model.Obstacle;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Trainer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Models on their way to other frameworks, one at a time. The run that is shown is exported with
 * its weights; where there is none, the experiment in the editor as code. FX thread only.
 */
public final class Exports {
    private final ExperimentEditor editor;
    private final Runs runs;
    private final Trainer trainer;
    private final Function<DataSpec, Dataset> datasets;
    private final Workers workers;
    private final ReadOnlyObjectWrapper<Optional<ExportStage>> stage =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<ModelWriter> writers = List.of();
    private Optional<ExportJob> job = Optional.empty();

    /**
     * @param datasets reads a data set; called in the background
     */
    Exports(
            ExperimentEditor editor,
            Runs runs,
            Trainer trainer,
            Function<DataSpec, Dataset> datasets,
            Workers workers) {
        this.editor = editor;
        this.runs = runs;
        this.trainer = trainer;
        this.datasets = datasets;
        this.workers = workers;
    }

    /** From now on models can be written in these formats. */
    public void offer(List<ModelWriter> all) {
        writers = List.copyOf(all);
    }

    /** The formats that models can be written in. */
    public List<ModelFormat> formats() {
        return writers.stream().map(ModelWriter::format).toList();
    }

    /** What goes on; empty where nothing is exported. */
    public ReadOnlyObjectProperty<Optional<ExportStage>> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** What an export would write now. */
    public ExportSubject subject() {
        return shown().map(this::ofRun).orElseGet(this::ofExperiment);
    }

    /**
     * What a format cannot express of the present subject; empty where it can be written, or where
     * there is nothing to write.
     */
    public List<Obstacle> obstacles(ModelFormat format, Set<Side> networks) {
        return switch (subject()) {
            case ExportSubject.OfRun(Plan plan, _, _) ->
                    obstacles(format, plan, networks).stream()
                            .filter(each -> !(each.lack() instanceof Obstacle.Lack.Untrained))
                            .toList();
            case ExportSubject.OfExperiment(Plan plan) -> obstacles(format, plan, networks);
            case ExportSubject.Nothing() -> List.of();
        };
    }

    /**
     * Exports in the background; what goes on already is cancelled.
     *
     * @param done told what came of it, unless it is cancelled before
     * @throws IllegalStateException where there is nothing to export
     */
    public void begin(ExportOrder order, Consumer<ExportResult> done) {
        workers.fxThread().require();
        cancel();
        var begun = new ExportJob(order, writer(order.format()), datasets, this::tell);
        job = Optional.of(begun);
        switch (subject()) {
            case ExportSubject.OfRun _ -> withWeights(begun, done);
            case ExportSubject.OfExperiment(Plan plan) ->
                    write(begun, () -> Export.untrained(plan, order.networks()), done);
            case ExportSubject.Nothing() -> throw new IllegalStateException("Nothing to export");
        }
    }

    /** Gives up what goes on: nothing is written then. */
    public void cancel() {
        workers.fxThread().require();
        job.ifPresent(ExportJob::cancel);
        job = Optional.empty();
        stage.set(Optional.empty());
    }

    private void withWeights(ExportJob begun, Consumer<ExportResult> done) {
        stage.set(Optional.of(ExportStage.WAITING));
        CompletableFuture<Checkpoint> state = shown().orElseThrow().checkpoint();
        var _ =
                state.whenCompleteAsync(
                        (learnt, failure) -> {
                            if (failure != null) {
                                finish(begun, failed(failure), done);
                            } else if (isCurrent(begun)) {
                                write(begun, () -> trained(begun.order(), learnt), done);
                            }
                        },
                        state.isDone() ? Runnable::run : workers.fx());
    }

    private Export trained(ExportOrder order, Checkpoint learnt) {
        Plan plan = editor.check(learnt.experiment()).plan();
        return Export.trained(trainer, plan, learnt, order.weights(), order.networks());
    }

    private void write(ExportJob begun, ExportJob.Model model, Consumer<ExportResult> done) {
        workers.work(
                () -> begun.write(model),
                result -> finish(begun, result, done),
                failure -> finish(begun, failed(failure), done));
    }

    private void finish(ExportJob begun, ExportResult result, Consumer<ExportResult> done) {
        if (isCurrent(begun)) {
            job = Optional.empty();
            stage.set(Optional.empty());
            done.accept(result);
        }
    }

    private static ExportResult failed(Throwable failure) {
        return failure instanceof ExportException refused
                ? new ExportResult.Refused(refused.obstacles())
                : new ExportResult.Failed(FileWork.happeningOf(failure));
    }

    /** Hears from the background. */
    private void tell(ExportJob from, ExportStage now) {
        workers.fx()
                .execute(
                        () -> {
                            if (isCurrent(from)) {
                                stage.set(Optional.of(now));
                            }
                        });
    }

    private boolean isCurrent(ExportJob one) {
        return job.filter(one::equals).isPresent();
    }

    private List<Obstacle> obstacles(ModelFormat format, Plan plan, Set<Side> networks) {
        return writer(format).obstacles(Export.untrained(plan, networks));
    }

    private ModelWriter writer(ModelFormat format) {
        return writers.stream().filter(each -> each.format() == format).findFirst().orElseThrow();
    }

    private Optional<RunEntry> shown() {
        return runs.shownProperty().get().filter(run -> run.canBeSaved() && run.hasLearnt());
    }

    private ExportSubject ofRun(RunEntry run) {
        Plan plan = editor.check(run.experiment()).plan();
        return new ExportSubject.OfRun(plan, run.number(), run.history().lastStep());
    }

    private ExportSubject ofExperiment() {
        return editor.outcomeProperty().get() instanceof Outcome.Ready(Plan plan, _)
                ? new ExportSubject.OfExperiment(plan)
                : new ExportSubject.Nothing();
    }
}
