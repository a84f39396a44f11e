package org.ganatelier.session;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.util.Subscription;

import org.ganatelier.data.Samples;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.train.DiscriminatorInput;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Inspection;
import org.ganatelier.train.PlayerInput;
import org.ganatelier.train.Question;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A look inside the networks of the run that is shown: its steps are inspected as long as somebody
 * watches, and what was found stays until another run is shown. FX thread only.
 */
public final class Insight {
    /** Above it every other inspection is forgotten, so that the oldest stays. */
    private static final int MOST = 400;

    private final Training training;
    private final DiscriminatorEye eye;
    private final RealImages data;
    private final ExperimentEditor editor;
    private final Executor fx;
    private final List<Inspection> inspections = new ArrayList<>();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private Optional<Run> run = Optional.empty();
    private int watchers;

    Insight(
            Training training,
            DiscriminatorEye eye,
            RealImages data,
            ExperimentEditor editor,
            Executor fx) {
        this.training = training;
        this.eye = eye;
        this.data = data;
        this.editor = editor;
        this.fx = fx;
        training.runProperty().subscribe(this::follow);
    }

    /** What was found in the steps of the run, oldest first. */
    public List<Inspection> inspections() {
        return List.copyOf(inspections);
    }

    /** Changes with {@link #inspections}. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Has the run's steps inspected until the subscription ends. */
    public Subscription watch() {
        watchers++;
        inspect();
        return () -> {
            watchers--;
            inspect();
        };
    }

    /** The run that is looked into. */
    public Optional<Run> run() {
        return run;
    }

    /** The networks that are trained. */
    public Optional<Plan> plan() {
        return run.map(Run::plan);
    }

    /** A layer of the run, where that is the layer that the editor shows in this place. */
    public Optional<LayerPlan> layer(Place.Layer at) {
        List<LayerPlan> edited = editor.outcomeProperty().get().plan().network(at.side()).layers();
        return plan().map(trained -> trained.network(at.side()).layers())
                .filter(layers -> at.index() < Math.min(layers.size(), edited.size()))
                .map(layers -> layers.get(at.index()))
                .filter(layer -> layer.equals(edited.get(at.index())));
    }

    /**
     * The samples that can be looked at.
     *
     * @param real the first of the data, or else the newest of the fixed noise
     */
    public Optional<Samples> samples(boolean real) {
        return real
                ? data.samplesProperty().get().filter(_ -> isTrainedOnData())
                : training.previewProperty().get().map(RunEvent.Preview::samples);
    }

    /**
     * What a player is asked about one of the samples: G about the noise of a generated one.
     *
     * @param index of the sample
     */
    public Optional<PlayerInput> input(Side side, boolean real, int index) {
        return switch (side) {
            case GENERATOR ->
                    plan().map(Plan::experiment)
                            .map(Insight::noise)
                            .filter(noise -> index < noise.count())
                            .map(noise -> noise.part(index, index + 1));
            case DISCRIMINATOR ->
                    samples(real)
                            .filter(samples -> index < samples.count())
                            .map(
                                    samples ->
                                            new DiscriminatorInput(
                                                    samples.pick(index), label(real, index)));
        };
    }

    private byte[] label(boolean real, int index) {
        byte[] labels =
                eye.labels(
                        real ? DiscriminatorEye.Subject.REAL : DiscriminatorEye.Subject.GENERATED);
        return labels.length == 0 ? labels : new byte[] {labels[index]};
    }

    /** Asks the run; the answer comes on the FX thread, unless another run is shown meanwhile. */
    public <A> void ask(Question<A> question, Consumer<A> answer) {
        Optional<Run> asked = run;
        asked.ifPresent(
                r ->
                        r.ask(
                                question,
                                found ->
                                        fx.execute(
                                                () -> {
                                                    if (asked.equals(run)) {
                                                        answer.accept(found);
                                                    }
                                                })));
    }

    private static GeneratorInput noise(Experiment experiment) {
        return GeneratorInput.preview(experiment, RunOptions.live().previews());
    }

    private boolean isTrainedOnData() {
        return plan().filter(p -> p.experiment().data().equals(data.spec())).isPresent();
    }

    private void follow(Optional<Run> next) {
        run.ifPresent(before -> before.inspect(Optional.empty()));
        run = next;
        inspections.clear();
        inspect();
        revision.set(revision.get() + 1);
    }

    private void inspect() {
        Optional<Run> told = run;
        run.ifPresent(
                r ->
                        r.inspect(
                                watchers == 0
                                        ? Optional.empty()
                                        : Optional.of(
                                                found ->
                                                        fx.execute(
                                                                () -> {
                                                                    if (told.equals(run)) {
                                                                        add(found);
                                                                    }
                                                                }))));
    }

    private void add(Inspection found) {
        inspections.add(found);
        if (inspections.size() > MOST) {
            for (int i = inspections.size() - 2; i > 0; i -= 2) {
                inspections.remove(i);
            }
        }
        revision.set(revision.get() + 1);
    }
}
