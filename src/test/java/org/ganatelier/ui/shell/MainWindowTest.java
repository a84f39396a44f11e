package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.ganatelier.data.Sets;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.session.Documents;
import org.ganatelier.session.EditName;
import org.ganatelier.session.Happening;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.session.TrainingState;
import org.ganatelier.session.Workers;
import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The window with real data and the real planner, on a trainer that tells what a test wants. */
@SuppressWarnings("NullAway.Init") // JUnit and TestFX fill the fields before each test
class MainWindowTest extends ApplicationTest {
    private static final long PATIENCE_SECONDS = 30;

    @TempDir private static Path directory;

    private final FakeTrainer trainer = new FakeTrainer();

    /** More than the collector needs where nothing holds a node. */
    private static final int COLLECTIONS = 20;

    private Session session;
    private Settings settings;
    private MainWindow window;

    @Override
    public void start(Stage stage) {
        session =
                Session.of(
                        Documents.preset("digits"),
                        trainer,
                        new FakeClassifiers(),
                        new Workers(
                                Platform::runLater,
                                task -> Thread.ofPlatform().start(task),
                                Platform::isFxApplicationThread));
        settings = new Settings(directory);
        window =
                new MainWindow(
                        stage,
                        session,
                        settings,
                        new Styles(Settings.Theme.LIGHT),
                        Words.english());
        window.resize(1366, 768);
        window.show();
    }

    @BeforeEach
    void dataIsThere() throws TimeoutException {
        waitUntil(() -> session.data().datasetProperty().get().isPresent());
    }

    @AfterEach
    void close() throws TimeoutException {
        interact(session::close);
        FxToolkit.cleanupStages();
    }

    @Test
    void trainPauseStepAndResetByMouse() throws TimeoutException {
        clickOn("#train");
        waitUntil(() -> trainer.runs().size() == 1);
        clickOn("#train");
        clickOn("#train");
        clickOn("#step");
        clickOn("#reset");
        waitUntil(() -> trainer.runs().size() == 2);

        assertThat(trainer.runs().getFirst().orders())
                .containsExactly("start", "pause", "resume", "step BOTH", "close");
        assertThat(trainer.run().orders()).containsExactly("start paused");
    }

    @Test
    void theLanguageChangesAtOnceAndTheRunGoesOn() throws TimeoutException {
        clickOn("#train");
        waitUntil(() -> trainer.runs().size() == 1);
        interact(() -> session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(99)));
        Parent english = window.root();

        interact(() -> window.speak(Language.GERMAN));
        settle();

        assertThat(((Labeled) lookup("#step").query()).getText()).isEqualTo("Schritt");
        assertThat(textsIn(".main-toolbar")).contains("min.").doesNotContain("slow");
        assertThat(textsIn(".main-toolbar")).anyMatch(text -> text.startsWith("Ziffern"));
        assertThat(english.getScene()).isNull();
        assertThat(settings.language()).contains("de");
        assertThat(trainer.run().orders()).containsExactly("start");
        assertThat(session.editor().undoNameProperty().get()).contains(new EditName.ChangeSeed());

