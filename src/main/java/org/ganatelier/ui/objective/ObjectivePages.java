package org.ganatelier.ui.objective;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.session.EditName;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Field;
import org.ganatelier.ui.widget.FieldForm;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.ProblemList;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Map;

/** What the drawer of the objective holds: its pages and its problems. FX thread only. */
final class ObjectivePages extends VBox {
    private final ObjectiveModel model;
    private final Runnable close;
    private final Words words;
    private final KindChooser kinds;
    private final LabelsChooser labels;
    private final FieldForm<Experiment> additions;
    private final FieldForm<Experiment> batch;
    private final FieldForm<Experiment> clusters;
    private final FieldForm<Experiment> generator;
    private final FieldForm<Experiment> discriminator;
    private final ProblemList problems;
    private final TabPane tabs = new TabPane();

    /**
     * @param close asks to be hidden
     */
    ObjectivePages(ObjectiveModel model, Runnable close, Words words) {
        this.model = model;
        this.close = close;
        this.words = words;
        kinds =
                new KindChooser(
                        loss ->
                                model.change(
                                        new EditName.ChangeField("objective.loss", Map.of()),
                                        e -> e.withLoss(loss)),
                        words);
        labels =
                new LabelsChooser(
                        way ->
                                model.change(
                                        new EditName.ChangeField("objective.labels", Map.of()),
                                        e -> e.withConditioning(way)),
                        words);
        additions = form();
        batch = form();
        clusters = form();
        generator = form();
        discriminator = form();
        problems = new ProblemList(model::apply, words);
        layOut();
    }

    /** Begins at the top of the first page, with the focus on the kind that is chosen. */
    void begin() {
        tabs.getSelectionModel().selectFirst();
        tabs.getTabs().forEach(tab -> ((ScrollPane) tab.getContent()).setVvalue(0));
        kinds.focus();
    }

    /** Forgets what was typed and is not a value. */
    void revert() {
        List.of(additions, batch, clusters, generator, discriminator).forEach(FieldForm::revert);
    }

    /** Shows an experiment. */
    void show(Outcome outcome) {
        Experiment experiment = outcome.plan().experiment();
        kinds.show(experiment.objective());
        labels.show(experiment.conditioning());
        clusters.show(
                List.of(
                        new Field.Section<>(
                                "",
                                words.say("objective.clusters.note"),
                                List.of(ExperimentFields.clusters(experiment, words)))));
        additions.show(ObjectiveFields.of(experiment, words));
        batch.show(
                List.of(Field.Section.of(List.of(ExperimentFields.batchSize(experiment, words)))));
        generator.show(section(Side.GENERATOR, experiment));
        discriminator.show(section(Side.DISCRIMINATOR, experiment));
        problems.show(ObjectiveProblems.of(outcome));
    }

    private List<Field.Section<Experiment>> section(Side side, Experiment experiment) {
        return List.of(Field.Section.of(OptimizerFields.of(side, experiment, words)));
    }

    private FieldForm<Experiment> form() {
        return new FieldForm<>(model::change, () -> {}, close, words);
    }

    private void layOut() {
        getStyleClass().add("objective-pages");
        var columns =
                new HBox(
                        column(Side.GENERATOR, generator),
                        column(Side.DISCRIMINATOR, discriminator));
        columns.getStyleClass().add("objective-columns");
        additions.getStyleClass().add("objective-additions");
        clusters.getStyleClass().add("objective-additions");
        batch.getStyleClass().add("objective-additions");
        tabs.getTabs()
                .addAll(
                        tab("objective.page.losses", kinds, additions),
                        tab("objective.page.training", batch, columns),
                        tab("objective.page.labels", labels, clusters));
        tabs.setAccessibleText(words.say("objective.pages"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        // Where there is not room for all, the pages scroll and the problems are whole.
        problems.setMinHeight(USE_PREF_SIZE);
        // Below: what comes and goes must not move what is being clicked.
        getChildren().addAll(head(), tabs, problems);
    }

    private HBox head() {
        var title = new Label(words.say("objective.drawer"));
        title.getStyleClass().add("networks-title");
        title.setWrapText(true);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var back = new Button(words.say("objective.back"), new FontIcon(Feather.X));
        back.getStyleClass().addAll("flat", "objective-back");
        Hints.on(back, words.say("objective.back.hint"));
        back.setOnAction(_ -> close.run());
        var head = new HBox(title, space, back);
        head.getStyleClass().add("objective-head");
        head.setMinHeight(USE_PREF_SIZE);
        return head;
    }

    private VBox column(Side side, FieldForm<Experiment> form) {
        var title =
                new Label(
                        words.say(
                                switch (side) {
                                    case GENERATOR -> "experiment.side.generator";
                                    case DISCRIMINATOR -> "experiment.side.discriminator";
                                }));
        title.getStyleClass()
                .addAll(
                        "objective-player",
                        switch (side) {
                            case GENERATOR -> "of-generator";
                            case DISCRIMINATOR -> "of-discriminator";
                        });
        Hints.on(
                title,
                words.say(
                        switch (side) {
                            case GENERATOR -> "networks.side.generator.meaning";
                            case DISCRIMINATOR -> "networks.side.discriminator.meaning";
                        }));
        var column = new VBox(title, form);
        column.getStyleClass().add("objective-column");
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private Tab tab(String key, Node... parts) {
        var content = new VBox(parts);
        content.getStyleClass().add("objective-page");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        // Its fields take the keyboard, and scroll into view with it.
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("networks-scroll");
        var tab = new Tab(words.say(key), scroll);
        tab.setTooltip(Hints.of(words.say(key + ".hint")));
        return tab;
    }
}
