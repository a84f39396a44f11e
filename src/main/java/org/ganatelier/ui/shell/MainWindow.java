package org.ganatelier.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.ganatelier.session.Documents;
import org.ganatelier.session.Happening;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;
import org.ganatelier.ui.charts.ChartsPanel;
import org.ganatelier.ui.images.ImagesPanel;
import org.ganatelier.ui.latent.LatentPanel;
import org.ganatelier.ui.networks.NetworksPanel;
import org.ganatelier.ui.objective.ObjectivePanel;
import org.ganatelier.ui.quality.QualityPanel;

import java.util.List;

/** The main window: lays out the panels and hands each what it needs. */
public final class MainWindow {
    private static final double RIGHT_SHARE = 0.35;
    private static final double BOTTOM_HEIGHT = 200;
    private static final double MIN_WIDTH = 900;
    private static final double MIN_HEIGHT = 560;

    private final Stage stage;
    private final Settings settings;
    private final SplitPane columns = new SplitPane();
    private final SplitPane rows = new SplitPane();
    private final Session session;
    private final Dividers columnDividers;
    private final Dividers rowDividers;
    private final Node latent;
    private final Scene scene;

    public MainWindow(Stage stage, Session session, Settings settings, Styles styles, Words words) {
        this.stage = stage;
        this.session = session;
        this.settings = settings;
        var commands =
                new Commands(
                        session, new Dialogs(stage, session, words), styles, this::toggleLatent);
        var networks =
                new NetworksPanel(
                        session.editor(),
                        session.sigmas().knownProperty(),
                        new ObjectivePanel(session.editor(), words),
                        words);
        var images = new ImagesPanel(session, commands.train, words);
        var charts =
                new ChartsPanel(
                        session.training().historyProperty(),
                        session.training().metricsProperty(),
                        words);
        var score = new QualityPanel(session.score().stateProperty(), words);
        latent = new LatentPanel(session.walk(), words);
        var status =
                new StatusBar(
                        session, commands.reset, commands.toggleLatent, networks::reveal, words);
        var measured = new VBox(charts, score);
        VBox.setVgrow(charts, Priority.ALWAYS);
        layOutPanels(networks, images, measured);
        var toolbar = new Toolbar(session, commands, Documents.presets(), words);
        var root = new BorderPane(rows);
        root.getStyleClass().add("main-window");
        root.setTop(new VBox(toolbar, new NoticeBar(session.notices(), words)));
        root.setBottom(status);
        scene = new Scene(root);
        columnDividers = new Dividers("columns", columns, settings, () -> usualColumns(networks));
        rowDividers = new Dividers("rows", rows, settings, this::usualRows);
        columnDividers.followSizeUntilInput(scene);
        rowDividers.followSizeUntilInput(scene);
        Styles.applyTo(scene);
        commands.installIn(scene);
        new PanelCycle(List.of(networks, images, charts, latent)).installIn(scene);
        bindTitle();
        stage.getIcons().setAll(WindowIcons.load());
        stage.setScene(scene);
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setOnShown(_ -> toolbar.focusTrain());
        new Placement(stage, settings).restore();
        // Only a theme that was chosen is remembered: until then the system's is followed.
        styles.themeProperty().addListener((_, _, chosen) -> settings.setTheme(chosen));
    }

    /** Gives the window's inside another size. */
    public void resize(double width, double height) {
        var box = (BorderPane) scene.getRoot();
        stage.setMaximized(false);
        box.setPrefSize(width, height);
        stage.sizeToScene();
    }

    /** The window's inside. */
    public Parent root() {
        return scene.getRoot();
    }

    /** Shows an error that no part of the program expected. */
    public void tell(Throwable error) {
        session.notices().error(new Happening.ProgramError(error.toString()), error);
    }

    /** Opens the window. */
    public void show() {
        stage.show();
    }

    /** Writes down how the window is, to be so at the next start. */
    public void remember() {
        new Placement(stage, settings).remember();
        settings.setSpeed(session.training().speedProperty().get());
        String preset = session.documents().presetProperty().get();
        if (!preset.isEmpty()) {
            settings.setPreset(preset);
        }
        columnDividers.remember();
        rowDividers.remember();
    }

    private void layOutPanels(Node networks, Node images, Node charts) {
        columns.getItems().addAll(networks, images, charts);
        columns.getStyleClass().add("columns");
        // A larger window gives its room to the images and the curves.
        SplitPane.setResizableWithParent(networks, false);
        rows.setOrientation(Orientation.VERTICAL);
        rows.getStyleClass().add("rows");
        rows.getItems().addAll(columns, latent);
        SplitPane.setResizableWithParent(latent, false);
    }

    private double[] usualColumns(Node networks) {
        return new double[] {networks.prefWidth(-1) / columns.getWidth(), 1 - RIGHT_SHARE};
    }

    private double[] usualRows() {
        return new double[] {1 - BOTTOM_HEIGHT / rows.getHeight()};
    }

    private void toggleLatent() {
        rowDividers.remember();
        if (!rows.getItems().remove(latent)) {
            rows.getItems().add(latent);
            rowDividers.place();
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
