package org.ganatelier.ui.coach;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Polyline;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.session.Coaching.State;
import org.ganatelier.session.Documents;
import org.ganatelier.session.EditName;
import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.Trainer;
import org.ganatelier.ui.panel.PanelCase;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Reasons;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.TimeoutException;

/** What the coach says, and what a click on it does. */
class CoachPanelTest extends PanelCase<CoachPanel> {
    private static final String AHEAD = "D is ahead, which does no harm so far";
    private static final String DIVERGES = "G’s loss runs away";

    private final FakeTrainer trainer = new FakeTrainer();
    private long step;

    @Override
    protected Experiment experiment() {
        return Documents.preset("mlp");
    }

    @Override
    protected Trainer trainer() {
        return trainer;
    }

    @Override
    protected CoachPanel make(PanelContext context) {
        return (CoachPanel) CoachPanel.in(context);
    }

    @Test
    void thereIsNothingToDoBeforeSomethingIsSaid() throws TimeoutException {
        assertThat(texts()).containsExactly("Says what happens in training, and what helps.");
        begin();
        assertThat(texts()).containsExactly("Watching. Nothing to report so far.");
    }

    @Test
    void aFindingComesWithItsFiguresAPictureAndASource() throws TimeoutException {
        begin();
        diverge();
        assertThat(texts())
                .contains(DIVERGES, "Step 140", "Mescheder et al. 2018, arXiv:1801.04406")
                .anyMatch(
                        text ->
                                text.matches(
                                        "G’s loss left all bounds .*; it is at 1,[0-9.]+ now.*"))
                .noneMatch(text -> text.startsWith("Earlier"));
        Node picture = seen(".coach-picture");
        assertThat(picture.getAccessibleText()).isEqualTo("The losses of G and D");
        assertThat(picture.lookupAll(".coach-line"))
                .hasSize(2)
                .allMatch(line -> ((Polyline) line).getPoints().size() > 2);
        assertThat(panel.getAccessibleText()).startsWith(DIVERGES + ", ");
    }

    @Test
    void aClickChangesTheRunAndCanBeTakenBack() throws TimeoutException {
        begin();
        diverge();
        assertThat(hint(change())).startsWith("Changes the running training.");
        clickOn(change());
        settle();
        assertThat(rate()).isLessThan(rate(experiment()));
        assertThat(trainer.run().orders()).contains("edit");
        assertThat(trainer.run().plan().experiment()).isEqualTo(edited());
        assertThat(Reasons.of(change()))
                .contains("The experiment is so already, or has changed since.");
        interact(session.editor()::undo);
        assertThat(edited()).isEqualTo(experiment());
        assertThat(change().isDisabled()).isFalse();
    }

    @Test
    void whatIsSaidOfARunThatEndedChangesOnlyWhatComesNext() throws TimeoutException {
        begin();
        diverge();
        interact(() -> trainer.run().end(new RunEvent.End.Stopped()));
        settle();
        assertThat(hint(change()))
                .isEqualTo("Changes the experiment. It takes effect after a reset.");
        clickOn(change());
        assertThat(rate()).isLessThan(rate(experiment()));
        assertThat(trainer.run().orders()).doesNotContain("edit");
    }

    @Test
    void ofAnotherRunItCanBeReadButNotFollowed() throws TimeoutException {
        begin();
        diverge();
        long earlier = session.runs().currentProperty().get().orElseThrow().id();
        interact(session.training()::reset);
        waitForText("Watching. Nothing to report so far.");
        interact(() -> session.runs().show(earlier));
        waitForText(DIVERGES);
        assertThat(Reasons.of(change()))
                .contains("The run that this was said of is not the current one.");
        clickOn(change());
        assertThat(edited()).isEqualTo(experiment());
    }

    @Test
    void showMeLoadsAPresetAndNothingIsLost() throws TimeoutException {
        begin();
        diverge();
        var run = session.runs().currentProperty().get().orElseThrow();
        interact(
                () -> {
                    session.editor().edit(new EditName.ChangeSeed(), e -> e.withLatentSize(33));
                    session.documents().current().noteProperty().set("Mine");
                });
        Experiment mine = edited();
        clickOn("#coach-show-me");
        waitUntil(() -> edited().equals(Documents.preset("too-fast")));
        assertThat(session.runs().all()).contains(run);
        assertThat(session.documents().current().noteProperty().get()).isEmpty();

        interact(session.editor()::undo);
        settle();
        assertThat(edited()).isEqualTo(mine);
        assertThat(session.documents().current().noteProperty().get()).isEqualTo("Mine");
        assertThat(session.documents().current().unsavedProperty().get()).isTrue();
        assertThat(session.runs().currentProperty().get()).contains(run);
        waitForText(DIVERGES);
    }

    @Test
    void aPresetThatIsThereAlreadyIsNotLoadedAgain() throws TimeoutException {
        interact(() -> session.documents().load("too-fast"));
        waitUntil(() -> session.documents().current().presetProperty().get().equals("too-fast"));
        begin();
        diverge();
        Node showMe = seen("#coach-show-me");
        assertThat(Reasons.of(showMe)).contains("This preset is in the editor already.");
    }

