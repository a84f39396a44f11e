package org.ganatelier.ui.networks;

import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.session.ExperimentEditor;
import org.ganatelier.text.EditNameText;
import org.ganatelier.text.LayerText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Metrics;
import org.ganatelier.ui.objective.ObjectivePanel;
import org.ganatelier.ui.widget.Pictures;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The panel in a real window, with hands. */
final class PanelWindow extends FxRobot {
    final ExperimentEditor editor;
    final NetworksPanel panel;

    /** What the run would say. */
    final ObjectProperty<List<Metrics.Sigma>> sigmas = new SimpleObjectProperty<>(List.of());

    private final Scene scene;
    private final Button elsewhere = new Button("Elsewhere");

    private PanelWindow(Experiment experiment, Stage stage, double height, Words words) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        editor = Experiments.editor(experiment);
        panel = new NetworksPanel(editor, sigmas, new ObjectivePanel(editor, words), words);
        var root = new BorderPane(elsewhere);
        root.setLeft(panel);
        scene = new Scene(root, 1000, height);
        // As in the program: what all panels share, first of all the size of letters, and its own.
        scene.getStylesheets().addAll(Pictures.sheet("base.css"), Pictures.sheet(panel.sheet()));
        scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+Z"), editor::undo);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    /** Opens a window of that height, in pixels, in place of the one before. */
    static PanelWindow open(Experiment experiment, double height) throws TimeoutException {
        return open(experiment, height, Words.english());
    }

    /** Opens one that speaks a language. */
    static PanelWindow open(Experiment experiment, double height, Words words)
            throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        var window =
                WaitForAsyncUtils.waitForAsyncFx(
                        10_000, () -> new PanelWindow(experiment, stage, height, words));
        // The stage is the one of the test before, and may still be resizing.
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> window.panel.getHeight() == height);
        WaitForAsyncUtils.waitForFxEvents();
        return window;
    }

    void close() throws TimeoutException {
        release(new KeyCode[0]);
        release(new MouseButton[0]);
        FxToolkit.cleanupStages();
    }

    Experiment experiment() {
        return editor.experimentProperty().get();
    }

    List<LayerSpec> layers(Side side) {
        return experiment().network(side).layers();
    }

    List<String> names(Side side) {
        return layers(side).stream().map(LayerText::name).toList();
    }

    String undoName() {
        return editor.undoNameProperty()
                .get()
                .map(name -> EditNameText.say(Words.english(), name))
                .orElse("");
    }

    StackView stack(Side side) {
        return from(panel).lookup(".networks-stack").<StackView>queryAllAs(StackView.class).stream()
                .filter(stack -> stack.side() == side)
                .findFirst()
                .orElseThrow();
    }

    LayerCard card(Side side, int index) {
        return stack(side).cards().get(index);
    }

    /** The name on a card: a place to click that is never a field. */
    Label title(Node card) {
        return from(card).lookup(".networks-card-title").query();
    }

    void openCard(Side side, int index) {
        doubleClickOn(title(card(side, index)));
    }

    TextField text(Parent in, String accessibleText) {
        return control(in, TextField.class, accessibleText);
    }

    ChoiceBox<?> choice(Parent in, String accessibleText) {
        return control(in, ChoiceBox.class, accessibleText);
    }

    CheckBox flag(Parent in, String accessibleText) {
        return control(in, CheckBox.class, accessibleText);
    }

    List<String> messages(Parent in) {
        return from(in).lookup(".field-message").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    List<Hyperlink> links(Parent in) {
        return List.copyOf(from(in).lookup(".networks-fix").queryAllAs(Hyperlink.class));
    }

    /** The shape above the layer at an index, or below the last one. */
    String shape(Side side, int index) {
        return stack(side).lookupAll(".networks-shape").toArray(ShapeArrow[]::new)[index].getText();
    }

    /** An item of the menu that is open. */
    MenuItem menuItem(String text) {
        return listWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> text.equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until the palette has the keyboard, some pulses after it has come. */
    void awaitPalette() throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () ->
                        lookup(".networks-palette-find")
                                .match(Node::isFocused)
                                .tryQuery()
                                .isPresent());
    }

    void leave() {
        clickOn(elsewhere);
    }

    Node focusOwner() {
        Node owner = scene.getFocusOwner();
        if (owner == null) {
            throw new AssertionError("Nothing has the focus");
        }
        return owner;
    }

    void typeOver(TextField field, String text) {
        clickOn(field).push(KeyCode.SHORTCUT, KeyCode.A).write(text);
    }

    /** Turns the wheel over a stack. */
    void scrollDown(Side side) {
        // The headless robot's wheel turns the other way.
        moveTo(stack(side).scroll()).scroll(20, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private <C extends Node> C control(Parent in, Class<C> type, String accessibleText) {
        return in.lookupAll("*").stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(node -> accessibleText.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }
}
