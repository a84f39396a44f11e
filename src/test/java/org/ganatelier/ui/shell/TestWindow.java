package org.ganatelier.ui.shell;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.exchange.model.ModelWriter;
import org.ganatelier.exchange.model.NamingWriter;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.session.Documents;
import org.ganatelier.session.EditName;
import org.ganatelier.session.Happening;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.session.Workers;
import org.ganatelier.text.Words;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.RunEvent;
import org.ganatelier.ui.widget.Card;
import org.ganatelier.ui.widget.NamedKeys;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The real window on a trainer that does nothing, led through all that it can show. */
final class TestWindow extends FxRobot {
    private static final long PATIENCE_SECONDS = 30;

    /** With a line that becomes a layer, one that is not known, and one that looks wrong. */
    private static final String CODE =
            """
            model = nn.Sequential(
                nn.Linear(100, 128),
                nn.BatchNorm1d(128, 0.8),
                nn.Foo(3),
                nn.Flatten(inplace=True))
            """;

    final FakeTrainer trainer = new FakeTrainer();
    final Session session;
    final MainWindow window;
    final Stage stage;

    /** Opens it; on the FX thread. */
    TestWindow(Stage stage, Settings.Theme theme) {
        this.stage = stage;
        session =
                Session.of(
                        Documents.preset("digits"),
                        trainer,
                        new FakeClassifiers(),
                        new Workers(Platform::runLater, task -> Thread.ofPlatform().start(task)));
        session.exports()
                .offer(
                        Arrays.stream(ModelFormat.values())
                                .<ModelWriter>map(NamingWriter::new)
                                .toList());
        window =
                new MainWindow(
                        stage, session, Settings.forgetful(), new Styles(theme), Words.english());
        window.resize(1366, 768);
        window.show();
    }

    /** What the window shows with each kind of experiment, run and message. */
    void inEveryState(Consumer<String> look) throws TimeoutException {
        waitUntil(() -> session.data().datasetProperty().get().isPresent());
        interact(stage::requestFocus);
        waitUntil(stage::isFocused);
        see(look, "start");
        for (String preset : List.of("article", "collapse", "digits-conditional", "points")) {
            load(preset);
            see(look, preset);
        }
        withCode(look);
        withEmptyStacks(look);
        load("digits");
        withFieldsOpen(look);
        withRun(look);
        withMessages(look);
        withDialogs(look);
        withMenus(look);
    }

    private void withMenus(Consumer<String> look) {
        for (String id : List.of("#data", "#presets", "#more", "#step")) {
            MenuButton menu = lookup(id).query();
            interact(menu::show);
            see(look, "menu " + id);
            interact(menu::hide);
        }
        Button add = lookup(".networks-add").query();
        interact(add::fire);
        see(look, "palette");
        interact(this::closeOthers);
        var tooltip = new Tooltip("a");
        interact(() -> tooltip.show(stage));
        see(look, "tooltip");
        interact(tooltip::hide);
    }

    private void closeOthers() {
        List.copyOf(Window.getWindows()).stream()
                .filter(other -> !other.equals(stage))
                .forEach(Window::hide);
    }

    private void withCode(Consumer<String> look) {
        interact(() -> press("Shortcut+K"));
        for (String preset : List.of("article", "digits")) {
            load(preset);
            Place first = new Place.Layer(Side.GENERATOR, 0);
            interact(() -> session.selectedPlaceProperty().set(Optional.of(first)));
            see(look, "code of " + preset);
            ListView<?> lines = lookup("#code-lines").query();
            interact(() -> lines.getSelectionModel().selectRange(0, lines.getItems().size()));
            see(look, "selected code of " + preset);
            interact(() -> lines.getSelectionModel().clearSelection());
        }
        interact(() -> press("Shortcut+K"));
    }

    private void withEmptyStacks(Consumer<String> look) {
        for (Side side : Side.values()) {
            interact(
                    () ->
                            session.editor()
                                    .edit(
                                            new EditName.ChangeSeed(),
                                            e -> e.withNetwork(side, _ -> NetworkSpec.of())));
        }
        see(look, "empty");
    }

    private void withFieldsOpen(Consumer<String> look) {
        for (Node card : lookup(".networks-layer").queryAll()) {
            interact(((Card) card)::open);
            see(look, "card");
        }
        Card objective = lookup(".networks-objective").query();
        interact(objective::open);
        TabPane tabs = lookup(".objective-drawer .tab-pane").query();
        for (int i = 0; i < tabs.getTabs().size(); i++) {
            int page = i;
            interact(() -> tabs.getSelectionModel().select(page));
            see(look, "objective " + page);
        }
        interact(objective::close);
    }

    private void withRun(Consumer<String> look) throws TimeoutException {
        train();
        see(look, "training");
        interact(
                () -> {
                    session.walk().choose(0);
                    session.walk().choose(3);
                });
        see(look, "from A to B");
        interact(() -> press("Shortcut+J"));
        see(look, "runs");
        interact(() -> press("Shortcut+J"));
        interact(() -> session.editor().edit(new EditName.ChangeSeed(), e -> e.withLatentSize(50)));
        see(look, "changes wait");
        load("article");
        see(look, "changes wait with problems");
        load("digits");
    }

    private void withMessages(Consumer<String> look) {
        interact(() -> session.notices().inform(new Happening.ImagesSaved(Path.of("a.png"))));
        see(look, "message");
        interact(() -> session.notices().error(new Happening.ProgramError("x"), new Error("x")));
        see(look, "error");
        interact(() -> List.copyOf(session.notices().open()).forEach(session.notices()::dismiss));
    }

    private void withDialogs(Consumer<String> look) throws TimeoutException {
        for (String keys : List.of("F1", "Shortcut+I", "Shortcut+Shift+E")) {
            interact(() -> press(keys));
            waitUntil(() -> Window.getWindows().size() > 1);
            see(look, keys);
            interact(this::closeOthers);
        }
        interact(() -> session.imports().openText(CODE, "Code"));
        waitUntil(() -> Window.getWindows().size() > 1);
        see(look, "import");
        interact(this::closeOthers);
        interact(session.editor()::undo);
    }

    /** Lets a run begin that shows images. */
    void train() throws TimeoutException {
        interact(session.training()::train);
        waitUntil(() -> !trainer.runs().isEmpty());
        interact(
                () -> {
                    trainer.run().tell(RunEvent.State.TRAINING);
                    trainer.run().measure(1240);
                    trainer.run().paintPreview(3, 200);
                });
        settle();
    }

    /** Takes a preset's experiment in place of the one that is there. */
    void load(String preset) {
        interact(
                () ->
                        session.editor()
                                .edit(
                                        new EditName.LoadPreset(preset),
                                        _ -> Documents.preset(preset)));
        settle();
    }

    /** Does what a shortcut of the window says. */
    void press(String keys) {
        Objects.requireNonNull(
                        stage.getScene().getAccelerators().get(NamedKeys.of(keys, Words.english())),
                        keys)
                .run();
    }

    void close() {
        interact(session::close);
    }

    /** All nodes to be seen, in all windows. */
    static Stream<Node> shown() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(Window::isShowing)
                .flatMap(open -> shown(open.getScene().getRoot()));
    }

    /** A node and all within it that is to be seen. */
    static Stream<Node> shown(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        Stream<Node> inside =
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(TestWindow::shown)
                        : Stream.empty();
        return Stream.concat(Stream.of(node), inside);
    }

    /** Looks on the thread that draws: nothing changes meanwhile. */
    private void see(Consumer<String> look, String state) {
        settle();
        interact(() -> look.accept(state));
    }

    static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
        settle();
    }
}
