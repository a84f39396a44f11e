package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.controlsfx.control.action.Action;
import org.ganatelier.session.Documents;
import org.ganatelier.session.EditName;
import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.KeyHelp;
import org.ganatelier.ui.widget.NamedKeys;
import org.ganatelier.ui.widget.Reasons;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationTest;

/** All commands of the window. */
@SuppressWarnings("NullAway.Init") // TestFX fills the fields before each test
class CommandsTest extends ApplicationTest {
    private Stage stage;
    private ShellParts parts;
    private Commands commands;

    @Override
    public void start(Stage primary) {
        stage = primary;
    }

    @BeforeEach
    void make() {
        interact(
                () -> {
                    parts = new ShellParts(Words.english());
                    commands = parts.commands(parts.dialogs(stage));
                });
    }

    @AfterEach
    void close() {
        interact(parts.session()::close);
    }

    @Test
    void noKeysMeanTwoThings() {
        assertThat(commands.shortcuts().map(CommandGroup.Shortcut::keys))
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyShortcutReachesTheScene() {
        var scene = new Scene(new Group());
        commands.installIn(scene);
        assertThat(scene.getAccelerators().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        commands.shortcuts().map(CommandGroup.Shortcut::keys).toList());
    }

    @Test
    void theTooltipOfACommandEndsWithItsKeys() {
        assertThat(commands.run().reset.getLongText()).endsWith(" (Ctrl+R)");
        assertThat(commands.help().about.getLongText()).doesNotContain("(");
    }

    @Test
    void aCommandThatCannotBeUsedDoesNothingByKeysEither() {
        Action undo = commands.experiment().undo;
        assertThat(undo.isDisabled()).isTrue();
        Runnable keys = work("Shortcut+Z");
        interact(keys);
        interact(
                () -> parts.session().editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(9)));
        assertThat(undo.isDisabled()).isFalse();
        interact(keys);
        assertThat(undo.isDisabled()).isTrue();
        assertThat(commands.experiment().redo.getLongText()).contains("Change seed");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCommandThatCannotBeUsedSaysWhy(Language language) {
        interact(
                () -> {
                    var spoken = new ShellParts(Words.of(language));
                    Commands all = spoken.commands(spoken.dialogs(stage));
                    spoken.session()
                            .editor()
                            .edit(new EditName.ChangeSeed(), _ -> Documents.preset("article"));
                    var disabled =
                            all.groups().stream()
                                    .flatMap(group -> group.actions().stream())
                                    .filter(Action::isDisabled)
                                    .toList();
                    assertThat(disabled).contains(all.run().train, all.files().saveGrid);
                    assertThat(disabled)
                            .allSatisfy(action -> assertThat(Reasons.of(action)).isPresent());
                    assertThat(Reasons.of(all.run().train))
                            .contains(Words.of(language).say("shell.reason.problems"));
                    spoken.session().close();
                });
    }

    @Test
    void commandsThatWereReplacedFollowNothing() {
        interact(commands::retire);
        interact(
                () -> parts.session().editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(9)));
        assertThat(commands.experiment().undo.isDisabled()).isTrue();
    }

    @Test
    void aPartOfThePageExplainsWhatItsKeysDo() {
        assertThat(commands.run().help())
                .startsWith(new KeyHelp("F5, Space", "Train, or pause"))
                .contains(new KeyHelp("Ctrl+R", "Reset"));
    }

    private Runnable work(String keys) {
        return commands.shortcuts()
                .filter(shortcut -> shortcut.keys().equals(NamedKeys.of(keys, Words.english())))
                .map(CommandGroup.Shortcut::work)
                .findFirst()
                .orElseThrow();
    }
}
