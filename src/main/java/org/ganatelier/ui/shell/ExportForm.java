package org.ganatelier.ui.shell;

import atlantafx.base.theme.Styles;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.exchange.model.Obstacle;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.session.ExportOrder;
import org.ganatelier.session.ExportSubject;
import org.ganatelier.session.Exports;
import org.ganatelier.session.Settings;
import org.ganatelier.text.ExportText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Weights;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Segments;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What is to be exported: format, networks, weights and folder. FX thread only. */
final class ExportForm extends VBox {
    private static final String FORMAT = "export-format";
    private static final String FOLDER = "export-folder";
    private static final double MEANING_WIDTH = 430;
    private static final double PATH_WIDTH = 330;

    private final Exports exports;
    private final Settings settings;
    private final Words words;
    private final ObjectProperty<ModelFormat> format;
    private final ObjectProperty<Set<Side>> networks =
            new SimpleObjectProperty<>(EnumSet.allOf(Side.class));
    private final ObjectProperty<Weights> weights = new SimpleObjectProperty<>(Weights.AVERAGED);
    private final TextField folder;
    private final TextField name;
    private final VBox obstacles = new VBox();
    private final ObservableValue<List<Obstacle>> lacking;

    /**
     * @param settings know the format and the folder of the last time
     * @param experiment what it is called, as a name of a folder
     * @param usual folder where none was chosen yet
     * @param chooseFolder lets the user choose one, beginning with the present one
     */
    ExportForm(
            Exports exports,
            Settings settings,
            String experiment,
            Path usual,
            Consumer<TextField> chooseFolder,
            Words words) {
        this.exports = exports;
        this.settings = settings;
        this.words = words;
        format = new SimpleObjectProperty<>(firstFormat());
        folder = field("export-folder", "shell.export.folder");
        folder.setText(settings.choice(FOLDER).orElseGet(usual::toString));
        name = field("export-name", "shell.export.name");
        follow(experiment);
        lacking =
                Bindings.createObjectBinding(
                        () -> exports.obstacles(format.get(), networks.get()), format, networks);
        getStyleClass().addAll("form-page", "export-form");
        obstacles.getStyleClass().add("export-obstacles");
        getChildren().addAll(subject(), formats(), choices(chooseFolder), obstacles);
        lacking.subscribe(this::show);
    }

    /** Why nothing can be exported so; empty where it can. */
    ObservableValue<Optional<String>> reason() {
        return Bindings.createObjectBinding(
                () -> {
                    if (exports.subject() instanceof ExportSubject.Nothing) {
                        return Optional.of(words.say("shell.export.nothing"));
                    }
                    if (!lacking.getValue().isEmpty()) {
                        return Optional.of(words.say("shell.export.obstacles"));
                    }
                    return folder.getText().isBlank() || name.getText().isBlank()
                            ? Optional.of(words.say("shell.export.no-folder"))
                            : Optional.empty();
                },
                lacking,
                folder.textProperty(),
                name.textProperty());
    }

    /**
     * What is asked for; it is remembered for the next time.
     *
     * @throws InvalidPathException where the folder cannot be
     */
    ExportOrder order() {
        Path parent = Path.of(folder.getText().strip());
        Path whole = parent.resolve(name.getText().strip());
        settings.setChoice(FORMAT, format.get().id());
        settings.setChoice(FOLDER, parent.toString());
        settings.save();
        return new ExportOrder(format.get(), networks.get(), weights.get(), whole);
    }

    private ModelFormat firstFormat() {
        return settings.choice(FORMAT)
                .flatMap(ModelFormat::ofId)
                .filter(exports.formats()::contains)
                .orElseGet(() -> exports.formats().getFirst());
    }

    /** The name goes with the format until somebody types another one. */
    private void follow(String experiment) {
        format.subscribe(
                (before, now) -> {
                    if (name.getText().equals(experiment + "-" + before.id())) {
                        name.setText(experiment + "-" + now.id());
                    }
                });
        name.setText(experiment + "-" + format.get().id());
    }

