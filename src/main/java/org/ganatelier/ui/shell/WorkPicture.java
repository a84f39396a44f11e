package org.ganatelier.ui.shell;

import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.session.Recoverable;

/** What work looked like: its images or, where nothing was trained, its two stacks of layers. */
final class WorkPicture extends StackPane {
    private static final double SIZE = 96;

    /** More would not be told apart. */
    private static final int MOST_LAYERS = 12;

    WorkPicture(Recoverable work) {
        getStyleClass().add("work-picture");
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        Node picture =
                work.picture()
                        .<Node>map(file -> images(file.toUri().toString()))
                        .orElseGet(() -> stacks(work));
        getChildren().setAll(picture);
    }

    private static ImageView images(String address) {
        // Read in the background: a large picture must not hold up the dialog.
        var view = new ImageView(new Image(address, true));
        view.setFitWidth(SIZE);
        view.setFitHeight(SIZE);
        view.setPreserveRatio(true);
        return view;
    }

    private static HBox stacks(Recoverable work) {
        var stacks = new HBox();
        stacks.getStyleClass().add("work-stacks");
        for (Side side : Side.values()) {
            var stack = new VBox();
            stack.getStyleClass().add("work-stack");
            int layers = work.experiment().network(side).layers().size();
            for (int i = 0; i < Math.min(layers, MOST_LAYERS); i++) {
                var layer = new Region();
                layer.getStyleClass().add("work-layer");
                stack.getChildren().add(layer);
            }
            stacks.getChildren().add(stack);
        }
        return stacks;
    }
}
