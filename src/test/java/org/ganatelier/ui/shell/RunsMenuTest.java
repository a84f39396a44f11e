package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.stage.Stage;

import org.ganatelier.session.Documents;
import org.ganatelier.session.RunEntry;
import org.ganatelier.session.Session;
import org.ganatelier.session.Workers;
import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

import java.util.List;

/** The list of runs in the menu, without a window around it. */
@SuppressWarnings("NullAway.Init") // TestFX fills the fields before each test
class RunsMenuTest extends ApplicationTest {
    private final FakeTrainer trainer = new FakeTrainer();
    private Session session;
    private RunsMenu menu;

    @Override
    public void start(Stage stage) {}

    @BeforeEach
    void make() {
        interact(
                () -> {
                    var workers =
                            new Workers(
                                    Runnable::run, Runnable::run, Platform::isFxApplicationThread);
                    session =
                            Session.of(
                                    Documents.preset("digits"),
                                    trainer,
                                    new FakeClassifiers(),
                                    workers);
                    menu = new RunsMenu(session, Words.english());
                });
    }

    @Test
    void beforeTheFirstRunThereIsNothingToChoose() {
        assertThat(menu.isDisable()).isTrue();
    }

    @Test
    void theRunsAreListedNewestFirstAndTheOneShownIsMarked() {
        twoRuns();

        assertThat(menu.isDisable()).isFalse();
        assertThat(runs()).extracting(MenuItem::getText).satisfies(this::areInOrder);
        assertThat(runs()).extracting(RadioMenuItem::isSelected).containsExactly(true, false);
        assertThat(goOn().isDisable()).as("the current run needs no door").isTrue();
    }

    private void areInOrder(List<? extends String> texts) {
        String name = session.editor().experimentProperty().get().name();
        assertThat(texts.getFirst()).isEqualTo(name + ", step 5 (current)");
        assertThat(texts.getLast()).isEqualTo(name + ", step 1,200");
    }

    @Test
    void anEarlierRunIsShownAndGoesOn() {
        twoRuns();
        interact(
                () -> {
                    runs().getLast().fire();
                    menu.update();
                });
        assertThat(session.training().historyProperty().get().lastStep()).isEqualTo(1_200);
        assertThat(goOn().isDisable()).isFalse();

        interact(() -> goOn().fire());
        assertThat(trainer.runs()).hasSize(3);
        RunEntry shown = session.runs().shownProperty().get().orElseThrow();
        assertThat(shown.start().parent().orElseThrow().runId())
                .hasValue(trainer.runs().getFirst().id());
    }

    @Test
    void theListSpeaksGerman() {
        interact(() -> menu = new RunsMenu(session, Words.of(Language.GERMAN)));
        twoRuns();

        assertThat(menu.getText()).isEqualTo("Läufe");
        assertThat(runs().getLast().getText()).endsWith(", Schritt 1.200");
    }

    private void twoRuns() {
        interact(
                () -> {
                    session.training().train();
                    trainer.run().measure(1_200);
                    session.training().reset();
                    trainer.run().measure(5);
                    menu.update();
                });
    }

    private List<RadioMenuItem> runs() {
        return menu.getItems().stream()
                .filter(RadioMenuItem.class::isInstance)
                .map(RadioMenuItem.class::cast)
                .toList();
    }

    private MenuItem goOn() {
        return menu.getItems().getLast();
    }
}
