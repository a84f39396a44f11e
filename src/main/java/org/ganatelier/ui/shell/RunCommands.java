package org.ganatelier.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

import org.controlsfx.control.action.Action;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.session.RunEntry;
import org.ganatelier.session.Session;
import org.ganatelier.session.Training;
import org.ganatelier.text.Words;
import org.ganatelier.train.Run;
import org.ganatelier.ui.widget.Reasons;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;

/** What a run can be told. */
final class RunCommands extends CommandGroup {
    private static final KeyCombination F5 = KeyCombination.valueOf("F5");
    private static final KeyCombination SPACE = KeyCombination.valueOf("Space");

    final Action train;
    final Action reset;
    final Action step;
    final Action stepDiscriminator;
    final Action stepGenerator;

    private final Words words;
    private final Training training;

    RunCommands(Session session, Words words) {
        super(Optional.of(words.say("shell.shortcuts.part.training")), words);
        this.words = words;
        training = session.training();
        train = trainOrPause();
        reset =
                command(
                        words.say("shell.command.reset"),
                        words.say("shell.command.reset.hint"),
                        Feather.ROTATE_CCW,
                        "Shortcut+R",
                        training::reset);
        step = step("shell.command.step", Feather.SKIP_FORWARD, "F10", Run.Turn.BOTH);
        stepDiscriminator =
                step("shell.command.d-step", Feather.EYE, "Shift+F10", Run.Turn.DISCRIMINATOR);
        stepGenerator =
                step("shell.command.g-step", Feather.EDIT_2, "Shortcut+F10", Run.Turn.GENERATOR);
        disable(session);
    }

    private Action trainOrPause() {
        Action action =
                unlisted(
                        words.say("shell.command.train"),
                        words.say("shell.command.train.hint"),
                        Feather.PLAY,
                        F5,
                        this::startOrPause);
        onKeys(SPACE, () -> fire(action));
        explain(
                words.say("keys.and-space", "keys", display(action)),
                words.say("shell.shortcuts.train-or-pause"));
        live(training.goingProperty()).subscribe(going -> show(action, going));
        return action;
    }

    private void show(Action action, boolean going) {
        action.setText(words.say(going ? "shell.command.pause" : "shell.command.train"));
        action.setGraphic(new Icon(going ? Feather.PAUSE : Feather.PLAY));
        action.setLongText(
                withKeys(
                        words.say(going ? "shell.command.pause.hint" : "shell.command.train.hint"),
                        words.say("keys.f5-or-space")));
    }

    private Action step(String key, Feather icon, String keys, Run.Turn turn) {
        return command(
                words.say(key), words.say(key + ".hint"), icon, keys, () -> training.step(turn));
    }

    private void disable(Session session) {
        ObservableValue<Optional<String>> problems =
                live(session.editor().outcomeProperty()).map(this::problems);
        ObservableValue<Boolean> goesOn = live(training.liveProperty());
        ObservableValue<Optional<String>> cannotTrain =
                Bindings.createObjectBinding(
                        () -> goesOn.getValue() ? Optional.empty() : problems.getValue(),
                        goesOn,
                        problems);
        for (Action action : List.of(train, step, stepDiscriminator, stepGenerator)) {
            Reasons.disable(action, cannotTrain);
        }
        ObservableValue<Optional<RunEntry>> current = live(session.runs().currentProperty());
        Reasons.disable(
                reset,
                Bindings.createObjectBinding(
                        () ->
                                current.getValue().isEmpty()
                                        ? Optional.of(words.say("shell.reason.no-run"))
                                        : problems.getValue(),
                        current,
                        problems));
    }

    private Optional<String> problems(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ready _ -> Optional.empty();
            case Outcome.Rejected _ ->
                    Optional.of(
                            words.say(
                                    outcome.isUnfinished()
                                            ? "shell.reason.unfinished"
                                            : "shell.reason.problems"));
        };
    }

    private void startOrPause() {
        if (training.goingProperty().get()) {
            training.pause();
        } else {
            training.train();
        }
    }
}
