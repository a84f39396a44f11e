package org.ganatelier.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.ganatelier.session.Documents;
import org.ganatelier.session.EditName;
import org.ganatelier.session.Overlay;
import org.ganatelier.session.RunEntry;
import org.ganatelier.session.Session;
import org.ganatelier.session.Workers;
import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.RunEvent;
import org.ganatelier.ui.widget.Pictures;
import org.ganatelier.ui.widget.Reasons;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

import java.util.List;

/** The table of runs in a window of its own. */
@SuppressWarnings("NullAway.Init") // TestFX fills the fields before each test
class RunsPanelTest extends ApplicationTest {
    private final FakeTrainer trainer = new FakeTrainer();
    private Session session;
    private RunsPanel panel;
    private RunTable table;

    @Override
    public void start(Stage stage) {
        var workers = new Workers(Runnable::run, Runnable::run, Platform::isFxApplicationThread);
        session = Session.of(Documents.preset("digits"), trainer, new FakeClassifiers(), workers);
        panel = new RunsPanel(session, Words.english());
        Pictures.show(stage, panel, "runs.css", 1_200, 260);
        table = (RunTable) panel.entrance();
    }

    @AfterEach
    void close() {
        interact(session::close);
    }

    @Test
    void eachRunIsALineThatSaysWhatDiffersAndHowItDoes() {
        threeRuns();

        assertThat(column(RunColumn.DIFFERS))
                .containsExactly(
                        "Batch size 64 → 32; Seed 42 → 7",
                        "The same as run 1",
                        "Digits, first contact");
        assertThat(column(RunColumn.STEP)).containsExactly("5", "20", "1,200");
        assertThat(column(RunColumn.STANDING)).containsExactly("training", "put away", "put away");
        assertThat(rows())
                .extracting(row -> row.nameProperty().get())
                .containsExactly("Run 3", "Run 2", "Run 1");
        assertThat(rows())
                .extracting(row -> row.shownProperty().get())
                .containsExactly(true, false, false);
    }

    @Test
    void aCheckDrawsARunAndTheSpaceBarDoesSoToo() {
        threeRuns();
        RunEntry first = session.runs().all().getFirst();
        select(2);
        press(KeyCode.SPACE).release(KeyCode.SPACE);

        assertThat(session.runs().overlays().allProperty().get())
                .containsExactly(new Overlay(first, 0));
        assertThat(rows().getLast().colorProperty().get()).hasValue(0);
        press(KeyCode.SPACE).release(KeyCode.SPACE);
        assertThat(session.runs().overlays().allProperty().get()).isEmpty();
    }

    @Test
    void aRunIsShownAndTheOneThatIsShownSaysWhyNot() {
        threeRuns();
        assertThat(Reasons.of(button("show"))).contains("It is shown already.");
        select(2);
        interact(() -> button("show").fire());

        assertThat(session.training().historyProperty().get().lastStep()).isEqualTo(1_200);
        assertThat(rows().getLast().shownProperty().get()).isTrue();
        assertThat(button("show").isDisabled()).isTrue();
    }

    @Test
    void aRunThatGoesOnStandsBelowItsParent() {
        threeRuns();
        select(2);
        interact(() -> button("go-on").fire());

        List<TreeItem<RunRow>> roots = table.getRoot().getChildren();
        assertThat(roots).hasSize(3);
        assertThat(roots.getLast().getChildren())
                .extracting(item -> item.getValue().textProperty(RunColumn.DIFFERS).get())
                .containsExactly("From run 1 at step 7");
        assertThat(table.selected().orElseThrow().run().number()).as("the new one").isEqualTo(4);
    }

    @Test
    void aNameIsWrittenOverAndAnEmptyOneIsTheNumberAgain() {
        threeRuns();
        select(1);
        RunRow row = rows().get(1);
        interact(() -> row.rename("  wide  "));
        assertThat(row.nameProperty().get()).isEqualTo("wide");
        assertThat(row.run().nameProperty().get()).isEqualTo("wide");
        interact(() -> row.rename(" "));
        assertThat(row.nameProperty().get()).isEqualTo("Run 2");
    }

    @Test
    void fTwoWritesTheName() {
        threeRuns();
        select(1);
        press(KeyCode.F2).release(KeyCode.F2);
        write("low").push(KeyCode.ENTER);

        assertThat(rows().get(1).nameProperty().get()).isEqualTo("low");
        assertThat(table.isEditable()).as("a slow double click edits nothing").isFalse();
    }

