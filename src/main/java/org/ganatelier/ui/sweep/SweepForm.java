package org.ganatelier.ui.sweep;

import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.project.sweep.Axis;
import org.ganatelier.project.sweep.Halving;
import org.ganatelier.project.sweep.SweepFile;
import org.ganatelier.session.SweepOrder;
import org.ganatelier.text.Words;
import org.ganatelier.train.Goal;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Segments;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** What a sweep shall be. FX thread only. */
final class SweepForm extends VBox {
    /** What a goal counts. */
    private enum Unit {
        STEPS,
        SECONDS
    }

    /** Who types is not done yet. */
    private static final Duration REST = Duration.millis(400);

    private static final int SCORED = 2000;
    private static final double KEPT = 0.5;
    private static final double NUMBER_WIDTH = 84;
    private static final double PATH_WIDTH = 220;

    private final Experiment base;
    private final Words words;
    private final List<String> paths;
    private final VBox axes = new VBox();
    private final TextField seeds;
    private final TextField amount;
    private final ObjectProperty<Unit> unit = new SimpleObjectProperty<>(Unit.STEPS);
    private final CheckBox scored;
    private final CheckBox halving;
    private final TextField slots;
    private final TextField folder;
    private final ObjectProperty<Optional<SweepOrder>> order =
            new SimpleObjectProperty<>(Optional.empty());
    private final PauseTransition rest = new PauseTransition(REST);

    /**
     * @param base what all trainings have in common
     * @param name of the base
     * @param paths of its values that can be varied
     * @param usual folder where nothing else is chosen
     * @param chooseFolder lets the user choose one, beginning with the present one
     */
    SweepForm(
            Experiment base,
            String name,
            List<String> paths,
            Path usual,
            Consumer<TextField> chooseFolder,
            Words words) {
        this.base = base;
        this.words = words;
        this.paths = paths;
        getStyleClass().addAll("form-page", "sweep-form");
        rest.setOnFinished(_ -> order.set(read()));
        seeds = number("sweep-seeds", "sweep.seeds.hint", "3");
        amount = number("sweep-amount", "sweep.goal.hint", "2000");
        slots =
                number(
                        "sweep-slots",
                        "sweep.slots.hint",
                        Integer.toString(Runtime.getRuntime().availableProcessors()));
        folder = number("sweep-folder", "sweep.folder.hint", usual.toString());
        folder.setPrefWidth(PATH_WIDTH);
        scored = check("sweep-scored", "sweep.score");
        scored.setSelected(base.data().bundled().isPresent());
        scored.setDisable(base.data().bundled().isEmpty());
        halving = check("sweep-halving", "sweep.halving");
        halving.disableProperty().bind(scored.selectedProperty().not());
        unit.subscribe(this::changed);
        var title = new Label(words.say("sweep.varies", "experiment", name));
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        axes.getStyleClass().add("sweep-axes");
        var more = new Button(words.say("sweep.axis.more"), new FontIcon(Feather.PLUS));
        more.setId("sweep-more");
        more.setOnAction(_ -> add());
        getChildren().addAll(title, axes, more, rest(chooseFolder));
        add().set("training.batchSize", "32, 64");
    }

    /** The sweep as it is filled in; empty where something is missing. */
    ObjectProperty<Optional<SweepOrder>> orderProperty() {
        return order;
    }

    private AxisRow add() {
        var row = new AxisRow[1];
        row[0] = new AxisRow(paths, this::changed, () -> remove(row[0]), words);
        axes.getChildren().add(row[0]);
        changed();
        return row[0];
    }

    private void remove(AxisRow row) {
        axes.getChildren().remove(row);
        changed();
    }