    @Test
    void whetherItIsOnIsRemembered() throws TimeoutException {
        begin();
        diverge();
        clickOn(".coach-power");
        assertThat(texts()).containsExactly("The coach is off.");
        speak(Words.of(Language.GERMAN));
        assertThat(session.coaching().onProperty().get()).isFalse();
        assertThat(texts()).containsExactly("Der Coach ist aus.");
        Node power = seen(".coach-power");
        interact(power::requestFocus);
        type(KeyCode.SPACE);
        waitUntil(() -> session.coaching().stateProperty().get() instanceof State.Said);
        assertThat(settings.choice("coach")).contains("on");
    }

    @Test
    void anotherLanguageSaysTheSame() throws TimeoutException {
        begin();
        diverge();
        speak(Words.of(Language.GERMAN));
        assertThat(texts()).contains("Schritt 140", "Mescheder et al. 2018, arXiv:1801.04406");
        assertThat(texts()).doesNotContain(DIVERGES);
        clickOn(change());
        assertThat(rate()).isLessThan(rate(experiment()));
    }

    @Test
    void whatWasSaidBeforeCanBeReadAgain() throws TimeoutException {
        begin();
        beAhead();
        assertThat(texts()).contains(AHEAD);
        diverge();
        assertThat(texts()).contains(DIVERGES, "Earlier (1)");
        choose();
        assertThat(texts()).contains(AHEAD, "Others (1)").doesNotContain(DIVERGES);
        assertThat(texts()).anyMatch(text -> text.startsWith("D gives real images 0.99"));
        speak(Words.english());
        assertThat(texts()).contains(AHEAD);
        choose();
        assertThat(texts()).contains(DIVERGES, "Earlier (1)");
    }

    @Test
    void aNewFindingComesToTheFront() throws TimeoutException {
        begin();
        beAhead();
        diverge();
        choose();
        tell(600, 5, 0.01, 0.99, 0.01);
        waitUntilHeard();
        assertThat(texts()).contains("D’s loss stands still", "Earlier (2)").doesNotContain(AHEAD);
    }

    @Test
    void whatIsSaidAgainKeepsItsPlaces() throws TimeoutException {
        begin();
        diverge();
        State before = session.coaching().stateProperty().get();
        List<Node> there = List.copyOf(panel.lookupAll("*"));
        Button button = change();
        interact(button::requestFocus);
        moveTo(button).press(MouseButton.PRIMARY);
        tell(300, 1500, 1500, 0.5, 0.5);
        waitUntilHeard();
        assertThat(texts()).anyMatch(text -> text.contains("it is at 1,500.0 now"));
        assertThat(session.coaching().stateProperty().get()).isNotEqualTo(before);
        assertThat(List.copyOf(panel.lookupAll("*"))).containsExactlyElementsOf(there);
        assertThat(button.isFocused()).isTrue();
        release(MouseButton.PRIMARY);
        assertThat(rate()).isLessThan(rate(experiment()));
    }

    private Button change() {
        return seen("#coach-change", Button.class);
    }

    private static String hint(Button button) {
        return button.getTooltip().getText();
    }

    /** Chooses the first of the others, with the keys. */
    private void choose() {
        MenuButton others = seen(".coach-earlier", MenuButton.class);
        MenuItem first = others.getItems().getFirst();
        interact(others::requestFocus);
        clickOn(others);
        type(KeyCode.DOWN);
        type(KeyCode.ENTER);
        settle();
        assertThat(others.getItems()).doesNotContain(first);
    }

    private Experiment edited() {
        return session.editor().experimentProperty().get();
    }

    private double rate() {
        return rate(edited());
    }

    private static double rate(Experiment experiment) {
        return experiment.training().optimizer(Side.DISCRIMINATOR).learningRate();
    }

    private void begin() throws TimeoutException {
        interact(session.training()::train);
        waitUntil(() -> !trainer.runs().isEmpty());
        // At rest it is heard at once, and not a second later.
        interact(() -> trainer.run().tell(RunEvent.State.PAUSED));
        waitForText("Watching. Nothing to report so far.");
    }

    /** Sound losses until step 99, and then far too large ones. */
    private void diverge() throws TimeoutException {
        tell(99, 1, 1, 0.5, 0.5);
        tell(200, 1500, 1500, 0.5, 0.5);
        waitUntilHeard();
    }

    /** D tells real from generated ones nearly always. */
    private void beAhead() throws TimeoutException {
        tell(150, 5, 0.01, 0.99, 0.01);
        waitUntilHeard();
    }

    /** Losses scatter a little, as they do. */
    private void tell(int steps, double lossOfG, double lossOfD, double real, double fake) {
        interact(
                () -> {
                    for (int i = 0; i < steps; i++) {
                        step++;
                        double scatter = 1 + 0.02 * (i % 3 - 1);
                        trainer.run()
                                .tell(
                                        new Metrics(
                                                step,
                                                0,
                                                step * 0.02,
                                                scatter * lossOfG,
                                                scatter * lossOfD,
                                                real,
                                                fake,
                                                3_200));
                    }
                });
    }

    private void waitUntilHeard() throws TimeoutException {
        waitUntil(
                () ->
                        session.coaching().stateProperty().get() instanceof State.Said said
                                && said.record().history().lastStep() == step);
    }
}
