package org.ganatelier.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.ganatelier.session.ProgramFailure;
import org.ganatelier.session.RecentFiles;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.ReasonTip;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The main window: what it holds is made anew in each language; the session goes on. */
public final class MainWindow {
    /** Everything can be reached from this size on, at the usual size of everything. */
    private static final double MIN_WIDTH = 540;

    private static final double MIN_HEIGHT = 400;

    private final Stage stage;
    private final Settings settings;
    private final Session session;
    private final Styles styles;
    private final Scene scene;
    private Content content;
    private Optional<FailureDialog> failureDialog = Optional.empty();

    public MainWindow(Stage stage, Session session, Settings settings, Styles styles, Words words) {
        this.stage = stage;
        this.session = session;
        this.settings = settings;
        this.styles = styles;
        content = content(words);
        scene = new Scene(content.root());
        styles.sizeProperty().subscribe(_ -> resizeAll());
        content.installIn(scene);
        bindTitle(words);
        stage.getIcons().setAll(WindowIcons.load());
        stage.setScene(scene);
        ReasonTip.watch(stage);
        // Escape has other uses first.
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint(words.say("shell.full-screen.hint"));
        stage.setOnShown(_ -> content.begin());
        stage.setOnCloseRequest(event -> content.askBeforeClosing(event));
        RecentFiles recent = session.recentFiles(settings);
        session.documents().lastUsedProperty().subscribe(file -> file.ifPresent(recent::add));
        new Placement(stage, settings).restore();
        // Only a theme that was chosen is remembered: until then the system's is followed.
        styles.themeProperty().addListener((_, _, chosen) -> settings.setTheme(chosen));
        session.failures().openProperty().subscribe(open -> open.ifPresent(this::tell));
        styles.sizeProperty().subscribe((_, now) -> settings.setSize(now.intValue()));
    }

    /** The sheets and what is measured in code follow the size of everything. */
    private void resizeAll() {
        styles.applyTo(scene, content.sheets());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(styles.zoom() * MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(styles.zoom() * MIN_HEIGHT, screen.getHeight()));
    }

    private Content content(Words words) {
        return new Content(stage, session, settings, styles, this::speak, words);
    }

    /** Says everything in another language from now on, and remembers it. */
    void speak(Language language) {
        if (language == content.language()) {
            return;
        }
        settings.setLanguage(language.code());
        content.remember();
        Words words = Words.of(language);
        Content next = content(words);
        next.takeOver(content);
        content = next;
        scene.setRoot(content.root());
        content.installIn(scene);
        content.focusTrain();
        bindTitle(words);
        stage.setFullScreenExitHint(words.say("shell.full-screen.hint"));
    }

    /** Gives the window's inside another size. */
    public void resize(double width, double height) {
        stage.setMaximized(false);
        content.root().setPrefSize(width, height);
        stage.sizeToScene();
        // Until now it stands where a window of another size is in the middle.
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setX(screen.getMinX() + Math.max(0, (screen.getWidth() - width) / 2));
        stage.setY(screen.getMinY() + Math.max(0, (screen.getHeight() - height) / 2));
    }

    /** The window's inside. */
    public Parent root() {
        return scene.getRoot();
    }

    /** The dialog in the language of the moment; the one that is open counts further errors. */
    private void tell(ProgramFailure failure) {
        if (failure.more() == 0) {
            failureDialog = Optional.of(content.failureDialog(stage));
        }
        failureDialog.ifPresent(dialog -> dialog.show(failure));
    }

    /** Offers what sessions left that ended badly, if any did. */
    public void recover() {
        content.recover();
    }

    /** Brings the window before all others, with a file to open or without one. */
    public void arrive(Optional<Path> file) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        file.ifPresent(named -> session.arrivals().open(List.of(named)));
    }

    /** Opens the window. */
    public void show() {
        stage.show();
    }

    /** Writes down how the window is, to be so at the next start. */
    public void remember() {
        new Placement(stage, settings).remember();
        settings.setSpeed(session.training().speedProperty().get());
        settings.setStockLayers(session.stockLayersProperty().get());
        String preset = session.documents().current().presetProperty().get();
        if (!preset.isEmpty()) {
            settings.setPreset(preset);
        }
        content.remember();
    }

    private void bindTitle(Words words) {
        var experiment = session.editor().experimentProperty();
        var document = session.documents().current();
        stage.titleProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        DocumentTitle.of(session, words)
                                                + (document.unsavedProperty().get() ? "*" : "")
                                                + " – GAN Atelier",
                                experiment,
                                document.fileProperty(),
                                document.unsavedProperty()));
    }
}
