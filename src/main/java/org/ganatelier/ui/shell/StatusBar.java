package org.ganatelier.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.controlsfx.control.action.Action;
import org.controlsfx.control.action.ActionUtils;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.session.EngineState;
import org.ganatelier.session.RunEntry;
import org.ganatelier.session.Session;
import org.ganatelier.session.TrainingState;
import org.ganatelier.text.SpeedText;
import org.ganatelier.text.StatusText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Metrics;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Repaint;
import org.ganatelier.ui.widget.Terms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** The line at the bottom: what goes on, how fast, on what, and what stands in the way. */
final class StatusBar extends CollapsingBar {
    private static final PseudoClass UNFINISHED = PseudoClass.getPseudoClass("unfinished");

    private static final Duration ESTIMATES = Duration.seconds(2);

    private final Session session;
    private final Consumer<Problem.Place> reveal;
    private final Words words;

    /**
     * @param commands of which it offers some
     * @param reveal brings a problem's place into view
     */
    StatusBar(Session session, Commands commands, Consumer<Problem.Place> reveal, Words words) {
        this.session = session;
        this.words = words;
        this.reveal = reveal;
        getStyleClass().add("status-bar");
        Node progress = progress();
        Node speed = speed();
        Node engine = engine();
        getChildren()
                .addAll(
                        state(),
                        progress,
                        speed,
                        engine,
                        busy(),
                        spring(),
                        problems(),
                        iconButton(commands.view().toggleCode),
                        iconButton(commands.view().toggleRuns),
                        iconButton(commands.view().toggleLatent));
        collapse(List.of(engine, speed, progress));
    }

    private static Node iconButton(Action action) {
        var button = ActionUtils.createButton(action, ActionUtils.ActionTextBehavior.HIDE);
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setAccessibleText(action.getText());
        return button;
    }

    private Node state() {
        var dot = new Region();
        dot.getStyleClass().add("state-dot");
        var label = new Label("", dot);
        label.getStyleClass().add("state");
        label.setTooltip(new Tooltip(words.say("shell.status.state.hint")));
        Live.on(label, session.training().stateProperty())
                .subscribe(
                        now -> {
                            label.setText(StatusText.say(words, now));
                            for (TrainingState each : TrainingState.values()) {
                                dot.pseudoClassStateChanged(pseudoClass(each), each == now);
                            }
                        });
        return label;
    }

    private static PseudoClass pseudoClass(TrainingState state) {
        return PseudoClass.getPseudoClass(state.name().toLowerCase(Locale.ROOT));
    }

    private Node progress() {
        var label = figure(words.say("shell.status.progress.hint"));
        Terms.on(label, "epoch", words);
        var metrics = session.training().currentMetricsProperty();
        var repaint =
                new Repaint(
                        label,
                        () -> label.setText(metrics.get().map(this::progressText).orElse("")));
        Live.on(label, metrics).subscribe(_ -> repaint.request());
        return label;
    }

    private String progressText(Metrics metrics) {
        // A run from an old file knows its step and nothing else.
        return Double.isNaN(metrics.epoch())
                ? words.say("shell.status.step", "step", metrics.step())
                : words.say(
                        "shell.status.progress",
                        "step",
                        metrics.step(),
                        "epoch",
                        words.decimal(metrics.epoch(), 1));
    }

