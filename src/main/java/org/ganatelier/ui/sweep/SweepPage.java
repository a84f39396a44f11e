package org.ganatelier.ui.sweep;

import atlantafx.base.theme.Styles;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.session.SweepForecast;
import org.ganatelier.session.SweepOrder;
import org.ganatelier.session.SweepState;
import org.ganatelier.session.Sweeps;
import org.ganatelier.sweep.ResultFolder;
import org.ganatelier.sweep.Row;
import org.ganatelier.text.NoticeText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Reasons;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A sweep: what is varied on the left, what came of it on the right. FX thread only. */
public final class SweepPage extends HBox {
    private static final String RUN = "run.atelier";

    private final Sweeps sweeps;
    private final Consumer<Path> openRun;
    private final Words words;
    private final SweepTexts texts;
    private final SweepForm form;
    private final Label forecast = new Label();
    private final Label progress = new Label();
    private final Label message = new Label();
    private final Button start;
    private final Button stop;
    private final VBox results = new VBox();
    private final Subscription following;
    private Optional<Views> views = Optional.empty();

    /** What shows the results. */
    private record Views(
            SweepTable table, SweepPictures pictures, HeatMap heat, ParallelLines lines) {
        void show(SweepState now) {
            table.show(now);
            pictures.show(now);
            heat.show(now);
            lines.show(now);
        }
    }

    /**
     * @param base what all trainings have in common
     * @param title of the base
     * @param usual folder of a sweep
     * @param chooseFolder lets the user choose another one
     * @param openRun opens a run in the window
     */
    public SweepPage(
            Sweeps sweeps,
            Experiment base,
            String title,
            Path usual,
            Consumer<TextField> chooseFolder,
            Consumer<Path> openRun,
            Words words) {
        this.sweeps = sweeps;
        this.openRun = openRun;
        this.words = words;
        texts = new SweepTexts(words);
        form = new SweepForm(base, title, sweeps.paths(base), usual, chooseFolder, words);
        start = button("sweep-start", "sweep.start", Feather.PLAY);
        start.getStyleClass().add(Styles.ACCENT);
        start.setDefaultButton(true);
        start.setOnAction(_ -> begin());
        stop = button("sweep-stop", "sweep.stop", Feather.SQUARE);
        stop.setOnAction(_ -> sweeps.stop());
        setId("sweep");
        getStyleClass().add("sweep");
        getChildren().addAll(left(), right());
        following =
                Subscription.combine(
                        form.orderProperty().subscribe(this::foretell),
                        sweeps.forecastProperty().subscribe(this::show),
                        sweeps.stateProperty().subscribe(now -> now.ifPresent(this::show)));
    }

    /** It is closed: it follows nothing any more, and a sweep goes on. */
    public void retire() {
        following.unsubscribe();
    }

    private Button button(String id, String key, Feather icon) {
        var button = new Button(words.say(key), new FontIcon(icon));
        button.setId(id);
        Hints.on(button, words.say(key + ".hint"));
        return button;
    }

    private Node left() {
        forecast.setId("sweep-forecast");
        for (Label label : List.of(forecast, progress, message)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        message.getStyleClass().add("failure");
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        var scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var buttons = new HBox(start, stop);
        buttons.getStyleClass().add("sweep-line");
        var foot = new VBox(forecast, message, buttons);
        foot.getStyleClass().addAll("form-page", "sweep-foot");
        var left = new VBox(scroll, foot);
        left.getStyleClass().add("sweep-left");
        return left;
    }

    private Node right() {
        progress.setId("sweep-progress");
        progress.setText(words.say("sweep.none"));
        results.getStyleClass().addAll("form-page", "sweep-results");
        results.getChildren().setAll(progress);
        HBox.setHgrow(results, Priority.ALWAYS);
        return results;
    }

    private void foretell(Optional<SweepOrder> order) {
        if (order.isPresent()) {
            forecast.setText(words.say("sweep.checking"));
            SweepOrder wanted = order.get();
            sweeps.foretell(wanted.base(), wanted.file(), wanted.slots());
        } else {
            forecast.setText(words.say("sweep.incomplete"));
        }
        allow();
    }

    private void show(Optional<SweepForecast> now) {
        now.ifPresent(known -> forecast.setText(texts.of(known)));
        allow();
    }

    private void allow() {
        Reasons.disable(start, reason());
        Reasons.disable(
                stop,
                sweeps.isRunning() ? Optional.empty() : Optional.of(words.say("sweep.stop.none")));
    }

    private Optional<String> reason() {
        if (sweeps.isRunning()) {
            return Optional.of(words.say("sweep.start.running"));
        }
        if (form.orderProperty().get().isEmpty()) {
            return Optional.of(words.say("sweep.incomplete"));
        }
        return sweeps.forecastProperty()
                .get()
                .flatMap(
                        known ->
                                switch (known) {
                                    case SweepForecast.Possible(int trainings, _, _)
                                            when trainings > 0 ->
                                            Optional.empty();
                                    case SweepForecast.Possible _, SweepForecast.Wrong _ ->
                                            Optional.of(words.say("sweep.start.wrong"));
                                });
    }

    private void begin() {
        message.setText("");
        form.orderProperty()
                .get()
                .ifPresent(
                        order ->
                                sweeps.begin(
                                        order,
                                        texts,
                                        failure -> {
                                            message.setText(NoticeText.say(words, failure));
                                            allow();
                                        }));
        allow();
    }

    private void show(SweepState now) {
        progress.setText(texts.progress(now));
        if (views.isEmpty()) {
            var made =
                    new Views(
                            new SweepTable(now, this::open, texts, words),
                            new SweepPictures(this::open, texts, words),
                            new HeatMap(words),
                            new ParallelLines(words));
            views = Optional.of(made);
            var tabs =
                    new TabPane(
                            tab("sweep.tab.table", made.table()),
                            tab("sweep.tab.pictures", made.pictures()),
                            tab("sweep.tab.heat", made.heat()),
                            tab("sweep.tab.parallel", made.lines()));
            tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
            VBox.setVgrow(tabs, Priority.ALWAYS);
            results.getChildren().setAll(progress, tabs);
        }
        views.get().show(now);
        allow();
    }

    private Tab tab(String key, Node content) {
        var tab = new Tab(words.say(key), content);
        tab.setTooltip(Hints.of(words.say(key + ".hint")));
        return tab;
    }

    private void open(Row row) {
        Path folder = sweeps.stateProperty().get().orElseThrow().folder();
        row.cell()
                .filter(_ -> row.result().isPresent())
                .map(cell -> new ResultFolder(folder).of(cell).resolve(RUN))
                .ifPresent(openRun);
    }
}
