package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.ganatelier.data.BundledSet;
import org.ganatelier.data.Catalog;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.session.Documents;
import org.ganatelier.session.EditName;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.session.Workers;
import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.RunEvent;
import org.ganatelier.ui.widget.Card;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whatever stands in the window comes from the messages, and has room in every language. */
@SuppressWarnings("NullAway.Init") // JUnit and TestFX fill the fields before each test
class WindowWordsTest extends ApplicationTest {
    private static final long PATIENCE_SECONDS = 30;

    /** Two letters of plain English side by side: pseudo messages have accents on all. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]{2,}");

    private static final Pattern DIGITS_OR_SIGNS = Pattern.compile("[^\\p{L}]*");

    /** Who wrote a paper, when, and its number. */
    private static final Pattern CITATION =
            Pattern.compile("\\p{Lu}[\\p{L} .]+ (19|20)\\d\\d(, arXiv:\\d{4}\\.\\d{4,5})?");

    /** Functions in formulas, and the joint of a list, which is ICU's. */
    private static final Pattern SYMBOLS =
            Pattern.compile("\\b(log|max|onehot|planes|embedding)\\b| and ");

    @TempDir private static Path directory;

    private final FakeTrainer trainer = new FakeTrainer();
    private Session session;
    private MainWindow window;
    private Stage stage;

    @Override
    public void start(Stage stage) {
        this.stage = stage;
        session =
                Session.of(
                        Documents.preset("digits"),
                        trainer,
                        new FakeClassifiers(),
                        new Workers(Platform::runLater, task -> Thread.ofPlatform().start(task)));
        window =
                new MainWindow(
                        stage,
                        session,
                        new Settings(directory),
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
    void noWordIsThereThatIsNoMessage() throws TimeoutException {
        interact(() -> window.speak(Language.PSEUDO));
        var found = new TreeSet<String>();
        inEveryState(
                state ->
                        texts(window.root())
                                .filter(text -> PLAIN.matcher(withoutNames(text)).find())
                                .forEach(text -> found.add(state + ": " + text)));
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, 1366, 768",
        "GERMAN, 1366, 768",
        "PSEUDO, 1366, 768",
        "ENGLISH, 1920, 1080",
        "GERMAN, 1920, 1080",
        "PSEUDO, 1920, 1080"
    })
    void noTextIsCutOff(Language language, int width, int height) throws TimeoutException {
        interact(() -> window.speak(language));
        // The headless screen cannot take a window that grows while it is drawn.
        interact(stage::hide);
        interact(() -> window.resize(width, height));
        interact(stage::show);
        settle();
        // German is about as long as words get; beyond it, a hint that says all is enough.
        Predicate<Labeled> matters =
                labeled -> language != Language.PSEUDO || labeled.getTooltip() == null;
        var found = new TreeSet<String>();
        inEveryState(
                state ->
                        cut(window.root(), matters)
                                .forEach(text -> found.add(state + ": " + text)));
        assertThat(found).isEmpty();
    }

    /** Shows what the window can show, one thing after another. */
    private void inEveryState(Consumer<String> look) throws TimeoutException {
        for (String preset : Documents.presets()) {
            interact(
                    () ->
                            session.editor()
                                    .edit(
                                            new EditName.LoadPreset(preset),
                                            _ -> Documents.preset(preset)));
            see(look, preset);
        }
        for (Node card : lookup(".networks-layer").queryAll()) {
            interact(((Card) card)::open);
            see(look, "card");
        }
        Card objective = lookup(".networks-objective").query();
        interact(objective::open);
        TabPane tabs = lookup(".objective-drawer .tab-pane").query();
        for (int i = 0; i < tabs.getTabs().size(); i++) {
            int index = i;
            interact(() -> tabs.getSelectionModel().select(index));
            see(look, "objective " + index);
        }
        for (Loss loss : Loss.all()) {
            interact(() -> session.editor().edit(new EditName.ChangeSeed(), e -> e.withLoss(loss)));
            interact(() -> tabs.getSelectionModel().select(0));
            see(look, loss.id());
        }
        interact(objective::close);
        interact(
                () ->
                        session.editor()
                                .edit(
                                        new EditName.LoadPreset("digits"),
                                        _ -> Documents.preset("digits")));
        interact(session.training()::train);
        waitUntil(() -> !trainer.runs().isEmpty());
        interact(
                () -> {
                    trainer.run().tell(RunEvent.State.TRAINING);
                    trainer.run().measure(1240);
                    trainer.run().paintPreview(3, 200);
                });
        see(look, "training");
    }

    /** Looks on the thread that draws: nothing changes meanwhile. */
    private void see(Consumer<String> look, String state) {
        settle();
        interact(() -> look.accept(state));
    }

    private static Stream<String> texts(Node root) {
        return shown(root).stream()
                .flatMap(
                        node ->
                                switch (node) {
                                    case Labeled labeled -> Stream.of(labeled.getText());
                                    case Text text -> Stream.of(text.getText());
                                    default -> Stream.empty();
                                })
                .filter(text -> text != null && !DIGITS_OR_SIGNS.matcher(text).matches());
    }

    /** Texts of which less is seen than was said. */
    private static Stream<String> cut(Node root, Predicate<Labeled> matters) {
        return shown(root).stream()
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(labeled -> labeled.getText() != null)
                .filter(matters)
                .filter(
                        labeled ->
                                labeled.getChildrenUnmodifiable().stream()
                                        .filter(Text.class::isInstance)
                                        .map(text -> ((Text) text).getText())
                                        .anyMatch(
                                                seen ->
                                                        seen.endsWith(labeled.getEllipsisString())
                                                                && !seen.equals(labeled.getText())))
                .map(labeled -> labeled.getStyleClass() + " " + labeled.getText());
    }

    private static Collection<Node> shown(Node root) {
        var found = new ArrayList<Node>();
        if (root.isVisible()) {
            found.add(root);
            if (root instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> found.addAll(shown(child)));
            }
        }
        return found;
    }

    /** Without what is the same in every language. */
    private String withoutNames(String text) {
        String rest = CITATION.matcher(text.replace('\u00a0', ' ')).replaceAll("");
        rest = SYMBOLS.matcher(rest).replaceAll("");
        for (String name : names()) {
            rest = rest.replace(name, "");
        }
        return rest;
    }

    /** Names, the longest first: one may be a part of another. */
    private List<String> names() {
        return Stream.of(
                        LayerSpec.kinds().stream().map(kind -> kind.usual().title()),
                        Activation.kinds().stream().map(kind -> kind.usual().title()),
                        Arrays.stream(OptimizerSpec.Kind.values()).map(OptimizerSpec.Kind::title),
                        Catalog.all().stream().map(BundledSet::title),
                        Catalog.all().stream().map(BundledSet::shortTitle),
                        Stream.of("GAN Atelier", "Fake 1.0", "CPU"))
                .flatMap(names -> names)
                .distinct()
                .sorted((a, b) -> b.length() - a.length())
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
