package org.ganatelier.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;

import org.controlsfx.control.action.Action;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.session.Documents;
import org.ganatelier.session.Session;
import org.ganatelier.session.Settings;
import org.ganatelier.session.Workers;
import org.ganatelier.text.Words;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Terms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** The lesson beside the experiment. */
@SuppressWarnings("NullAway.Init") // TestFX fills the fields before each test
class LessonPanelTest extends ApplicationTest {
    private final List<String> opened = new ArrayList<>();
    private Session session;
    private LessonPanel panel;

    @Override
    public void start(Stage stage) {
        session =
                Session.of(
                        Documents.preset("d-wins"),
                        new FakeTrainer(),
                        new FakeClassifiers(),
                        new Workers(
                                Platform::runLater,
                                task -> Thread.ofPlatform().start(task),
                                Platform::isFxApplicationThread));
        panel =
                (LessonPanel)
                        LessonPanel.in(
                                new PanelContext(
                                        session,
                                        new Action("Train"),
                                        () -> {},
                                        Settings.forgetful(),
                                        Words.english()));
        var scene = new Scene(panel, 420, 700);
        Terms.openWith(scene, opened::add);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() throws TimeoutException {
        interact(session::close);
        FxToolkit.cleanupStages();
    }

    @Test
    void theLessonOfTheExperimentThatIsThereIsShown() {
        assertThat(texts()).contains("The discriminator wins", "What to look at", "Why");
        interact(() -> session.documents().beginNew("Mine"));
        assertThat(texts()).contains("No lesson").doesNotContain("Why");
    }

    @Test
    void whatCanBeTriedIsAnEditThatCanBeUndone() {
        interact(() -> link(".deed-link").fire());
        var editor = session.editor();
        assertThat(editor.experimentProperty().get().objective().loss())
                .isEqualTo(new NonSaturating());
        assertThat(texts()).contains("The discriminator wins");
        interact(editor::undo);
        assertThat(editor.experimentProperty().get()).isEqualTo(Documents.preset("d-wins"));
    }

    @Test
    void aWordLeadsToTheGlossary() {
        interact(() -> link(".term-link").fire());
        assertThat(opened).containsExactly("d-of-x");
    }

    private Hyperlink link(String style) {
        return lookup(style).query();
    }

    private List<String> texts() {
        return panel.lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(label -> ((Labeled) label).getText())
                .toList();
    }
}
