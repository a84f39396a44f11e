package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.ganatelier.text.Term;
import org.ganatelier.text.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;

import java.util.concurrent.TimeoutException;

/** The glossary as a page. */
@SuppressWarnings("NullAway.Init") // TestFX fills the fields before each test
class GlossaryPageTest extends ApplicationTest {
    private GlossaryPage page;

    @Override
    public void start(Stage stage) {
        page = new GlossaryPage(() -> {}, Words.english());
        stage.setScene(new Scene(page, 480, 250));
        stage.show();
        page.entrance().requestFocus();
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void allTermsAreListedAndOneIsShown() {
        assertThat(list().getItems()).isEqualTo(Words.english().glossary().terms());
        assertThat(page.shown()).contains(list().getItems().getFirst().id());
    }

    @Test
    void whatIsTypedIsFoundAndShown() {
        write("mode coll");
        assertThat(page.shown()).contains("mode-collapse");
        assertThat(list().getItems()).extracting(Term::id).contains("classes-covered");
        push(KeyCode.DOWN);
        assertThat(list().isFocused()).isTrue();
    }

    @Test
    void aTermThatTheSearchHidesIsShownAllTheSame() {
        write("mode coll");
        interact(() -> page.go("kernel"));
        assertThat(page.shown()).contains("kernel");
        assertThat(lookup("#glossary-search").<TextField>query().getText()).isEmpty();
        assertThat(list().getSelectionModel().getSelectedItem().id()).isEqualTo("kernel");
    }

    @Test
    void theWayBackLeadsThroughWhatWasRead() {
        interact(() -> page.go("logit"));
        interact(() -> page.go("sigmoid"));
        interact(() -> page.go("sigmoid"));
        Button back = lookup("#glossary-back").query();
        interact(back::fire);
        assertThat(page.shown()).contains("logit");
        push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(page.shown()).contains("activation");
        assertThat(back.isDisabled()).isTrue();
    }

    private ListView<Term> list() {
        return lookup("#glossary-terms").query();
    }
}