    @Test
    void aRunIsRemovedButNotTheCurrentOne() {
        threeRuns();
        assertThat(Reasons.of(button("remove")).orElseThrow()).startsWith("The current run cannot");
        select(1);
        press(KeyCode.DELETE).release(KeyCode.DELETE);

        assertThat(rows()).extracting(row -> row.run().number()).containsExactly(3, 1);
    }

    @Test
    void theLanguageOfTheWindowIsSpoken() {
        threeRuns();
        assertThat(RunColumn.STANDING.of(rows().getLast().run(), Words.of(Language.GERMAN)))
                .isEqualTo("abgelegt");
        assertThat(RunColumn.DIFFERS.of(rows().getFirst().run(), Words.of(Language.GERMAN)))
                .isEqualTo("Batchgröße 64 → 32; Seed 42 → 7");
    }

    @Test
    void repeatsAreOrderedFromAMenuThatSaysWhatTheyTake() {
        threeRuns();
        MenuButton repeat = lookup("#runs-repeat").query();
        interact(
                () -> {
                    session.runs().show(session.runs().all().getFirst().id());
                    repeat.getOnShowing().handle(new Event(Event.ANY));
                });
        assertThat(repeat.getItems())
                .extracting(MenuItem::getText)
                .containsExactly(
                        "3 seeds, 1,200 steps each: about 1:00:00",
                        "5 seeds, 1,200 steps each: about 1:40:00",
                        "10 seeds, 1,200 steps each: about 3:20:00");
        interact(() -> repeat.getItems().getFirst().fire());

        assertThat(trainer.run().options().steps()).hasValue(1_200);
        Label progress = lookup(".runs-progress").query();
        assertThat(progress.getText()).isEqualTo("Repeat 1 of 3");
        interact(() -> trainer.run().end(new RunEvent.End.Completed()));
        assertThat(progress.getText()).isEqualTo("Repeat 2 of 3");
        interact(() -> ((Button) lookup("#runs-stop").query()).fire());
        assertThat(lookup("#runs-repeat").tryQuery()).isPresent();
        assertThat(session.queue().batchProperty().get()).isEmpty();
    }

    @Test
    void theSelectedRunShowsItsLastImages() {
        threeRuns();
        Node images = lookup("#runs-images").query();
        assertThat(images.isVisible()).as("none were made yet").isFalse();
        interact(() -> trainer.run().paintPreview(5, 200));
        interact(panel::update);

        assertThat(images.isVisible()).isTrue();
        assertThat(images.getAccessibleText()).startsWith("The last images of Run 3.");
        interact(panel::layout);
        Image picture = ((ImageView) lookup("#runs-images .image-view").query()).getImage();
        assertThat(picture.getWidth()).isGreaterThan(100);
        int middle = (int) picture.getWidth() / 2 + 9;
        assertThat(picture.getPixelReader().getColor(middle, middle).getBrightness())
                .isCloseTo(200 / 255.0, within(0.01));
        select(1);
        assertThat(images.isVisible()).isFalse();
    }

    @Test
    void aTwinNeedsADifference() {
        threeRuns();
        Button twin = lookup("#runs-twin").query();
        assertThat(Reasons.of(twin).orElseThrow()).startsWith("Change something");
        interact(
                () ->
                        session.editor()
                                .edit(
                                        new EditName.ChangeSeed(),
                                        e -> e.withTraining(t -> t.withBatchSize(16))));
        assertThat(twin.isDisabled()).isFalse();
        interact(twin::fire);

        RunRow row = table.selected().orElseThrow();
        assertThat(row.textProperty(RunColumn.DIFFERS).get()).isEqualTo("Batch size 32 → 16");
        assertThat(row.run().origin().parent()).isPresent();
    }

    private void threeRuns() {
        interact(
                () -> {
                    session.training().train();
                    trainer.run().tell(RunEvent.State.TRAINING);
                    trainer.run().measure(1_200);
                    session.training().reset();
                    trainer.run().measure(20);
                    session.editor()
                            .edit(
                                    new EditName.ChangeSeed(),
                                    e -> e.withSeed(7).withTraining(t -> t.withBatchSize(32)));
                    session.training().reset();
                    trainer.run().tell(RunEvent.State.TRAINING);
                    trainer.run().measure(5);
                    panel.update();
                });
    }

    private void select(int line) {
        interact(
                () -> {
                    table.getSelectionModel().select(line);
                    table.requestFocus();
                });
    }

    private Button button(String id) {
        return lookup("#runs-action-" + id).query();
    }

    private List<RunRow> rows() {
        return table.getRoot().getChildren().stream().map(TreeItem::getValue).toList();
    }

    private List<String> column(RunColumn column) {
        return rows().stream().map(row -> row.textProperty(column).get()).toList();
    }
}
