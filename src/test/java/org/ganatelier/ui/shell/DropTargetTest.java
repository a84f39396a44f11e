package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;

import org.ganatelier.project.ProjectFile;
import org.ganatelier.session.Documents;
import org.ganatelier.train.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files that are dropped on the window. */
class DropTargetTest extends WindowCase {
    @TempDir private Path folder = Path.of("");

    @Test
    void aFrameSaysWhatADropDoesAndTheDropDoesIt() throws Exception {
        Path file = folder.resolve("lesson.atelier");
        ProjectFile.save(file, new Checkpoint(Documents.preset("mlp"), 3, 1, Map.of(), Map.of()));
        drag(file);
        waitUntil(() -> window.root().lookup(".drop-target") != null);
        assertThat(((Label) node(".drop-target > .label")).getText())
                .isEqualTo("Drop it to open lesson.atelier");
        release(MouseButton.PRIMARY);
        waitUntil(
                () ->
                        session.editor()
                                .experimentProperty()
                                .get()
                                .name()
                                .equals(Documents.preset("mlp").name()));
        assertThat(window.root().lookup(".drop-target")).isNull();
    }

    /** Takes a file from a node of the window to another place of it, as from a file manager. */
    private void drag(Path file) {
        Node from = node("#step");
        interact(
                () ->
                        from.setOnDragDetected(
                                event -> {
                                    var content = new ClipboardContent();
                                    content.putFiles(List.of(file.toFile()));
                                    from.startDragAndDrop(TransferMode.COPY).setContent(content);
                                    event.consume();
                                }));
        drag(from, MouseButton.PRIMARY).moveTo(node("#train")).moveBy(5, 200);
    }
}
