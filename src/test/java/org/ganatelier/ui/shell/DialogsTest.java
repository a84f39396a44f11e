package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;

import org.ganatelier.session.Documents;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.session.Workers;
import org.ganatelier.text.Words;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What happens once the system's dialog has named a file. */
@SuppressWarnings("NullAway.Init") // JUnit and TestFX fill the fields before each test
class DialogsTest extends ApplicationTest {
    private static final long PATIENCE_SECONDS = 30;
    private static final String QUESTION = "There is a file known.png already. Replace it?";

    @TempDir private Path folder;

    private final List<Path> saved = new ArrayList<>();
    private Session session;
    private Dialogs dialogs;

    @Override
    public void start(Stage stage) {
        session =
                Session.of(
                        Documents.preset("digits"),
                        new FakeTrainer(),
                        new FakeClassifiers(),
                        new Workers(
                                Platform::runLater,
                                task -> Thread.ofPlatform().start(task),
                                Platform::isFxApplicationThread));
        stage.setScene(new Scene(new Button("Save"), 600, 400));
        stage.show();
        dialogs =
                new Dialogs(
                        stage, session, session.recentFiles(Settings.forgetful()), Words.english());
    }

    @AfterEach
    void close() throws TimeoutException {
        interact(session::close);
        FxToolkit.cleanupStages();
    }

    @Test
    void nothingIsAskedWhereTheNameIsNewOrTheSystemHasAsked() throws IOException {
        Path known = Files.writeString(folder.resolve("known.atelier"), "");
        interact(() -> dialogs.save(FileKind.PROJECT, folder.resolve("new"), saved::add));
        interact(() -> dialogs.save(FileKind.PROJECT, known, saved::add));

        assertThat(saved).containsExactly(folder.resolve("new.atelier"), known);
    }

    @Test
    void aFileIsReplacedOnlyWhenTheUserSaysSo() throws IOException, TimeoutException {
        Path known = Files.writeString(folder.resolve("known.png"), "");
        answer("Cancel");
        assertThat(saved).isEmpty();
        answer("Replace");
        assertThat(saved).containsExactly(known);
    }

    private void answer(String button) throws TimeoutException {
        // Not "interact", which would wait for the answer that is given below.
        Platform.runLater(
                () -> dialogs.save(FileKind.PICTURE, folder.resolve("known"), saved::add));
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS, TimeUnit.SECONDS, () -> lookup(QUESTION).tryQuery().isPresent());
        // Not by mouse: the question may be found before its buttons have their places.
        Button chosen =
                lookup(".button").<Button>match(b -> b.getText().equals(button)).queryButton();
        interact(chosen::fire);
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS, TimeUnit.SECONDS, () -> lookup(QUESTION).tryQuery().isEmpty());
    }
}
