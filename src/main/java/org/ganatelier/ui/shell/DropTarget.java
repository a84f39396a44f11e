package org.ganatelier.ui.shell;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

import org.ganatelier.text.Words;
import org.kordamp.ikonli.feather.Feather;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Files that are dragged over the window: a frame says what happens when they are let go. */
final class DropTarget {
    private final Pane over;
    private final Words words;
    private final Consumer<List<Path>> open;
    private final Label text = new Label("", new Icon(Feather.DOWNLOAD));
    private final StackPane frame = new StackPane(text);

    /**
     * @param over what the frame is drawn on: all of the window's inside
     * @param open gets the files
     */
    DropTarget(Pane over, Words words, Consumer<List<Path>> open) {
        this.over = over;
        this.words = words;
        this.open = open;
        frame.setManaged(false);
        // Whatever is below still hears of the drag.
        frame.setMouseTransparent(true);
        frame.getStyleClass().add("drop-target");
        over.layoutBoundsProperty().subscribe(this::cover);
    }

    /** Lets a scene take files; whatever took them before does so no more. */
    void installIn(Scene scene) {
        scene.setOnDragOver(this::offer);
        scene.setOnDragExited(_ -> hide());
        scene.setOnDragDropped(this::take);
    }

    private void offer(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            show(event.getDragboard().getFiles());
        }
    }

    private void take(DragEvent event) {
        boolean files = event.getDragboard().hasFiles();
        drop(files ? event.getDragboard().getFiles() : List.of());
        event.setDropCompleted(files);
    }

    /** Something is let go over the window: files, or none where it is anything else. */
    void drop(List<File> files) {
        hide();
        if (!files.isEmpty()) {
            open.accept(files.stream().map(File::toPath).toList());
        }
    }

    /** Files, at least one, are over the window. */
    void show(List<File> files) {
        text.setText(
                words.say("shell.drop", "n", files.size(), "file", files.getFirst().getName()));
        if (!over.getChildren().contains(frame)) {
            over.getChildren().add(frame);
            cover();
        }
    }

    /** They are not any more. */
    void hide() {
        over.getChildren().remove(frame);
    }

    private void cover() {
        frame.resizeRelocate(0, 0, over.getWidth(), over.getHeight());
    }
}
