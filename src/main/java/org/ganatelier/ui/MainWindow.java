package org.ganatelier.ui;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.ganatelier.session.Documents;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.ui.images.ImagesPanel;
import org.ganatelier.ui.networks.NetworksPanel;

import java.util.List;

/** The main window: lays out the panels and hands each what it needs. */
final class MainWindow {
    private static final double LEFT_WIDTH = 375;
    private static final double MIN_WIDTH = 900;
    private static final double MIN_HEIGHT = 560;

    private final Stage stage;
    private final Settings settings;
    private final SplitPane columns = new SplitPane();
    private final Session session;
    private final Scene scene;

    MainWindow(Stage stage, Session session, Settings settings, Styles styles) {
        this.stage = stage;
        this.session = session;
        this.settings = settings;
        var commands = new Commands(session, new Dialogs(stage, session), styles);
        var networks = new NetworksPanel(session.editor());
        var images = new ImagesPanel(session, commands.train);
        var status = new StatusBar(session, commands.reset);
        layOutPanels(networks, images);
        var toolbar = new Toolbar(session, commands, Documents.presets());
        var root = new BorderPane(columns);
        root.getStyleClass().add("main-window");
        root.setTop(new VBox(toolbar, new NoticeBar(session.notices())));
        root.setBottom(status);
        scene = new Scene(root);
        styles.applyTo(scene);
        commands.installIn(scene);
        new PanelCycle(List.of(networks, images)).installIn(scene);
        bindTitle();
        stage.setScene(scene);
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setOnShown(_ -> toolbar.focusTrain());
        new Placement(stage, settings).restore();
        // Only a theme that was chosen is remembered: until then the system's is followed.
        styles.themeProperty().addListener((_, _, chosen) -> settings.setTheme(chosen));
    }

    /** Gives the window's inside another size. */
    void resize(double width, double height) {
        var box = (BorderPane) scene.getRoot();
        stage.setMaximized(false);
        box.setPrefSize(width, height);
        stage.sizeToScene();
    }

    /** The window's inside. */
    Parent root() {
        return scene.getRoot();
    }

    /** Opens the window. */
    void show() {
        stage.show();
        placeDividers();
    }

    /** Writes down how the window is, to be so at the next start. */
    void remember() {
        new Placement(stage, settings).remember();
        settings.setSpeed(session.training().speedProperty().get());
        String preset = session.documents().presetProperty().get();
        if (!preset.isEmpty()) {
            settings.setPreset(preset);
        }
        settings.setDividers("columns", columns.getDividerPositions());
    }

    private void layOutPanels(Node networks, Node images) {
        columns.getItems().addAll(networks, images);
        columns.getStyleClass().add("columns");
        // A larger window gives its room to the images and the curves.
        SplitPane.setResizableWithParent(networks, false);
    }

    private void placeDividers() {
        double[] ofColumns = settings.dividers("columns");
        if (ofColumns.length == 1) {
            columns.setDividerPositions(ofColumns);
        } else {
            columns.setDividerPositions(LEFT_WIDTH / scene.getWidth());
        }
    }

    private void bindTitle() {
        var experiment = session.editor().experimentProperty();
        var edited = session.documents().editedProperty();
        stage.titleProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        experiment.get().name()
                                                + (edited.get() ? "*" : "")
                                                + " – GAN Atelier",
                                experiment,
                                edited));
    }
}
