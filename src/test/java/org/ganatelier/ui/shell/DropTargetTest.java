package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

import org.ganatelier.text.Words;
import org.junit.jupiter.api.Test;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that are dropped on the window. The drag itself is left to the system: without a display it
 * is only played, and that comes to grief where a tooltip opens on its way.
 */
class DropTargetTest extends WindowCase {
    private static final List<File> LESSON = List.of(new File("lesson.atelier"));

    private final List<List<Path>> opened = new ArrayList<>();

    @Test
    void theWindowTakesFiles() {
        assertThat(stage.getScene().getOnDragOver()).isNotNull();
        assertThat(stage.getScene().getOnDragDropped()).isNotNull();
        assertThat(stage.getScene().getOnDragExited()).isNotNull();
    }

    @Test
    void aFrameSaysWhatADropDoesAndTheDropDoesIt() {
        var inside = new Pane();
        interact(
                () -> {
                    var target = new DropTarget(inside, Words.english(), opened::add);
                    target.show(LESSON);
                    assertThat(text(inside)).isEqualTo("Drop it to open lesson.atelier");
                    target.drop(LESSON);
                });
        assertThat(inside.getChildren()).isEmpty();
        assertThat(opened).containsExactly(List.of(Path.of("lesson.atelier")));
    }

    @Test
    void whatLeavesTheWindowOrIsNoFileOpensNothing() {
        var inside = new Pane();
        interact(
                () -> {
                    var target = new DropTarget(inside, Words.english(), opened::add);
                    target.show(LESSON);
                    target.hide();
                    target.show(LESSON);
                    target.drop(List.of());
                });
        assertThat(inside.getChildren()).isEmpty();
        assertThat(opened).isEmpty();
    }

    private static String text(Pane inside) {
        return ((Label) inside.lookup(".drop-target > .label")).getText();
    }
}
