package org.ganatelier.ui.charts;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

import org.ganatelier.session.Batch;
import org.ganatelier.session.Overlay;
import org.ganatelier.session.RunEntry;
import org.ganatelier.text.RunText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.RunSign;

import java.util.List;

/**
 * Which run is which, where several are drawn: that of the thick lines, and the others with their
 * colours and signs; a click takes one off the plots. FX thread only.
 */
final class RunsLegend extends FlowPane {
    private final Others others;
    private final Words words;
    private List<Object> listed = List.of();

    RunsLegend(Others others, Words words) {
        this.others = others;
        this.words = words;
        getStyleClass().add("runs-legend");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Lists the runs as they are now. */
    void update() {
        List<Overlay> drawn = others.drawn();
        List<Object> now = List.of(drawn, others.shown().getValue());
        if (now.equals(listed)) {
            return;
        }
        listed = now;
        getChildren().clear();
        others.shown()
                .getValue()
                .ifPresent(
                        run -> {
                            var own = new Label(RunText.name(words, run));
                            own.getStyleClass().add("own-run");
                            Hints.on(own, words.say("charts.runs.own.hint"));
                            getChildren().add(own);
                        });
        drawn.forEach(overlay -> getChildren().add(button(overlay)));
        setVisible(!drawn.isEmpty());
    }

    private Button button(Overlay overlay) {
        var button = new Button("", RunSign.node(overlay.color()));
        button.getStyleClass().setAll("curve-label", "other-run");
        button.setMinWidth(USE_PREF_SIZE);
        switch (overlay.of()) {
            case RunEntry run -> {
                Live.on(button, run.nameProperty())
                        .subscribe(_ -> button.setText(RunText.name(words, run)));
                hint(button, RunText.differs(words, run));
            }
            case Batch batch -> {
                Live.on(button, batch.runsProperty())
                        .subscribe(_ -> button.setText(RunText.name(words, batch)));
                hint(button, words.say("charts.runs.band.hint"));
            }
        }
        button.setOnAction(_ -> others.remove().accept(overlay.of()));
        return button;
    }

    private void hint(Button button, String what) {
        Hints.on(button, what + ". " + words.say("charts.runs.other.hint"));
    }
}
