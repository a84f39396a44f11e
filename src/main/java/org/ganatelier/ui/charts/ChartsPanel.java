package org.ganatelier.ui.charts;

import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

import org.ganatelier.text.Words;
import org.ganatelier.train.History;
import org.ganatelier.ui.panel.KeyHelp;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Repaint;
import org.ganatelier.ui.widget.Terms;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/** The losses of both networks, and below them the outputs of the discriminator, over steps. */
public final class ChartsPanel extends GridPane implements Panel {
    /** The losses' part of the height; the rest is for the outputs. */
    private static final double LOSSES_PART = 0.62;

    private final Words words;
    private final ObservableValue<History> history;
    private final LongProperty pointed = new SimpleLongProperty(Plot.NOWHERE);
    private final Plot losses;
    private final Plot outputs;
    private final Legend legend;
    private final BesideLosses beside;
    private final NoteLabel penalty = new NoteLabel();
    private final NoteLabel note = new NoteLabel();
    private final Label lossesTitle = titleLabel();
    private final Label outputsTitle = titleLabel();

    /**
     * @param history what is drawn; another one when another run begins
     * @param revision of the story that the history is part of: another number means that it grew
     */
    public ChartsPanel(
            ObservableValue<History> history,
            ObservableValue<? extends Number> revision,
            Words words) {
        this.words = words;
        this.history = Live.on(this, history);
        PlotSpec ofLosses = PlotSpec.losses(words);
        PlotSpec ofOutputs = PlotSpec.outputs(words);
        beside = new BesideLosses(words);
        losses = new Plot(ofLosses, history.getValue(), pointed, Plot.Ends.PLAIN, words);
        outputs = new Plot(ofOutputs, history.getValue(), pointed, Plot.Ends.LABELLED, words);
        legend = new Legend(losses.reading().traces(), words);
        layOut();
        Terms.on(lossesTitle, "loss", words);
        Terms.on(outputsTitle, "d-of-x", words);

        var repaint = new Repaint(this, this::paint);
        this.history.subscribe(_ -> repaint.request());
        Live.on(this, revision).subscribe(_ -> repaint.request());
    }

    /** The panel of the session's run. */
    public static Panel in(PanelContext context) {
        var training = context.session().training();
        return new ChartsPanel(
                training.historyProperty(), training.revisionProperty(), context.words());
    }

    @Override
    public String id() {
        return "charts";
    }

    @Override
    public String title() {
        return words.say("charts.title");
    }

    @Override
    public Feather icon() {
        return Feather.TRENDING_UP;
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public String sheet() {
        return "charts.css";
    }

    @Override
    public List<KeyHelp> keys() {
        return List.of(
                new KeyHelp(words.say("keys.left-right"), words.say("charts.keys.next")),
                new KeyHelp(words.say("keys.home-end"), words.say("charts.keys.ends")),
                new KeyHelp(words.say("keys.escape"), words.say("charts.keys.leave")));
    }

    private void layOut() {
        getStyleClass().add("charts-panel");
        losses.setId("losses");
        outputs.setId("outputs");
        penalty.setId("penalty");
        note.setId("note");
        add(losses, LOSSES_PART, head(lossesTitle, legend), penalty);
        add(outputs, 1 - LOSSES_PART, head(outputsTitle, note));
    }

    private static HBox head(Label title, Node beside) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(title, space, beside);
        head.getStyleClass().add("charts-head");
        return head;
    }

    private void add(Plot plot, double part, Node... above) {
        var section = new BorderPane(plot);
        section.setTop(new VBox(above));
        GridPane.setHgrow(section, Priority.ALWAYS);
        var row = new RowConstraints();
        row.setPercentHeight(100 * part);
        getRowConstraints().add(row);
        addColumn(0, section);
    }

    private static Label titleLabel() {
        var title = new Label();
        title.getStyleClass().add("charts-title");
        return title;
    }

    private static void tell(Label title, Reading reading) {
        if (!reading.title().equals(title.getText())) {
            title.setText(reading.title());
            Hints.on(title, reading.meaning());
        }
    }

    private void paint() {
        for (Plot plot : List.of(losses, outputs)) {
            plot.show(history.getValue());
        }
        legend.show(losses.curves());
        penalty.show(beside.note(losses.undrawn(beside.penalty())));
        tell(lossesTitle, losses.reading());
        tell(outputsTitle, outputs.reading());
        note.show(outputs.reading().note(outputs.curves()));
    }
}