    private Node subject() {
        var label =
                new Label(
                        switch (exports.subject()) {
                            case ExportSubject.OfRun(_, int number, long step) ->
                                    words.say(
                                            "shell.export.of-run", "number", number, "step", step);
                            case ExportSubject.OfExperiment _ ->
                                    words.say("shell.export.of-experiment");
                            case ExportSubject.Nothing _ -> words.say("shell.export.nothing");
                        });
        label.setId("export-subject");
        label.setWrapText(true);
        return label;
    }

    private Node formats() {
        var grid = new GridPane();
        grid.getStyleClass().add("export-formats");
        var group = new ToggleGroup();
        for (ModelFormat each : exports.formats()) {
            String sentence = ExportText.meaning(words, each);
            var button = new RadioButton(each.title());
            button.setId("export-" + each.id());
            button.setToggleGroup(group);
            button.setSelected(each == format.get());
            button.setAccessibleHelp(sentence);
            button.setMinWidth(USE_PREF_SIZE);
            button.selectedProperty()
                    .subscribe(
                            selected -> {
                                if (selected) {
                                    format.set(each);
                                }
                            });
            GridPane.setValignment(button, VPos.TOP);
            var meaning = new Label(sentence);
            meaning.getStyleClass().add("text-muted");
            meaning.setWrapText(true);
            meaning.setPrefWidth(MEANING_WIDTH);
            meaning.setMinHeight(USE_PREF_SIZE);
            meaning.setLabelFor(button);
            meaning.setOnMouseClicked(_ -> button.fire());
            grid.addRow(grid.getRowCount(), button, meaning);
        }
        return grid;
    }

    private Node choices(Consumer<TextField> chooseFolder) {
        var grid = new GridPane();
        grid.getStyleClass().add("form");
        grid.addRow(0, caption("shell.export.networks"), new Segments<>(networks, sides()));
        if (exports.subject() instanceof ExportSubject.OfRun run && run.isAveraging()) {
            grid.addRow(1, caption("shell.export.weights"), new Segments<>(weights, kinds()));
        }
        var choose = new Button(words.say("shell.export.choose"));
        choose.setId("export-choose");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(_ -> chooseFolder.accept(folder));
        var place = new HBox(folder, choose);
        place.getStyleClass().add("export-place");
        HBox.setHgrow(folder, Priority.ALWAYS);
        grid.addRow(2, caption("shell.export.folder.label"), place);
        grid.addRow(3, caption("shell.export.name.label"), name);
        GridPane.setHgrow(place, Priority.ALWAYS);
        return grid;
    }

    /** Never cut, however long a language says it. */
    private Label caption(String key) {
        var label = new Label(words.say(key));
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private List<Segments.Choice<Set<Side>>> sides() {
        return List.of(
                new Segments.Choice<>(
                        EnumSet.allOf(Side.class),
                        "export-both",
                        words.say("shell.export.both"),
                        words.say("shell.export.both.hint")),
                new Segments.Choice<>(
                        EnumSet.of(Side.GENERATOR),
                        "export-generator",
                        words.say("experiment.side.generator"),
                        words.say("shell.export.one.hint")),
                new Segments.Choice<>(
                        EnumSet.of(Side.DISCRIMINATOR),
                        "export-discriminator",
                        words.say("experiment.side.discriminator"),
                        words.say("shell.export.one.hint")));
    }

    private List<Segments.Choice<Weights>> kinds() {
        return List.of(
                new Segments.Choice<>(
                        Weights.AVERAGED,
                        "export-averaged",
                        words.say("images.weights.averaged"),
                        words.say("images.weights.averaged.meaning")),
                new Segments.Choice<>(
                        Weights.RAW,
                        "export-raw",
                        words.say("images.weights.raw"),
                        words.say("images.weights.raw.meaning")));
    }

    private TextField field(String id, String key) {
        var field = new TextField();
        field.setId(id);
        field.setPrefWidth(PATH_WIDTH);
        field.setAccessibleText(words.say(key));
        Hints.on(field, words.say(key));
        return field;
    }

    private void show(List<Obstacle> all) {
        obstacles
                .getChildren()
                .setAll(all.stream().map(each -> line(ExportText.say(words, each))).toList());
    }

    private static Label line(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("failure", Styles.TEXT);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