        type(KeyCode.F5);
        assertThat(trainer.run().orders()).containsExactly("start", "pause");
        interact(() -> window.speak(Language.ENGLISH));
        settle();
        assertThat(((Labeled) lookup("#step").query()).getText()).isEqualTo("Step");
    }

    @Test
    void whatWasSaidInAnotherLanguageIsNotKept() throws TimeoutException {
        clickOn("#train");
        waitUntil(() -> trainer.runs().size() == 1);
        // A window of its own: TestFX keeps the events of the first one, and with them its nodes.
        var opened = new CompletableFuture<Stage>();
        var made = new CompletableFuture<MainWindow>();
        interact(
                () -> {
                    var stage = new Stage();
                    var styles = new Styles(Settings.Theme.LIGHT);
                    var second = new MainWindow(stage, session, settings, styles, Words.english());
                    second.show();
                    opened.complete(stage);
                    made.complete(second);
                });
        MainWindow other = made.join();
        var replaced = new ArrayList<WeakReference<Parent>>();
        for (Language language :
                List.of(Language.GERMAN, Language.ENGLISH, Language.GERMAN, Language.ENGLISH)) {
            replaced.add(new WeakReference<>(other.root()));
            interact(() -> other.speak(language));
            settle();
        }
        for (int i = 0; i < COLLECTIONS && replaced.stream().anyMatch(r -> r.get() != null); i++) {
            System.gc();
            settle();
        }
        try {
            assertThat(replaced).allSatisfy(root -> assertThat(root.get()).isNull());
        } finally {
            interact(opened.join()::hide);
        }
    }

    @Test
    void aHiddenLatentExplorerStaysHiddenInAnotherLanguage() {
        press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
        assertThat(lookup(".latent-panel").queryAll()).isEmpty();
        interact(() -> window.speak(Language.GERMAN));
        settle();
        assertThat(lookup(".latent-panel").queryAll()).isEmpty();
        press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
        assertThat(lookup(".latent-panel").queryAll()).hasSize(1);
    }

    @Test
    void trainPauseStepAndResetByKeys() throws TimeoutException {
        type(KeyCode.SPACE);
        waitUntil(() -> trainer.runs().size() == 1);
        type(KeyCode.F5);
        type(KeyCode.F10);
        press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
        press(KeyCode.CONTROL).type(KeyCode.F10).release(KeyCode.CONTROL);
        press(KeyCode.CONTROL).type(KeyCode.R).release(KeyCode.CONTROL);
        waitUntil(() -> trainer.runs().size() == 2);

        assertThat(trainer.runs().getFirst().orders())
                .containsExactly(
                        "start",
                        "pause",
                        "step BOTH",
                        "step DISCRIMINATOR",
                        "step GENERATOR",
                        "close");
    }

    /** The window's keys and those of a layer are declared in different places. */
    @Test
    void theKeysOfALayerMeanNothingElseInTheWindow() {
        Experiment before = session.editor().experimentProperty().get();
        interact(() -> lookup(".networks-layer").query().requestFocus());
        press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
        assertThat(session.editor().undoNameProperty().get())
                .contains(new EditName.DuplicateLayer("Dense"));
        press(KeyCode.CONTROL).type(KeyCode.M).release(KeyCode.CONTROL);
        assertThat(session.editor().undoNameProperty().get())
                .contains(new EditName.MoveLayerAcross("Dense", Side.DISCRIMINATOR));
        Experiment after = session.editor().experimentProperty().get();
        assertThat(after.withNetwork(Side.GENERATOR, _ -> before.generator()))
                .isEqualTo(
                        before.withNetwork(
                                Side.DISCRIMINATOR,
                                n -> n.withInserted(1, before.generator().layers().getFirst())));
    }

    @Test
    void theStatusBarSaysWhatGoesOn() throws TimeoutException {
        clickOn("#train");
        waitUntil(() -> trainer.runs().size() == 1);
        interact(
                () -> {
                    trainer.run().tell(RunEvent.State.TRAINING);
                    trainer.run().measure(1240);
                });
        settle();

        assertThat(textsIn(".status-bar"))
                .contains("Training", "step 1,240 · epoch 124.0")
                .contains("Fake 1.0 · CPU, 2 threads");
    }

    @Test
    void theImagesOfTheWeightsAsTheyAreCanBeSeenWhereARunAveragesThem() throws TimeoutException {
        average(0);
        clickOn("#train");
        waitUntil(() -> trainer.runs().size() == 1);
        interact(() -> trainer.run().paintPreview(1, 200));
        settle();
        assertThat(lookup(".weights-switch").query().isVisible()).isFalse();
        average(0.9);
        assertThat(lookup(".weights-switch").query().isVisible()).isTrue();
        assertThat(session.training().changesWaitProperty().get()).isFalse();

        clickOn("current");
        clickOn("current");
        assertThat(trainer.run().orders()).endsWith("edit", "show raw true");
        clickOn("averaged");
        assertThat(trainer.run().orders()).endsWith("show raw true", "show raw false");

        interact(() -> trainer.run().paintBoth(2, 200, 100));
        settle();
        assertThat(textsIn(".images-panel")).doesNotContain("Current weights");
        clickOn("both");
        settle();
        assertThat(textsIn(".images-panel")).contains("Averaged weights", "Current weights");
    }

    @Test
    void theRunsImagesAreScored() throws TimeoutException {
        clickOn("#train");
        waitUntil(() -> trainer.runs().size() == 1);
        interact(() -> trainer.run().paintPreview(3, 200));
        waitUntil(trainer.run()::answerSample);
        waitUntil(() -> textsIn(".score-panel").contains("500 images at step 3"));
        // A grey area resembles no real image, whatever class the classifier gives it.
        assertThat(textsIn(".score-panel")).contains("no digits yet");
    }

    @Test
    void aFailureStaysUntilItIsClosed() throws TimeoutException {
        clickOn("#train");
        waitUntil(() -> trainer.runs().size() == 1);
        var failure = new RunFailure.Diverged(41, OptionalLong.empty());
        interact(() -> trainer.run().end(new RunEvent.End.Failed(failure, null)));
        settle();

        assertThat(session.training().stateProperty().get()).isEqualTo(TrainingState.FAILED);
        assertThat(lookup(".notice .message").queryAll()).hasSize(1);
        assertThat(window.root().lookup(".notice").getAccessibleText())
                .startsWith("Training diverged after step 41");
        clickOn(".notice-card .close-button");
        assertThat(session.notices().open()).isEmpty();
        assertThat(lookup(".notice").queryAll()).isEmpty();
    }

    @Test
    void escapeClosesAllMessagesWhereverTheKeyboardIs() {
        var first = new Happening.ImagesSaved(Path.of("first.png"));
        var second = new Happening.ImagesSaved(Path.of("second.png"));
        interact(
                () -> {
                    List.of(first, second).forEach(session.notices()::inform);
                    window.root().lookup("#theme").requestFocus();
                });
        assertThat(textsIn(".notice-bar"))
                .containsExactly("The images are in second.png.", "The images are in first.png.");
        type(KeyCode.ESCAPE);
        assertThat(session.notices().open()).isEmpty();
    }

    @Test
    void aFieldUsesEscapeFirst() {
        interact(
                () -> {
                    session.notices().inform(new Happening.ImagesSaved(Path.of("first.png")));
                    window.root().lookup("#seed").requestFocus();
                });
        type(KeyCode.ESCAPE);
        assertThat(session.notices().open()).hasSize(1);
    }

    @Test
    void aMessageMovesNothing() {
        double before = window.root().lookup(".columns").localToScene(0, 0).getY();
        interact(() -> session.notices().inform(new Happening.ImagesSaved(Path.of("a.png"))));
        settle();
        assertThat(window.root().lookup(".columns").localToScene(0, 0).getY()).isEqualTo(before);
        assertThat(lookup(".notice").queryAll()).hasSize(1);
    }

    @Test
    void withProblemsTrainIsOffAndTheyAreCounted() {
        interact(
                () ->
                        session.editor()
                                .edit(
                                        new EditName.RemoveLayer("Dense"),
                                        e -> e.withNetwork(Side.GENERATOR, _ -> NetworkSpec.of())));
        settle();

        assertThat(window.root().lookup("#train").isDisabled()).isTrue();
        assertThat(textsIn(".status-bar")).anyMatch("Not finished: the generator"::equals);
        press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(window.root().lookup("#train").isDisabled()).isFalse();
        interact(
                () ->
                        session.editor()
                                .edit(
                                        new EditName.LoadPreset("article"),
                                        _ -> Documents.preset("article")));
        settle();
        assertThat(textsIn(".status-bar"))
                .anyMatch(t -> t.startsWith("3 problems, the first in the generator"));
    }

    @Test
    void editsDuringARunWaitForReset() throws TimeoutException {
        clickOn("#train");
        waitUntil(() -> trainer.runs().size() == 1);
        clickOn("#seed");
        press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        write("77").type(KeyCode.ENTER);
        settle();

        assertThat(session.editor().undoNameProperty().get()).contains(new EditName.ChangeSeed());
        assertThat(trainer.run().plan().experiment().seed()).isEqualTo(42);
        clickOn("#start-again");
        waitUntil(() -> trainer.runs().size() == 2);
        assertThat(trainer.run().plan().experiment().seed()).isEqualTo(77);
    }

    @Test
    void theSeedFieldSaysWhatItWantsAndKeepsWhatIsTyped() throws TimeoutException {
        long before = session.editor().experimentProperty().get().seed();
        clickOn("#seed");
        for (String typed : List.of("3.7", "0x10", "seven", "9223372036854775808")) {
            press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
            write(typed).type(KeyCode.ENTER);
            assertThat(((TextField) lookup("#seed").query()).getText()).isEqualTo(typed);
            waitUntil(() -> complaints().anyMatch(text -> text.contains("number")));
        }
        assertThat(session.editor().experimentProperty().get().seed()).isEqualTo(before);
        type(KeyCode.ESCAPE);
        waitUntil(() -> complaints().findAny().isEmpty());
        assertThat(((TextField) lookup("#seed").query()).getText()).isEqualTo("" + before);
    }

    private static Stream<String> complaints() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(Window::isShowing)
                .filter(Tooltip.class::isInstance)
                .map(Tooltip.class::cast)
                .filter(tip -> tip.getStyleClass().contains("complaint"))
                .map(Tooltip::getText);
    }

    @Test
    void everySeedThatCanBeIsShownAndCanBeTyped() {
        var field = (TextField) window.root().lookup("#seed");
        seed(Long.MAX_VALUE);
        clickOn(field);
        assertThat(field.getText()).isEqualTo("9223372036854775807");
        clickOn("#theme");
        assertThat(session.editor().experimentProperty().get().seed()).isEqualTo(Long.MAX_VALUE);

        clickOn(field);
        press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        write("-9223372036854775808").type(KeyCode.ENTER);
        assertThat(session.editor().experimentProperty().get().seed()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void spaceInAFieldDoesNotTrain() {
        clickOn("#seed");
        type(KeyCode.SPACE);

        assertThat(session.training().goingProperty().get()).isFalse();
    }

    @Test
    void theCountOfProblemsLeadsToTheFirst() {
        interact(
                () ->
                        session.editor()
                                .edit(
                                        new EditName.RemoveLayer("Dense"),
                                        e ->
                                                e.withNetwork(
                                                        Side.DISCRIMINATOR,
                                                        n -> n.without(n.layers().size() - 1))));
        clickOn(".problem-count");

        assertThat(panelOf(window.root().getScene().getFocusOwner())).isEqualTo("networks-panel");
    }

    @Test
    void aPresetAndADataSetCanBeChosenAndTakenBack() throws TimeoutException {
        clickOn("#presets").clickOn("DCGAN");
        waitUntil(() -> name().equals("DCGAN"));
        clickOn("#data").clickOn("Fashion-MNIST");
        waitUntil(
                () ->
                        session.editor()
                                .experimentProperty()
                                .get()
                                .data()
                                .equals(Sets.FASHION.spec()));
        assertThat(session.documents().current().unsavedProperty().get()).isTrue();
        clickOn("#undo").clickOn("#undo");

        assertThat(name()).isEqualTo("Digits, first contact");
    }

    @Test
    void theRealImagesAreThereBeforeTraining() {
        Node tabHeads = window.root().lookup(".images-panel .tab-header-area");
        // Elsewhere the word is a heading.
        clickOn(from(tabHeads).lookup("Real").<Node>query());
        settle();

        var grid = session.data().shownProperty().get().orElseThrow();
        assertThat(grid.count()).isEqualTo(64);
        var tabs = (TabPane) window.root().lookup(".images-panel .tab-pane");
        Tab selected = tabs.getSelectionModel().getSelectedItem();
        assertThat(selected.getText()).isEqualTo("Real");
        assertThat(from(selected.getContent()).lookup(".image-grid").<Node>queryAll())
                .hasSize(1)
                .allMatch(MainWindowTest::shows);
    }

    @Test
    void imagesInATabAtTheBackAreDrawnOnceTheyAreSeen() throws TimeoutException {
        var tabs = (TabPane) window.root().lookup(".images-panel .tab-pane");
        interact(() -> tabs.getSelectionModel().select(1));
        showPreview();
        var picture =
                from(tabs.getTabs().getFirst().getContent())
                        .lookup(".image-grid > .image-view")
                        .<ImageView>queryAll()
                        .iterator()
                        .next();
        assertThat(picture.getImage()).isNull();
        interact(() -> tabs.getSelectionModel().select(0));
        waitUntil(() -> picture.getImage() != null);
    }

    @Test
    void twoImagesAreChosenByMouseOrByKeys() throws TimeoutException {
        showPreview();
        clickOn(".image-grid");
        type(KeyCode.LEFT, KeyCode.UP, KeyCode.ENTER);

        var ends = session.walk().endsProperty().get();
        assertThat(ends.complete()).isTrue();
        assertThat(ends.from().getAsInt() - ends.to().getAsInt()).isEqualTo(9);
    }

    @Test
    void theLatentPanelCanBeHidden() {
        press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
        assertThat(lookup(".latent-panel").queryAll()).isEmpty();
        press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
        assertThat(lookup(".latent-panel").queryAll()).hasSize(1);
    }

    @Test
    void aChosenThemeIsShownAndRemembered() throws TimeoutException {
        assertThat(settings.theme()).isEmpty();
        clickOn("#theme");

        assertThat(settings.theme()).contains(Settings.Theme.DARK);
        waitUntil(() -> Application.getUserAgentStylesheet().contains("dark"));
        clickOn("#theme");
        waitUntil(() -> Application.getUserAgentStylesheet().contains("light"));
    }

    @Test
    void f6ReachesEveryPanel() throws TimeoutException {
        showPreview();
        var reached = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            type(KeyCode.F6);
            reached.add(panelOf(window.root().getScene().getFocusOwner()));
        }

        assertThat(reached)
                .containsExactly(
                        "networks-panel",
                        "images-panel",
                        "charts-panel",
                        "coach-panel",
                        "latent-panel");
    }

    @Test
    void aDigitLeadsToItsPanel() throws TimeoutException {
        showPreview();
        var reached = new ArrayList<String>();
        for (KeyCode digit :
                List.of(
                        KeyCode.DIGIT5,
                        KeyCode.DIGIT4,
                        KeyCode.DIGIT3,
                        KeyCode.DIGIT2,
                        KeyCode.DIGIT1)) {
            press(KeyCode.CONTROL).type(digit).release(KeyCode.CONTROL);
            reached.add(panelOf(window.root().getScene().getFocusOwner()));
        }
        assertThat(reached)
                .containsExactly(
                        "latent-panel",
                        "score-panel",
                        "charts-panel",
                        "images-panel",
                        "networks-panel");
        assertThat(window.root().getScene().getFocusOwner().getStyleClass())
                .contains("networks-layer");
    }

    @Test
    void theMenuLeadsToAPanel() {
        MenuItem goTo =
                lookup("#more").queryAs(MenuButton.class).getItems().stream()
                        .filter(item -> "panels".equals(item.getId()))
                        .findFirst()
                        .orElseThrow();
        List<MenuItem> panels = ((Menu) goTo).getItems();
        assertThat(panels)
                .extracting(MenuItem::getText)
                .startsWith(
                        "Networks",
                        "Images",
                        "Curves",
                        "Image quality",
                        "Latent explorer",
                        "Note",
                        "Code",
                        "Coach",
                        "Inside",
                        "D’s eye",
                        "Slow motion",
                        "Flow",
                        "Lesson");
        interact(panels.get(3)::fire);
        assertThat(panelOf(window.root().getScene().getFocusOwner())).isEqualTo("score-panel");
    }

    @Test
    void inAnotherLanguageTheSameIsSelected() {
        clickOn(
                from(window.root().lookup(".images-panel .tab-header-area"))
                        .lookup("Real")
                        .<Node>query());
        interact(() -> lookup(".networks-layer").nth(2).query().requestFocus());
        type(KeyCode.ENTER);
        List<Double> dividers = dividers();

        interact(() -> window.speak(Language.GERMAN));
        settle();

        var tabs = (TabPane) window.root().lookup(".images-panel .tab-pane");
        assertThat(tabs.getSelectionModel().getSelectedItem().getText()).isEqualTo("Echt");
        List<Node> cards = List.copyOf(lookup(".networks-layer").queryAll());
        assertThat(cards)
                .filteredOn(card -> card.getPseudoClassStates().toString().contains("selected"))
                .containsExactly(cards.get(2));
        for (int i = 0; i < dividers.size(); i++) {
            assertThat(dividers().get(i)).isCloseTo(dividers.get(i), within(0.01));
        }
    }

    @Test
    void everyControlHasATooltipAndAnAccessibleName() throws TimeoutException {
        showPreview();
        interact(() -> session.notices().inform(new Happening.ImagesSaved(Path.of("grid.png"))));

        assertThat(reachable()).hasSizeGreaterThan(25);
        assertThat(reachable().stream().map(MainWindowTest::panelOf))
                .contains("main-toolbar", "notice-bar", "networks-panel", "latent-panel");
        assertThat(reachable().stream().filter(c -> nameOf(c).isBlank()).map(MainWindowTest::text))
                .as("without an accessible name")
                .isEmpty();
        assertThat(
                        reachable().stream()
                                .filter(c -> c.getTooltip() == null)
                                .map(MainWindowTest::text))
                .as("without a tooltip")
                .isEmpty();
    }

    @Test
    void everyShortcutOfTheWindowIsListedOnAPageThatFitsASmallScreen() {
        type(KeyCode.F1);
        DialogPane page = lookup(".dialog-pane").query();
        String listed =
                all(page).stream()
                        .filter(node -> node.getStyleClass().contains("keys"))
                        .map(node -> ((Labeled) node).getText())
                        .collect(Collectors.joining(", "));

        assertThat(window.root().getScene().getAccelerators().keySet())
                .hasSizeGreaterThan(15)
                .allSatisfy(
                        keys ->
                                assertThat(List.of(listed.split(", ", -1)))
                                        .contains(keys.getDisplayText()));
        // A title bar and a task bar are in their places too.
        assertThat(page.getWidth()).isLessThanOrEqualTo(1366);
        assertThat(page.getHeight()).isLessThanOrEqualTo(768 - 80);
        ScrollPane scroll = lookup(".dialog-page").query();
        assertThat(scroll.getViewportBounds().getWidth())
                .isGreaterThanOrEqualTo(((Region) scroll.getContent()).minWidth(-1));
    }

    private void showPreview() throws TimeoutException {
        clickOn("#train");
        waitUntil(() -> trainer.runs().size() == 1);
        interact(() -> trainer.run().paintPreview(1, 90));
        settle();
    }

    private List<Double> dividers() {
        var columns = (SplitPane) window.root().lookup(".columns");
        return Arrays.stream(columns.getDividerPositions()).boxed().toList();
    }

    private String name() {
        return session.editor().experimentProperty().get().name();
    }

    /** Controls that Tab reaches, the inner parts of others left out. */
    private List<Control> reachable() {
        return all(window.root()).stream()
                .filter(Control.class::isInstance)
                .map(Control.class::cast)
                .filter(c -> c.isFocusTraversable() && !c.isDisabled() && shows(c))
                .filter(c -> !(c instanceof TabPane))
                .filter(c -> !(c instanceof javafx.scene.control.ScrollPane))
                .toList();
    }

    private static boolean shows(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static List<Node> all(Parent root) {
        var found = new ArrayList<Node>();
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.remove();
            found.add(node);
            if (node instanceof Parent parent) {
                open.addAll(parent.getChildrenUnmodifiable());
            }
        }
        return found;
    }

    private void average(double decay) {
        interact(
                () ->
                        session.editor()
                                .edit(
                                        new EditName.ChangeField("optimizer.average", Map.of()),
                                        e -> e.withTraining(t -> t.withAverageDecay(decay))));
    }

    private void seed(long seed) {
        interact(() -> session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(seed)));
    }

    private static String nameOf(Control control) {
        if (control.getAccessibleText() != null) {
            return control.getAccessibleText();
        }
        return control instanceof Labeled labeled ? labeled.getText() : "";
    }

    private static String text(Node node) {
        return node.getClass().getSimpleName() + node.getStyleClass() + " in " + panelOf(node);
    }

    private static String panelOf(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            for (String style : n.getStyleClass()) {
                if (style.endsWith("-panel")
                        || style.equals("main-toolbar")
                        || style.equals("notice-bar")) {
                    return style;
                }
            }
        }
        return "";
    }

    private List<String> textsIn(String selector) {
        return all((Parent) window.root().lookup(selector)).stream()
                .filter(Labeled.class::isInstance)
                .filter(MainWindowTest::shows)
                .map(n -> ((Labeled) n).getText())
                .filter(t -> t != null && !t.isEmpty())
                .toList();
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
        settle();
    }
}
