package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.session.Documents;
import org.ganatelier.session.EditName;
import org.ganatelier.text.Words;
import org.ganatelier.train.FakeTrainer.FakeRun;
import org.ganatelier.train.RunEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/** What the window says about files and runs, and what it asks. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test
class DocumentWindowTest extends WindowCase {
    @TempDir private Path folder;

    @Test
    void theTitleNamesTheFileAndWhatIsNotSaved() throws TimeoutException {
        assertThat(title()).isEqualTo("Digits, first contact – GAN Atelier");
        edit(5);
        assertThat(title()).isEqualTo("Digits, first contact* – GAN Atelier");
        save(folder.resolve("mine.atelier"));
        assertThat(title()).isEqualTo("mine.atelier – GAN Atelier");
        edit(6);
        assertThat(title()).isEqualTo("mine.atelier* – GAN Atelier");
        press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
        waitUntil(() -> title().equals("mine.atelier – GAN Atelier"));
        assertThat(settings.recentFiles()).containsExactly(folder.resolve("mine.atelier"));
    }

    @Test
    void theFileMenuOffersWhatPeopleKnow() {
        assertThat(((MenuButton) node("#file")).getItems())
                .extracting(MenuItem::getText)
                .contains("New", "Open…", "Open recent", "Save", "Save as…");
        press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
        assertThat(session.editor().experimentProperty().get().name()).isEqualTo("New experiment");
        assertThat(session.editor().experimentProperty().get().generator())
                .isEqualTo(NetworkSpec.of());
        assertThat(lookup(".hint-text").queryAllAs(Labeled.class))
                .as("nothing is wrong and red yet")
                .extracting(Labeled::getText)
                .contains(
                        "The networks are not finished. Add layers first; the marked cards say what"
                                + " is missing.");
        press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(title()).startsWith("Digits");
    }

    @Test
    void closingAsksNothingWhereNothingIsLost() {
        interact(this::askToClose);
        assertThat(stage().isShowing()).isFalse();
    }

    @Test
    void closingAsksOnceAboutWhatIsNotSaved() throws TimeoutException {
        Path file = folder.resolve("mine.atelier");
        save(file);
        edit(7);
        answer("Cancel");
        assertThat(stage().isShowing()).isTrue();
        answer("Save");
        waitUntil(() -> !stage().isShowing());
        interact(() -> session.documents().open(file));
        waitUntil(() -> session.documents().busyProperty().get().isEmpty());
        assertThat(session.editor().experimentProperty().get().seed()).isEqualTo(7);
    }

    @Test
    void whatIsNotWantedIsNotSaved() throws TimeoutException {
        edit(7);
        answer("Do not save");
        waitUntil(() -> !stage().isShowing());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theStripSaysWhichRunIsShownAndWhatWaits() throws TimeoutException {
        assertThat(strip()).startsWith("No run yet");
        train(3);
        assertThat(strip()).isEqualTo("Run 1: Digits, first contact, step 3");
        assertThat(node("#start-again").isVisible()).isFalse();
        double before = node(".columns").localToScene(0, 0).getY();
        edit(7);
        lay();
        assertThat(text(".run-strip .changes-wait")).isEqualTo("Not in this run yet: seed");
        assertThat(node(".columns").localToScene(0, 0).getY()).isEqualTo(before);
        interact(
                () ->
                        session.editor()
                                .edit(
                                        new EditName.RemoveLayer("Dense"),
                                        e -> e.withNetwork(Side.GENERATOR, _ -> NetworkSpec.of())));
        assertThat(text(".run-strip .changes-wait"))
                .isEqualTo("Not in this run yet: generator and seed. First solve the problems.");
        assertThat(node("#start-again").isDisabled()).isTrue();
        interact(session.editor()::undo);
        clickOn("#start-again");
        waitUntil(() -> trainer.runs().size() == 2);
        assertThat(trainer.run().plan().experiment().seed()).isEqualTo(7);
    }

    @Test
    void anEarlierRunIsNamedAndTheStatusBarStaysWithTheCurrentOne() throws TimeoutException {
        FakeRun first = train(3);
        interact(session.training()::reset);
        waitUntil(() -> trainer.runs().size() == 2);
        interact(
                () -> {
                    trainer.run().tell(RunEvent.State.TRAINING);
                    trainer.run().measure(1);
                });
        settle();
        interact(() -> session.runs().show(first.id()));

        assertThat(strip()).isEqualTo("Run 1: Digits, first contact, step 3 · earlier run");
        assertThat(from(node(".status-bar")).lookup(".figure").<Label>queryAll())
                .extracting(Label::getText)
                .anyMatch(text -> text.startsWith("step 1 "))
                .noneMatch(text -> text.startsWith("step 3 "));
        clickOn("#show-current");
        assertThat(strip()).isEqualTo("Run 2: Digits, first contact, step 1");
    }

    @Test
    void aResetIsTakenBackByOneClickAndSpaceDoesNotResetAgain() throws TimeoutException {
        FakeRun first = train(10);
        clickOn("#reset");
        waitUntil(() -> trainer.runs().size() == 2);
        assertThat(window.root().getScene().getFocusOwner()).isEqualTo(node("#train"));
        type(KeyCode.SPACE);
        assertThat(trainer.runs()).hasSize(2);

        clickOn("Bring it back");
        waitUntil(() -> trainer.runs().size() == 3);
        assertThat(trainer.run().from()).isPresent();
        assertThat(session.runs().shownProperty().get().orElseThrow().start().parent())
                .hasValueSatisfying(parent -> assertThat(parent.runId()).hasValue(first.id()));
        assertThat(session.notices().open()).isEmpty();
    }

    @Test
    void aPresetShowsNothingOfTheRunBefore() throws TimeoutException {
        train(10);
        interact(() -> trainer.run().paintPreview(10, 200));
        settle();
        interact(() -> session.documents().load("fashion"));
        waitUntil(
                () ->
                        session.editor()
                                .experimentProperty()
                                .get()
                                .equals(Documents.preset("fashion")));

        assertThat(strip()).startsWith("No run yet");
        assertThat(node(".images-panel .empty-hint").isVisible()).isTrue();
        clickOn("#train");
        waitUntil(() -> trainer.runs().size() == 2);
        assertThat(trainer.run().plan().experiment()).isEqualTo(Documents.preset("fashion"));
    }

    @Test
    void aNoteIsShownWhenItsDocumentIsOpened() throws TimeoutException {
        Path file = folder.resolve("lesson.atelier");
        assertThat(window.root().lookup("#note-text")).isNull();
        interact(() -> session.documents().current().noteProperty().set("Look at the 8."));
        lay();
        var page = (TextArea) node("#note-text");
        clickOn(page);
        press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL);
        write(" And the 3.");
        save(file);
        interact(() -> session.documents().beginNew("Another"));
        lay();
        assertThat(((TextArea) node("#note-text")).getText()).isEmpty();
        interact(() -> session.documents().open(file));
        waitUntil(
                () ->
                        ((TextArea) node("#note-text"))
                                .getText()
                                .equals("Look at the 8. And the 3."));
        clickOn("#note-text");
        press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(((TextArea) node("#note-text")).getText())
                .isEqualTo("Look at the 8. And the 3.");
    }

    @Test
    void aFileThatIsGoneIsGrey() throws Exception {
        Path there = Files.writeString(folder.resolve("there.atelier"), "");
        interact(
                () -> {
                    settings.addRecentFile(folder.resolve("gone.atelier"));
                    settings.addRecentFile(there);
                });
        var made = new CompletableFuture<RecentMenu>();
        interact(
                () ->
                        made.complete(
                                new RecentMenu(
                                        session.recentFiles(settings),
                                        session.documents()::open,
                                        Words.english())));
        List<MenuItem> menu = made.join().getItems();
        waitUntil(() -> menu.get(1).isDisable());
        assertThat(menu).extracting(MenuItem::getText).startsWith("there.atelier", "gone.atelier");
        assertThat(menu.getFirst().isDisable()).isFalse();
    }

    private FakeRun train(int steps) throws TimeoutException {
        int before = trainer.runs().size();
        interact(session.training()::train);
        waitUntil(() -> trainer.runs().size() == before + 1);
        interact(
                () -> {
                    for (int step = 1; step <= steps; step++) {
                        trainer.run().measure(step);
                    }
                });
        settle();
        return trainer.run();
    }

    private void edit(long seed) {
        interact(() -> session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(seed)));
    }

    private void save(Path file) throws TimeoutException {
        interact(() -> session.documents().save(file, () -> {}));
        waitUntil(() -> session.documents().current().fileProperty().get().isPresent());
        waitUntil(() -> session.documents().busyProperty().get().isEmpty());
    }

    private void askToClose() {
        var request = new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST);
        stage().fireEvent(request);
        if (!request.isConsumed()) {
            stage().hide();
        }
    }

    private void answer(String button) throws TimeoutException {
        // Not "interact", which would wait for the answer that is given below.
        Platform.runLater(this::askToClose);
        waitUntil(() -> lookup(".alert").tryQuery().isPresent());
        Button chosen =
                lookup(".alert .button")
                        .<Button>match(b -> b.getText().equals(button))
                        .queryButton();
        interact(chosen::fire);
        waitUntil(() -> lookup(".alert").tryQuery().isEmpty());
    }

    private Stage stage() {
        return (Stage) window.root().getScene().getWindow();
    }

    private String title() {
        return stage().getTitle();
    }

    private String strip() {
        return text(".run-strip .run-shown");
    }

    private String text(String selector) {
        Node found = node(selector);
        return ((Labeled) found).getText();
    }
}
