package org.ganatelier.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Hyperlink;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.session.Documents;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.Trainer;
import org.ganatelier.ui.panel.PanelCase;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Terms;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** The lesson beside the experiment. */
class LessonPanelTest extends PanelCase<LessonPanel> {
    private final List<String> opened = new ArrayList<>();

    @Override
    protected Experiment experiment() {
        return Documents.preset("d-wins");
    }

    @Override
    protected Trainer trainer() {
        return new FakeTrainer();
    }

    @Override
    protected LessonPanel make(PanelContext context) {
        return (LessonPanel) LessonPanel.in(context);
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
        interact(() -> Terms.openWith(stage.getScene(), opened::add));
        interact(() -> link(".term-link").fire());
        assertThat(opened).containsExactly("d-of-x");
    }

    private Hyperlink link(String style) {
        return lookup(style).query();
    }
}
