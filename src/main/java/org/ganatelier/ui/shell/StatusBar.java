package org.ganatelier.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.controlsfx.control.action.Action;
import org.controlsfx.control.action.ActionUtils;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.session.EngineState;
import org.ganatelier.session.Session;
import org.ganatelier.session.TrainingState;
import org.ganatelier.text.StatusText;
import org.ganatelier.text.Words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The line at the bottom: what goes on, how fast, on what, and what stands in the way. */
final class StatusBar extends HBox {
    private final Session session;
    private final Consumer<Problem.Place> reveal;
    private final Words words;

    /**
     * @param reset brings edits into the run
     * @param latent shows or hides the latent panel
     * @param reveal brings a problem's place into view
     */
    StatusBar(
            Session session,
            Action reset,
            Action latent,
            Consumer<Problem.Place> reveal,
            Words words) {
        this.session = session;
        this.words = words;
        this.reveal = reveal;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        var latentButton = ActionUtils.createButton(latent, ActionUtils.ActionTextBehavior.HIDE);
        latentButton.getStyleClass().addAll("button-icon", "flat", "small");
        latentButton.setAccessibleText(latent.getText());
        getChildren()
                .addAll(
                        state(),
                        progress(),
                        speed(),
                        engine(),
                        busy(),
                        spring,
                        waiting(reset),
                        problems(),
                        latentButton);
    }

    private Node state() {
        var dot = new Region();
        dot.getStyleClass().add("state-dot");
        var label = new Label("", dot);
        label.getStyleClass().add("state");
        label.setTooltip(new Tooltip("What the run is doing"));
        session.training()
                .stateProperty()
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
        var label = figure("Steps done, and how often all real images have been shown");
        label.textProperty()
                .bind(
                        session.training()
                                .metricsProperty()
                                .map(
                                        metrics ->
                                                metrics.map(
                                                                m ->
                                                                        "step %,d · epoch %.1f"
                                                                                .formatted(
                                                                                        m.step(),
                                                                                        m.epoch()))
                                                        .orElse("")));
        return label;
    }

    private Node speed() {
        var label = figure("Steps and real images in a second");
        var training = session.training();
        label.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::speedText,
                                training.metricsProperty(),
                                training.stateProperty()));
        return label;
    }

    private String speedText() {
        var training = session.training();
        if (training.stateProperty().get() != TrainingState.TRAINING) {
            return "";
        }
        int batch =
                training.runProperty()
                        .get()
                        .map(run -> run.plan().experiment().training().batchSize())
                        .orElse(1);
        return training.metricsProperty()
                .get()
                .map(m -> m.imagesPerSecond())
                .map(rate -> "%.3g steps/s · %,.0f images/s".formatted(rate / batch, rate))
                .orElse("");
    }

    private Node engine() {
        var label = figure("What computes, and with how many threads");
        var loading = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        loading.getStyleClass().add("small");
        session.engine()
                .stateProperty()
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

    private static String text(EngineState state) {
        return switch (state) {
            case EngineState.Loading() -> "Loading the engine…";
            case EngineState.Unpacking(double share) ->
                    "Unpacking the engine, this once: %.0f %%".formatted(100 * share);
            case EngineState.Loaded(var info) ->
                    "%s · CPU, %d %s"
                            .formatted(
                                    info.name(),
                                    info.threads(),
                                    info.threads() == 1 ? "thread" : "threads");
            case EngineState.Missing _ -> "The engine could not be loaded";
        };
    }

    private Node busy() {
        var label = figure("What goes on in the background");
        label.textProperty()
                .bind(
                        session.documents()
                                .busyProperty()
                                .map(now -> now.map(a -> StatusText.say(words, a)).orElse("")));
        return hiddenWhenEmpty(label);
    }

    private Node waiting(Action reset) {
        var link = new Hyperlink();
        link.textProperty()
                .bind(
                        Bindings.when(reset.disabledProperty())
                                .then("changes wait: the running networks are unchanged")
                                .otherwise("changes wait for Reset"));
        link.getStyleClass().add("changes-wait");
        link.setTooltip(new Tooltip(reset.getLongText()));
        link.visibleProperty().bind(session.training().changesWaitProperty());
        link.managedProperty().bind(link.visibleProperty());
        link.disableProperty().bind(reset.disabledProperty());
        link.setOnAction(reset);
        return link;
    }

    private Node problems() {
        var link = new Hyperlink();
        link.getStyleClass().add("problem-count");
        link.setTooltip(new Tooltip("Show the first problem"));
        var outcome = session.editor().outcomeProperty();
        link.textProperty().bind(outcome.map(o -> count(o.problems())));
        link.setOnAction(_ -> first().map(Problem::place).ifPresent(reveal));
        return hiddenWhenEmpty(link);
    }

    private Optional<Problem> first() {
        return session.editor().outcomeProperty().get().problems().stream().findFirst();
    }

    private static String count(List<Problem> problems) {
        return switch (problems.size()) {
            case 0 -> "";
            case 1 -> "1 problem " + place(problems.getFirst().place());
            default ->
                    problems.size() + " problems, the first " + place(problems.getFirst().place());
        };
    }

    private static String place(Problem.Place place) {
        return switch (place) {
            case Problem.Place.Layer(var side, _) -> "in the " + lower(side.title());
            case Problem.Place.Network(var side) -> "in the " + lower(side.title());
            case Problem.Place.Settings() -> "in the settings";
        };
    }

    private static String lower(String title) {
        return title.toLowerCase(Locale.ROOT);
    }

    private static Label figure(String tooltip) {
        var label = new Label();
        label.getStyleClass().add("figure");
        label.setTooltip(new Tooltip(tooltip));
        return label;
    }

    private static Node hiddenWhenEmpty(Labeled node) {
        node.visibleProperty().bind(node.textProperty().isNotEmpty());
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }
}
