package org.ganatelier.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.ganatelier.text.Glossary;
import org.ganatelier.text.Term;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.MarkupView;
import org.ganatelier.ui.widget.Reasons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All words of the field at the left, and one of them at the right. FX thread only. */
final class GlossaryPage extends BorderPane {
    private static final KeyCombination BACK = KeyCombination.valueOf("Alt+Left");

    private final Words words;
    private final Glossary glossary;
    private final TextField search = new TextField();
    private final ListView<Term> list = new ListView<>();
    private final VBox article = new VBox();
    private final ScrollPane scroll = new ScrollPane(article);
    private final ObservableList<String> past = FXCollections.observableArrayList();
    private @Nullable Term shown;
    private boolean listing;

    /**
     * @param showShortcuts opens the page of shortcuts
     */
    GlossaryPage(Runnable showShortcuts, Words words) {
        this.words = words;
        glossary = words.glossary();
        getStyleClass().add("glossary");
        setTop(head(showShortcuts));
        list.setId("glossary-terms");
        list.getStyleClass().add("glossary-terms");
        list.setCellFactory(_ -> new TermCell());
        list.setPlaceholder(new Label(words.say("glossary.none")));
        list.getItems().setAll(glossary.terms());
        list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        article.getStyleClass().add("glossary-article");
        scroll.setId("glossary-article");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("dialog-page");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        setCenter(new HBox(list, scroll));
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        show(glossary.terms().getFirst());
    }

    /** Goes to a term; the way back leads to the one before. */
    void go(String id) {
        Term next = glossary.term(id);
        if (!next.equals(shown)) {
            if (shown != null) {
                past.add(shown.id());
            }
            show(next);
        }
    }

    /** The term that is to be read. */
    Optional<String> shown() {
        return Optional.ofNullable(shown).map(Term::id);
    }

    /** Where the keyboard begins. */
    Node entrance() {
        return search;
    }

    /** Goes back to the term before, if there is one. */
    private void back() {
        if (!past.isEmpty()) {
            show(glossary.term(past.removeLast()));
        }
    }

    private Node head(Runnable showShortcuts) {
        var back = new Button("", new Icon(Feather.ARROW_LEFT));
        back.setId("glossary-back");
        back.setOnAction(_ -> back());
        Hints.on(back, words.say("glossary.back"));
        back.setAccessibleText(words.say("glossary.back"));
        Reasons.disable(
                back,
                Bindings.isEmpty(past)
                        .map(
                                none ->
                                        none
                                                ? Optional.of(words.say("glossary.back.none"))
                                                : Optional.empty()));
        search.setId("glossary-search");
        search.setPromptText(words.say("glossary.search"));
        search.setAccessibleText(words.say("glossary.search"));
        search.textProperty().subscribe(this::find);
        HBox.setHgrow(search, Priority.ALWAYS);
        var shortcuts = new Hyperlink(words.say("shell.command.shortcuts"));
        shortcuts.setMinWidth(USE_PREF_SIZE);
        shortcuts.setOnAction(_ -> showShortcuts.run());
        var head = new HBox(back, search, shortcuts);
        head.getStyleClass().add("glossary-head");
        return head;
    }

    private void find(String before, String typed) {
        List<Term> found = glossary.find(typed);
        // A list that changes selects what now stands where the selected one stood.
        listing = true;
        list.getItems().setAll(found);
        listing = false;
        if (typed.isBlank() && shown != null) {
            show(shown);
        } else if (!found.isEmpty()) {
            // The way back leads to where the search began, not to each of its letters.
            if (before.isBlank() && shown != null) {
                past.add(shown.id());
            }
            show(found.getFirst());
        }
    }

    private void chosen(@Nullable Term term) {
        if (term != null && !listing) {
            go(term.id());
        }
    }

    private void press(KeyEvent event) {
        if (BACK.match(event)) {
            back();
            event.consume();
        } else if (search.isFocused()
                && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP)) {
            list.requestFocus();
            event.consume();
        }
    }

    private void show(Term term) {
        shown = term;
        if (!list.getItems().contains(term)) {
            // This comes back here, with all terms in the list.
            search.clear();
            return;
        }
        list.getSelectionModel().select(term);
        list.scrollTo(term);
        var text = new MarkupView(this::go, _ -> {}, words);
        text.show(term.more());
        Label title = label(term.title(), "title-3");
        article.getChildren().setAll(title);
        if (!term.aliases().isEmpty()) {
            article.getChildren()
                    .add(
                            label(
                                    words.say(
                                            "glossary.aliases",
                                            "words",
                                            String.join(", ", term.aliases())),
                                    "text-muted"));
        }
        article.getChildren().addAll(label(term.brief(), "glossary-brief"), text);
        List<Term> others = others(term);
        if (!others.isEmpty()) {
            article.getChildren().add(seeAlso(others));
        }
        term.reference()
                .ifPresent(source -> article.getChildren().add(label(source, "text-muted")));
        scroll.setVvalue(0);
    }

    /** Terms that are explained with this one, and that its own text does not lead to. */
    private List<Term> others(Term term) {
        return glossary.leadingTo(term.id()).stream()
                .filter(other -> !term.related().contains(other.id()))
                .toList();
    }

    private Node seeAlso(List<Term> others) {
        var see = new FlowPane();
        see.getStyleClass().add("glossary-others");
        see.getChildren().add(new Label(words.say("glossary.see-also")));
        for (Term other : others) {
            var link = new Hyperlink(other.title());
            link.setOnAction(_ -> go(other.id()));
            see.getChildren().add(link);
        }
        return see;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private static final class TermCell extends ListCell<Term> {
        @Override
        protected void updateItem(@Nullable Term term, boolean empty) {
            super.updateItem(term, empty);
            setText(Stream.ofNullable(term).map(Term::title).findFirst().orElse(""));
        }
    }
}
