package org.ganatelier.ui.flow;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A network in the picture: its name, and where there is room a few words. */
final class FlowPart extends VBox {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final Label detail = new Label();

    /**
     * @param style whose colour it has
     */
    FlowPart(String name, String style) {
        getStyleClass().addAll("flow-part", style);
        var title = new Label(name);
        title.setMinWidth(USE_PREF_SIZE);
        title.getStyleClass().add("flow-part-name");
        detail.getStyleClass().add("flow-detail");
        detail.setMinWidth(USE_PREF_SIZE);
        detail.managedProperty().bind(detail.visibleProperty());
        detail.setVisible(false);
        getChildren().addAll(title, detail);
    }

    /** What it says where there is room. */
    String words() {
        return detail.getText();
    }

    /** Says more, where there is room for it. */
    void tell(String words, boolean room) {
        detail.setText(words);
        detail.setVisible(room);
    }

    /** Whether it learns now. */
    void light(boolean lit) {
        pseudoClassStateChanged(LIT, lit);
    }
}