    private Node rest(Consumer<TextField> chooseFolder) {
        var grid = new GridPane();
        grid.getStyleClass().add("form");
        grid.addRow(0, caption("sweep.seeds"), seeds);
        var goal =
                new HBox(
                        amount,
                        new Segments<>(
                                unit,
                                List.of(
                                        new Segments.Choice<>(
                                                Unit.STEPS,
                                                "sweep-steps",
                                                words.say("sweep.goal.steps"),
                                                ""),
                                        new Segments.Choice<>(
                                                Unit.SECONDS,
                                                "sweep-seconds",
                                                words.say("sweep.goal.seconds"),
                                                words.say("sweep.goal.seconds.hint")))));
        goal.getStyleClass().add("sweep-line");
        grid.addRow(1, caption("sweep.goal"), goal);
        grid.addRow(2, caption("sweep.slots"), slots);
        var choose = new Button(words.say("shell.export.choose"));
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(_ -> chooseFolder.accept(folder));
        var place = new HBox(folder, choose);
        place.getStyleClass().add("sweep-line");
        HBox.setHgrow(folder, Priority.ALWAYS);
        grid.addRow(3, caption("sweep.folder"), place);
        GridPane.setHgrow(place, Priority.ALWAYS);
        var all = new VBox(grid, scored, halving);
        all.getStyleClass().add("sweep-axes");
        return all;
    }

    private Label caption(String key) {
        var label = new Label(words.say(key));
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private TextField number(String id, String hint, String text) {
        var field = new TextField(text);
        field.setId(id);
        field.setPrefWidth(NUMBER_WIDTH);
        field.setMaxWidth(Double.MAX_VALUE);
        field.setAccessibleText(words.say(hint));
        Hints.on(field, words.say(hint));
        field.textProperty().subscribe(this::changed);
        return field;
    }

    private CheckBox check(String id, String key) {
        var box = new CheckBox(words.say(key));
        box.setId(id);
        box.setWrapText(true);
        box.setMinHeight(USE_PREF_SIZE);
        Hints.on(box, words.say(key + ".hint"));
        box.selectedProperty().subscribe(this::changed);
        return box;
    }

    private void changed() {
        rest.playFromStart();
    }

    private Optional<SweepOrder> read() {
        List<AxisRow> filled =
                axes.getChildren().stream()
                        .map(AxisRow.class::cast)
                        .filter(row -> !row.isEmpty())
                        .toList();
        List<Axis> varied = filled.stream().flatMap(row -> row.axis().stream()).toList();
        Optional<Integer> many = Typed.whole(seeds.getText(), 1);
        Optional<Integer> atATime = Typed.whole(slots.getText(), 1);
        Optional<Goal> goal = goal();
        boolean complete = varied.size() == filled.size();
        if (!complete || many.isEmpty() || atATime.isEmpty() || goal.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new SweepOrder(
                            base,
                            new SweepFile(
                                    List.of(base.name()),
                                    varied,
                                    LongStream.range(0, many.get())
                                            .mapToObj(i -> base.seed() + i)
                                            .toList(),
                                    goal.get(),
                                    scored.isSelected()
                                            ? OptionalInt.of(SCORED)
                                            : OptionalInt.empty(),
                                    halving(goal.get())),
                            atATime.get(),
                            Path.of(folder.getText().strip())));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private Optional<Goal> goal() {
        return switch (unit.get()) {
            case STEPS -> Typed.whole(amount.getText(), 1).map(Goal.Steps::new);
            case SECONDS ->
                    Typed.decimal(amount.getText())
                            .filter(seconds -> seconds > 0)
                            .map(Goal.Seconds::new);
        };
    }

    /** Looks at a quarter and at a half of the way. */
    private Optional<Halving> halving(Goal goal) {
        if (!halving.isSelected() || !scored.isSelected()) {
            return Optional.empty();
        }
        var rungs = new ArrayList<Goal>();
        for (int part : new int[] {4, 2}) {
            switch (goal) {
                case Goal.Steps(long steps) when steps >= part ->
                        rungs.add(new Goal.Steps(steps / part));
                case Goal.Steps _ -> {}
                case Goal.Seconds(double seconds) -> rungs.add(new Goal.Seconds(seconds / part));
            }
        }
        return rungs.isEmpty() ? Optional.empty() : Optional.of(new Halving(rungs, KEPT));
    }
}
