package org.ganatelier.ui.runs;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.ganatelier.experiment.contrast.Contrast;
import org.ganatelier.experiment.contrast.Contrasts;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.session.Batch;
import org.ganatelier.session.RunEntry;
import org.ganatelier.session.RunQueue;
import org.ganatelier.session.Session;
import org.ganatelier.text.ContrastText;
import org.ganatelier.text.RunText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Metrics;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Reasons;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Orders runs that are compared: the same experiment with several seeds, or a twin; and says how
 * far they are. FX thread only.
 */
final class QueueBar extends HBox {
    private static final List<Integer> SEEDS = List.of(3, 5, 10);

    /** Of each run, while there is none that says how long one is: some digits can be read then. */
    private static final long USUAL_STEPS = 1_000;

    /** A run shorter than this says nothing about how long one should be. */
    private static final long LEAST_STEPS = 100;

    private final Session session;
    private final RunQueue queue;
    private final Words words;
    private final MenuButton repeat = new MenuButton();
    private final Button twin = new Button();
    private final Label progress = new Label();
    private final Button stop = new Button();

    QueueBar(Session session, Words words) {
        this.session = session;
        this.words = words;
        queue = session.queue();
        getStyleClass().add("runs-queue");
        prepareRepeat();
        prepareTwin();
        progress.getStyleClass().add("runs-progress");
        stop.setText(words.say("runs.queue.stop"));
        stop.setGraphic(new FontIcon(Feather.SQUARE));
        stop.setId("runs-stop");
        stop.getStyleClass().addAll("small");
        Hints.on(stop, words.say("runs.queue.stop.hint"));
        stop.setOnAction(_ -> queue.stop());
        Live.on(this, queue.batchProperty()).subscribe(this::show);
        Live.on(this, session.runs().currentProperty()).subscribe(_ -> say());
    }

    private void prepareRepeat() {
        repeat.setText(words.say("runs.queue.repeat"));
        repeat.setGraphic(new FontIcon(Feather.REPEAT));
        repeat.setId("runs-repeat");
        repeat.getStyleClass().addAll("small", "flat");
        repeat.setMinWidth(USE_PREF_SIZE);
        Hints.on(repeat, words.say("runs.queue.repeat.hint"));
        repeat.setOnShowing(_ -> list());
        list();
        Reasons.disable(
                repeat, Live.on(this, session.editor().outcomeProperty()).map(this::problems));
    }

    private void prepareTwin() {
        twin.setText(words.say("runs.queue.train-twin"));
        twin.setGraphic(new FontIcon(Feather.COPY));
        twin.setId("runs-twin");
        twin.getStyleClass().addAll("small", "flat");
        twin.setMinWidth(USE_PREF_SIZE);
        Tooltip hint = Hints.on(twin, words.say("runs.queue.train-twin.hint"));
        hint.setOnShowing(_ -> hint.setText(twinHint()));
        twin.setOnAction(_ -> shown().ifPresent(queue::twin));
        List<ObservableValue<?>> all =
                List.of(
                        Live.on(this, session.editor().outcomeProperty()),
                        Live.on(this, session.editor().experimentProperty()),
                        Live.on(this, session.runs().shownProperty()),
                        Live.on(this, session.training().currentMetricsProperty()));
        Reasons.disable(
                twin,
                Bindings.createObjectBinding(
                        () -> {
                            all.forEach(ObservableValue::getValue);
                            return cannotTwin();
                        },
                        all.toArray(ObservableValue[]::new)));
    }

    private Optional<String> problems(Outcome outcome) {
        return outcome instanceof Outcome.Ready
                ? Optional.empty()
                : Optional.of(words.say("shell.reason.problems"));
    }

    private Optional<String> cannotTwin() {
        Optional<RunEntry> shown = shown();
        if (shown.isEmpty() || shown.get().history().isEmpty()) {
            return Optional.of(words.say("shell.reason.no-run"));
        }
        if (differences(shown.get()).isEmpty()) {
            return Optional.of(words.say("runs.queue.no-difference"));
        }
        return problems(session.editor().outcomeProperty().get());
    }

    private String twinHint() {
        return words.say("runs.queue.train-twin.hint")
                + shown().map(run -> "\n" + ContrastText.say(words, differences(run))).orElse("");
    }

    private List<Contrast> differences(RunEntry of) {
        return Contrasts.between(of.experiment(), queue.twinOf(of));
    }

    private Optional<RunEntry> shown() {
        return session.runs().shownProperty().get();
    }

    private void list() {
        var items = new ArrayList<MenuItem>();
        long steps = steps();
        for (int seeds : SEEDS) {
            var item = new MenuItem(order(seeds, steps));
            item.setOnAction(_ -> queue.repeat(seeds, steps));
            items.add(item);
        }
        repeat.getItems().setAll(items);
    }

    private long steps() {
        return shown().map(run -> run.history().lastStep())
                .filter(steps -> steps >= LEAST_STEPS)
                .orElse(USUAL_STEPS);
    }

    /** "5 seeds, 1,000 steps each: about 3:20". */
    private String order(int seeds, long steps) {
        Optional<Double> each =
                shown().flatMap(run -> run.history().latest())
                        .filter(metrics -> metrics.step() > 0)
                        .map(QueueBar::secondsAStep);
        return each.map(
                        seconds ->
                                words.say(
                                        "runs.queue.order.with-time",
                                        Map.of(
                                                "n",
                                                seeds,
                                                "steps",
                                                steps,
                                                "time",
                                                RunText.time(seconds * steps * seeds))))
                .orElseGet(() -> words.say("runs.queue.order", "n", seeds, "steps", steps));
    }

    private static double secondsAStep(Metrics metrics) {
        return metrics.seconds() / metrics.step();
    }

    private void show(Optional<Batch> batch) {
        boolean hadKeyboard = isFocusWithin();
        getChildren().setAll(batch.isPresent() ? List.of(progress, stop) : List.of(repeat, twin));
        if (hadKeyboard) {
            (batch.isPresent() ? stop : repeat).requestFocus();
        }
        say();
    }

    private void say() {
        queue.batchProperty()
                .get()
                .ifPresent(batch -> progress.setText(RunText.progress(words, batch)));
    }
}
