package org.ganatelier.ui.shell;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.ganatelier.session.Documents;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.ganatelier.ui.charts.ChartsPanel;
import org.ganatelier.ui.images.ImagesPanel;
import org.ganatelier.ui.latent.LatentPanel;
import org.ganatelier.ui.networks.NetworksPanel;
import org.ganatelier.ui.objective.ObjectivePanel;
import org.ganatelier.ui.quality.QualityPanel;

import java.util.List;
import java.util.function.Consumer;

/** The window's inside in one language: lays out the panels and hands each what it needs. */
final class Content {
    private static final double RIGHT_SHARE = 0.35;
    private static final double BOTTOM_HEIGHT = 200;

    private final Words words;
    private final Commands commands;
    private final Toolbar toolbar;
    private final BorderPane root = new BorderPane();
    private final SplitPane columns = new SplitPane();
    private final SplitPane rows = new SplitPane();
    private final Dividers columnDividers;
    private final Dividers rowDividers;
    private final Node latent;
    private final PanelCycle cycle;

    /**
     * @param speak changes the language
     */
    Content(
            Stage stage,
            Session session,
            Settings settings,
            Styles styles,
            Consumer<Language> speak,
            Words words) {
        this.words = words;
        commands =
                new Commands(
                        session,
                        new Dialogs(stage, session, words),
                        styles,
                        this::toggleLatent,
                        words);
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
                        session.training().revisionProperty(),
                        words);
        var score = new QualityPanel(session.score().stateProperty(), words);
        latent = new LatentPanel(session.walk(), words);
        var status =
                new StatusBar(
                        session, commands.reset, commands.toggleLatent, networks::reveal, words);
        var measured = new VBox(charts, score);
        VBox.setVgrow(charts, Priority.ALWAYS);
        layOutPanels(networks, images, measured);
        toolbar = new Toolbar(session, commands, Documents.presets(), speak, words);
        root.setCenter(rows);
        root.getStyleClass().add("main-window");
        root.setTop(new VBox(toolbar, new NoticeBar(session.notices(), words)));
        root.setBottom(status);
        columnDividers = new Dividers("columns", columns, settings, () -> usualColumns(networks));
        rowDividers = new Dividers("rows", rows, settings, this::usualRows);
        cycle = new PanelCycle(List.of(networks, images, charts, latent));
    }

    /** What stands in the window. */
    BorderPane root() {
        return root;
    }

    /** The language that it speaks. */
    Language language() {
        return words.language();
    }

    /** Lets a scene's keys do what they mean here, and nothing else. */
    void installIn(Scene scene) {
        scene.getAccelerators().clear();
        commands.installIn(scene);
        cycle.installIn(scene);
        columnDividers.followSizeUntilInput(root);
        rowDividers.followSizeUntilInput(root);
    }

    /** The keyboard begins where most people want to begin. */
    void focusTrain() {
        toolbar.focusTrain();
    }

    /** Whether the latent explorer is there. */
    boolean showsLatent() {
        return rows.getItems().contains(latent);
    }

    /** Shows or hides the latent explorer. */
    void showLatent(boolean wanted) {
        if (wanted != showsLatent()) {
            toggleLatent();
        }
    }

    /** Writes down where the panels meet. */
    void remember() {
        columnDividers.remember();
        rowDividers.remember();
    }

    /** Another takes its place: it follows nothing any more. */
    void retire() {
        commands.retire();
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
}
