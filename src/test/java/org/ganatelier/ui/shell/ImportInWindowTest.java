package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;

import org.ganatelier.exchange.model.Remark;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.session.ImportReport;
import org.ganatelier.text.Words;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Code that comes by the clipboard, and what is said of it. */
class ImportInWindowTest extends WindowCase {
    private static final String CODE =
            """
            model = keras.Sequential([
                layers.Dense(128, activation="relu", input_shape=(20,)),
                layers.Dense(784, activation="tanh"),
                layers.Reshape((28, 28, 1)),
            ], name="generator")
            """;

    @Test
    void codeIsPastedIntoTheStacksAndReportedLineByLine() throws TimeoutException {
        copy(CODE);
        clickOn(node(".networks-layer"));
        push(KeyCode.SHORTCUT, KeyCode.V);
        waitUntil(() -> lookup("#import-report").tryQuery().isPresent());

        assertThat(generator()).hasSize(3);
        assertThat(node(".networks-panel").isVisible()).isTrue();
        assertThat(lookup(".import-line").queryAllAs(Labeled.class))
                .hasSameSizeAs(report().remarks())
                .anySatisfy(line -> assertThat(line.getText()).contains("Dense"));
        assertThat(lookup(".import-became").queryAll()).isNotEmpty();
        // The window can be used beside it.
        interact(session.editor()::undo);
        assertThat(generator()).hasSizeGreaterThan(3);
        assertThat(lookup("#import-report").tryQuery()).isPresent();
        Button all = button("Copy the report");
        interact(all::fire);
        assertThat(pasted().lines()).hasSameSizeAs(report().remarks());
    }

    @Test
    void otherTextIsLeftAlone() {
        copy("Dense fog, layers of it");
        clickOn(node(".networks-layer"));
        push(KeyCode.SHORTCUT, KeyCode.V);
        settle();
        assertThat(session.notices().open()).isEmpty();
        assertThat(lookup("#import-report").tryQuery()).isEmpty();
    }

    @Test
    void aTextFieldKeepsItsKeys() {
        copy(CODE + "7");
        TextField noise = lookup(".networks-pill .text-field").query();
        clickOn(noise);
        push(KeyCode.SHORTCUT, KeyCode.V);
        settle();
        assertThat(lookup("#import-report").tryQuery()).isEmpty();
        assertThat(session.imports().reportProperty().get()).isEmpty();
    }

    @Test
    void theMenuImportsWhateverTheClipboardHolds() throws TimeoutException {
        copy("nothing of a model");
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
        waitUntil(
                () ->
                        lookup("#import-report").tryQuery().isPresent()
                                || !session.notices().open().isEmpty());
        assertThat(generator()).hasSizeGreaterThan(3);
    }

    @Test
    void aNewReportTakesThePlaceOfTheOneBefore() {
        var window = new ExchangeDialogs[1];
        interact(
                () -> {
                    window[0] = new ExchangeDialogs(stage, session, settings, Words.english());
                    window[0].show(reportOf(400));
                });
        settle();
        assertThat(lookup(".import-line").queryAll()).hasSize(300);
        assertThat(lookup(".import-lines .label").queryAllAs(Labeled.class))
                .anyMatch(label -> label.getText().startsWith("100 more lines"));
        interact(() -> window[0].show(reportOf(2)));
        settle();
        assertThat(lookup("#import-report").queryAll()).hasSize(1);
        assertThat(lookup(".import-line").queryAll()).hasSize(2);
    }

    @Test
    void whatLooksWrongComesFirst() {
        var source = new Remark.Source.Whole();
        var report =
                new ImportReport(
                        "foo.py",
                        true,
                        List.of(
                                new Remark(source, new Fact.Passed("Foo", "bar")),
                                new Remark(source, new Fact.Unknown("Baz")),
                                new Remark(source, new Fact.SigmoidTwice("Sigmoid"))));
        interact(() -> new ImportReportDialog(stage, report, Words.english()).show());
        settle();
        assertThat(lookup(".import-line").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .satisfiesExactly(
                        first -> assertThat(first).contains("Sigmoid"),
                        second -> assertThat(second).contains("Baz"),
                        third -> assertThat(third).contains("Foo"));
    }

    private static ImportReport reportOf(int lines) {
        var line = new Remark(new Remark.Source.Line(3), new Fact.Unknown("Foo"));
        return new ImportReport("foo.py", false, Collections.nCopies(lines, line));
    }

    private ImportReport report() {
        return session.imports().reportProperty().get().orElseThrow();
    }

    private List<?> generator() {
        return session.editor().experimentProperty().get().network(Side.GENERATOR).layers();
    }

    private Button button(String text) {
        return lookup("#import-report .button")
                .<Button>match(each -> each.getText().equals(text))
                .queryButton();
    }

    private void copy(String text) {
        interact(
                () ->
                        Clipboard.getSystemClipboard()
                                .setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    private String pasted() {
        var text = new String[1];
        interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
        return text[0];
    }
}
