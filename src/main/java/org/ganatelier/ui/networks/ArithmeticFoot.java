package org.ganatelier.ui.networks;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Supplier;

/** The arithmetic of an open card, on request. FX thread only. */
final class ArithmeticFoot extends VBox {
    private final Label lines = new Label();
    private final FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
    private final BooleanProperty wanted;
    private final Supplier<List<String>> arithmetic;

    /**
     * @param wanted whether it is shown, of all cards
     * @param arithmetic says it now; asked only where it is shown
     */
    ArithmeticFoot(BooleanProperty wanted, Supplier<List<String>> arithmetic, Words words) {
        this.wanted = wanted;
        this.arithmetic = arithmetic;
        getStyleClass().add("networks-arithmetic");
        var link = new Hyperlink(words.say("layer.card.arithmetic"), arrow);
        link.getStyleClass().add("networks-arithmetic-link");
        Hints.on(link, words.say("layer.card.arithmetic.hint"));
        link.setOnAction(_ -> wanted.set(!wanted.get()));
        lines.getStyleClass().add("networks-arithmetic-lines");
        lines.setWrapText(true);
        lines.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(link, lines);
        Live.on(this, wanted).subscribe(_ -> refresh());
    }

    /** The layer may be another one. */
    void refresh() {
        boolean shown = wanted.get();
        arrow.setIconCode(shown ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        lines.setVisible(shown);
        lines.setManaged(shown);
        if (shown) {
            lines.setText(String.join("\n", arithmetic.get()));
        }
    }
}
