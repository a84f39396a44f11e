package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.exchange.model.NamingWriter;
import org.ganatelier.exchange.model.Obstacle;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.session.EditName;
import org.ganatelier.ui.widget.Reasons;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;

/** File, Export: from the choice of a format to the folder. */
class ExportDialogTest extends WindowCase {
    @TempDir private Path directory;

    private final NamingWriter keras = new NamingWriter(ModelFormat.KERAS);
    private final NamingWriter onnx = new NamingWriter(ModelFormat.ONNX);

    @BeforeEach
    void offer() {
        interact(() -> session.exports().offer(List.of(keras, onnx)));
    }

    @Test
    void theCodeOfTheExperimentIsWrittenToTheFolderThatIsNamed() throws TimeoutException {
        openWithFolder();
        assertThat(((Labeled) find("#export-subject")).getText()).contains("not trained yet");
        assertThat(((TextField) find("#export-name")).getText())
                .isEqualTo("digits-first-contact-keras");
        clickOn("#export-onnx");
        assertThat(((TextField) find("#export-name")).getText())
                .isEqualTo("digits-first-contact-onnx");
        clickOn("#export-generator");
        push(KeyCode.ENTER);
        export();
        waitUntil(() -> lookup("#export-path").tryQuery().isPresent());

        Path folder = directory.resolve("digits-first-contact-onnx");
        assertThat(((TextField) find("#export-path")).getText()).isEqualTo(folder.toString());
        assertThat(folder.resolve("GENERATOR/layers.txt")).exists();
        assertThat(folder.resolve("DISCRIMINATOR")).doesNotExist();
        assertThat(settings.choice("export-format")).contains("onnx");
        assertThat(settings.choice("export-folder")).contains(directory.toString());
    }

    @Test
    void theRunThatIsShownIsExportedWithTheWeightsThatAreChosen() throws TimeoutException {
        interact(session.training()::train);
        waitUntil(() -> !trainer.runs().isEmpty());
        interact(
                () -> {
                    trainer.run().knowAll();
                    trainer.run().measure(1240);
                });
        openWithFolder();
        assertThat(((Labeled) find("#export-subject")).getText())
                .contains("Run 1")
                .contains("step 1,240");
        clickOn("#export-raw");
        export();
        waitUntil(() -> lookup("#export-path").tryQuery().isPresent());
        Path folder = directory.resolve("digits-first-contact-keras");
        assertThat(folder.resolve("example_noise.npy")).exists();
        assertThat(folder.resolve("data.npz")).exists();
    }

    @Test
    void whatTheFormatCannotExpressIsSaidAndKeepsTheButtonFromBeingPressed()
            throws TimeoutException {
        keras.lack(new Obstacle.Lack.Layer(new PixelShuffle(2)));
        openWithFolder();
        assertThat(((Labeled) find(".export-obstacles > .label")).getText())
                .startsWith("Generator: Keras has no layer like PixelShuffle.");
        assertThat(Reasons.of(button("Export"))).isPresent();
        assertThat(button("Export").isDisabled()).isTrue();
        clickOn("#export-onnx");
        assertThat(lookup(".export-obstacles > .label").tryQuery()).isEmpty();
        assertThat(button("Export").isDisabled()).isFalse();
    }

    @Test
    void whatIsCancelledLeavesNothingAndTheDialogStays() throws TimeoutException {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        keras.meanwhile(
                () -> {
                    begun.countDown();
                    awaitQuietly(end);
                });
        openWithFolder();
        export();
        waitUntil(() -> begun.getCount() == 0);
        assertThat(find("#export-progress").isVisible()).isTrue();
        push(KeyCode.ESCAPE);
        end.countDown();
        waitUntil(() -> ((Labeled) find("#export-message")).getText().startsWith("Cancelled"));
        waitUntil(() -> directory.toFile().list().length == 0);
        assertThat(find("#export-progress").isVisible()).isFalse();
        push(KeyCode.ESCAPE);
        waitUntil(() -> lookup("#export").tryQuery().isEmpty());
    }

    @Test
    void anExperimentWithProblemsCannotBeExportedAndTheMenuSaysWhy() {
        interact(
                () ->
                        session.editor()
                                .edit(
                                        new EditName.RemoveLayer("Dense"),
                                        e -> e.withNetwork(Side.GENERATOR, _ -> NetworkSpec.of())));
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.E);
        settle();
        assertThat(lookup("#export").tryQuery()).isEmpty();
    }

    private void openWithFolder() throws TimeoutException {
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.E);
        waitUntil(() -> lookup("#export").tryQuery().isPresent());
        interact(() -> ((TextField) find("#export-folder")).setText(directory.toString()));
        settle();
    }

    private void export() {
        interact(button("Export")::fire);
    }

    private Button button(String text) {
        return lookup("#export .button").<Button>match(b -> b.getText().equals(text)).queryButton();
    }

    private Node find(String selector) {
        return Window.getWindows().stream()
                .map(open -> open.getScene().getRoot().lookup(selector))
                .filter(node -> node != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + selector));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