    private Node speed() {
        var label = figure(words.say("shell.status.speed.hint"));
        Terms.on(label, "steps-per-second", words);
        var training = session.training();
        var estimate = Live.on(label, session.estimate().estimateProperty());
        label.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::speedText,
                                training.seenSpeedProperty(),
                                training.stateProperty(),
                                estimate));
        // Not while somebody types.
        var tries = new Repaint(label, ESTIMATES, session.estimate()::request);
        Live.on(label, session.editor().outcomeProperty()).subscribe(_ -> tries.request());
        Live.on(label, session.engine().stateProperty()).subscribe(_ -> tries.request());
        Live.on(label, training.liveProperty()).subscribe(_ -> tries.request());
        return label;
    }

    private String speedText() {
        var training = session.training();
        Optional<RunEntry> run = session.runs().currentProperty().get();
        if (training.stateProperty().get() != TrainingState.TRAINING || run.isEmpty()) {
            return session.estimate()
                    .estimateProperty()
                    .get()
                    .map(e -> SpeedText.say(words, e.stepsPerSecond(), e.epochsPerMinute()))
                    .orElse("");
        }
        int batch = run.get().experiment().training().batchSize();
        OptionalDouble steps = training.seenSpeedProperty().get();
        return steps.isPresent()
                ? words.say(
                        "shell.status.speed",
                        "steps",
                        words.decimal(steps.getAsDouble(), 1),
                        "images",
                        Math.round(steps.getAsDouble() * batch))
                : "";
    }

    private Node engine() {
        var label = figure(words.say("shell.status.engine.hint"));
        var loading = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        loading.getStyleClass().add("small");
        Live.on(label, session.engine().stateProperty())
                .subscribe(
                        state -> {
                            loading.setProgress(progress(state));
                            label.setGraphic(isThere(state) ? null : loading);
                            label.setText(text(state));
                        });
        return label;
    }

    private static boolean isThere(EngineState state) {
        return switch (state) {
            case EngineState.Loading(), EngineState.Unpacking _ -> false;
            case EngineState.Loaded _, EngineState.Missing _ -> true;
        };
    }

    private static double progress(EngineState state) {
        return state instanceof EngineState.Unpacking(double share)
                ? share
                : ProgressBar.INDETERMINATE_PROGRESS;
    }

    private String text(EngineState state) {
        return switch (state) {
            case EngineState.Loading() -> words.say("shell.status.engine.loading");
            case EngineState.Unpacking(double share) ->
                    words.say("shell.status.engine.unpacking", "percent", Math.round(100 * share));
            case EngineState.Loaded(var info) ->
                    words.say("shell.status.engine", "name", info.name(), "n", info.threads());
            case EngineState.Missing _ -> words.say("shell.status.engine.missing");
        };
    }

    private Node busy() {
        var label = figure(words.say("shell.status.busy.hint"));
        label.textProperty()
                .bind(
                        Live.on(label, session.documents().busyProperty())
                                .map(now -> now.map(a -> StatusText.say(words, a)).orElse("")));
        return hiddenWhenEmpty(label);
    }

    private Node problems() {
        var link = new Hyperlink();
        link.getStyleClass().add("problem-count");
        link.setTooltip(new Tooltip(words.say("shell.status.problems.hint")));
        var outcome = Live.on(link, session.editor().outcomeProperty());
        link.textProperty().bind(outcome.map(this::count));
        outcome.subscribe(now -> link.pseudoClassStateChanged(UNFINISHED, now.isUnfinished()));
        link.setOnAction(_ -> showFirst());
        return hiddenWhenEmpty(link);
    }

    private void showFirst() {
        session.editor().outcomeProperty().get().problems().stream()
                .findFirst()
                .map(Problem::place)
                .ifPresent(reveal);
    }

    private String count(Outcome outcome) {
        List<Problem> problems = outcome.problems();
        if (problems.isEmpty()) {
            return "";
        }
        String place = place(problems.getFirst().place());
        return outcome.isUnfinished()
                ? words.say("shell.status.unfinished", "place", place)
                : words.say("shell.status.problems", "n", problems.size(), "place", place);
    }

    /** Which of the message's variants a place chooses. */
    private static String place(Problem.Place place) {
        return switch (place) {
            case Problem.Place.Layer(var side, _) -> side.name().toLowerCase(Locale.ROOT);
            case Problem.Place.Network(var side) -> side.name().toLowerCase(Locale.ROOT);
            case Problem.Place.Settings() -> "settings";
        };
    }

    private static Label figure(String tooltip) {
        var label = new Label();
        label.getStyleClass().add("figure");
        Hints.on(label, tooltip);
        return label;
    }

    private static Node hiddenWhenEmpty(Labeled node) {
        node.visibleProperty().bind(node.textProperty().isNotEmpty());
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }
}
