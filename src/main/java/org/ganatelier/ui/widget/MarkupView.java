package org.ganatelier.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.ganatelier.text.Markup;
import org.ganatelier.text.Words;

import java.util.List;
import java.util.function.Consumer;

/** A longer text with its headings, lists, formulas and links. FX thread only. */
public final class MarkupView extends VBox {
    private static final String BULLET = "•";

    private final Words words;
    private final Consumer<String> lead;
    private final Consumer<String> act;

    /**
     * @param lead goes to a term of the glossary
     * @param act does what a text offers, by its name
     */
    public MarkupView(Consumer<String> lead, Consumer<String> act, Words words) {
        this.words = words;
        this.lead = lead;
        this.act = act;
        getStyleClass().add("markup");
    }

    /** Shows another text. */
    public void show(List<Markup.Block> blocks) {
        getChildren().setAll(blocks.stream().map(this::node).toList());
    }

    private Node node(Markup.Block block) {
        return switch (block) {
            case Markup.Heading(String text) -> label(text, "markup-heading");
            case Markup.Formula(String text) -> label(text, "markup-formula");
            case Markup.Paragraph(List<Markup.Run> runs) -> flow(runs);
            case Markup.Item(List<Markup.Run> runs) -> item(flow(runs));
        };
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private static Node item(TextFlow text) {
        var bullet = new Label(BULLET);
        bullet.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var item = new HBox(bullet, text);
        item.getStyleClass().add("markup-item");
        return item;
    }

    private TextFlow flow(List<Markup.Run> runs) {
        var flow = new TextFlow();
        flow.getStyleClass().add("markup-text");
        runs.stream().map(this::node).forEach(flow.getChildren()::add);
        return flow;
    }

    private Node node(Markup.Run run) {
        return switch (run) {
            case Markup.Plain(String text) -> {
                var plain = new Text(text);
                plain.getStyleClass().add("text");
                yield plain;
            }
            case Markup.Link(String term, String text) -> {
                Hyperlink link = link(text, "term-link", () -> lead.accept(term));
                Terms.on(link, term, words);
                yield link;
            }
            case Markup.Deed(String name, String text) ->
                    link(text, "deed-link", () -> act.accept(name));
        };
    }

    private static Hyperlink link(String text, String style, Runnable work) {
        var link = new Hyperlink(text);
        link.getStyleClass().add(style);
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(
                _ -> {
                    // A word that was looked up once looks like any other.
                    link.setVisited(false);
                    work.run();
                });
        return link;
    }
}
