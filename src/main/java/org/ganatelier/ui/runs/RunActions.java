package org.ganatelier.ui.runs;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;

import org.controlsfx.control.action.Action;
import org.ganatelier.session.Batch;
import org.ganatelier.session.Drawn;
import org.ganatelier.session.Overlays;
import org.ganatelier.session.RunEntry;
import org.ganatelier.session.Runs;
import org.ganatelier.session.Session;
import org.ganatelier.session.Training;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Reasons;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What can be done with the run that is selected; buttons, menu and keys share it. */
final class RunActions {
    /** Of the property that holds the key of its message. */
    private static final String KEY = "key";

    private final Runs runs;
    private final Training training;
    private final RunTable table;
    private final Words words;
    private final Action show;
    private final Action goOn;
    private final Action band;
    private final Action rename;
    private final Action remove;

    RunActions(Session session, RunTable table, Words words) {
        runs = session.runs();
        training = session.training();
        this.table = table;
        this.words = words;
        show =
                action(
                        "runs.action.show",
                        Feather.EYE,
                        run -> runs.show(run.id()),
                        this::cannotShow);
        goOn =
                action(
                        "runs.action.go-on",
                        Feather.PLAY,
                        run -> training.goOnWith(run.id()),
                        this::cannotGoOn);
        band = action("runs.action.band", Feather.ACTIVITY, this::toggleBand, this::cannotBand);
        rename =
                action(
                        "runs.action.rename",
                        Feather.EDIT_2,
                        _ -> table.editName(),
                        _ -> Optional.empty());
        remove =
                action(
                        "runs.action.remove",
                        Feather.TRASH_2,
                        run -> runs.remove(run.id()),
                        this::cannotRemove);
    }

    /** A button for each. */
    List<Button> buttons() {
        return all().stream().map(this::button).toList();
    }

    /** A line for each. */
    ContextMenu menu() {
        var menu = new ContextMenu();
        menu.setOnShowing(_ -> menu.getItems().setAll(all().stream().map(this::item).toList()));
        // An empty one would not open.
        menu.getItems().setAll(all().stream().map(this::item).toList());
        return menu;
    }

    /** Shows the run that is selected. */
    void showSelected() {
        fire(show);
    }

    /** Does what a key stands for, unless a name is being written. */
    void press(KeyEvent event) {
        if (table.getEditingCell() != null
                || event.isShortcutDown()
                || event.isAltDown()
                || table.selected().isEmpty()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> fire(show);
            case F2 -> fire(rename);
            case DELETE -> fire(remove);
            case SPACE -> table.selected().ifPresent(row -> toggle(row.run()));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void toggle(Drawn of) {
        Overlays overlays = runs.overlays();
        if (overlays.contains(of)) {
            overlays.remove(of);
        } else {
            overlays.add(of);
        }
    }

    private void toggleBand(RunEntry run) {
        run.batch().ifPresent(this::toggle);
    }

    private Optional<String> cannotBand(RunEntry run) {
        Optional<Batch> repeats =
                run.batch()
                        .filter(batch -> batch.kind() == Batch.Kind.REPEATS)
                        .filter(batch -> batch.runs().size() > 1);
        if (repeats.isEmpty()) {
            return Optional.of(words.say("runs.reason.no-repeats"));
        }
        boolean noColor = runs.overlays().isFull() && !runs.overlays().contains(repeats.get());
        return noColor
                ? Optional.of(words.say("runs.overlay.full", "n", Overlays.MOST))
                : Optional.empty();
    }

    private List<Action> all() {
        return List.of(show, goOn, band, rename, remove);
    }

    private Action action(
            String key,
            Feather icon,
            Consumer<RunEntry> work,
            Function<RunEntry, Optional<String>> obstacle) {
        var action = new Action(_ -> table.selected().map(RunRow::run).ifPresent(work));
        action.setText(words.say(key));
        action.setLongText(words.say(key + ".hint"));
        action.setGraphic(new FontIcon(icon));
        action.getProperties().put(KEY, key);
        Reasons.disable(action, reason(obstacle));
        return action;
    }

    private ObservableValue<Optional<String>> reason(
            Function<RunEntry, Optional<String>> obstacle) {
        List<ObservableValue<?>> all =
                List.of(
                        table.getSelectionModel().selectedItemProperty(),
                        Live.on(table, runs.allProperty()),
                        Live.on(table, runs.shownProperty()),
                        Live.on(table, runs.currentProperty()),
                        Live.on(table, runs.overlays().allProperty()));
        return Bindings.createObjectBinding(
                () -> {
                    // Who is not asked for its value tells no other one.
                    all.forEach(ObservableValue::getValue);
                    return table.selected()
                            .map(row -> obstacle.apply(row.run()))
                            .orElseGet(() -> Optional.of(words.say("runs.reason.none")));
                },
                all.toArray(ObservableValue[]::new));
    }

    private Optional<String> cannotShow(RunEntry run) {
        return runs.shownProperty()
                .get()
                .filter(run::equals)
                .map(_ -> words.say("runs.reason.shown"));
    }

    private Optional<String> cannotGoOn(RunEntry run) {
        if (runs.isCurrent(run)) {
            return Optional.of(words.say("shell.reason.current-run"));
        }
        return run.canGoOn()
                ? Optional.empty()
                : Optional.of(words.say("shell.reason.run-forgotten"));
    }

    private Optional<String> cannotRemove(RunEntry run) {
        return runs.isCurrent(run)
                ? Optional.of(words.say("runs.reason.current"))
                : Optional.empty();
    }

    private static void fire(Action action) {
        if (!action.isDisabled()) {
            action.handle(new ActionEvent());
        }
    }

    private Button button(Action action) {
        var button = new Button(action.getText(), icon(action));
        button.setId(String.valueOf(action.getProperties().get(KEY)).replace('.', '-'));
        button.getStyleClass().addAll("small", "flat");
        button.setMinWidth(Button.USE_PREF_SIZE);
        Hints.on(button, action.getLongText());
        Reasons.disableAs(button, action);
        button.setOnAction(action);
        return button;
    }

    private MenuItem item(Action action) {
        var item = new MenuItem(action.getText(), icon(action));
        Reasons.disable(item, Reasons.of(action));
        item.setOnAction(action);
        return item;
    }

    private static FontIcon icon(Action action) {
        return new FontIcon(((FontIcon) action.getGraphic()).getIconCode());
    }
}
