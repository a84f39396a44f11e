package org.ganatelier.ui.shell;

import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.ganatelier.session.Notice;
import org.ganatelier.session.Notices;
import org.ganatelier.text.NoticeText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/**
 * The messages to the user, the newest first, over the lower right corner of the panels: nothing
 * moves when one comes or goes. One button closes all of them, as Escape does. FX thread only.
 */
final class NoticeBar extends StackPane {
    private final Notices notices;
    private final Remedies remedies;

    /** Held here alone: a bar that was replaced hears nothing more. */
    private final ListChangeListener<Notice> follower = _ -> show();

    private final Words words;

    NoticeBar(Notices notices, Remedies remedies, Words words) {
        this.notices = notices;
        this.remedies = remedies;
        this.words = words;
        getStyleClass().add("notice-bar");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
        show();
        notices.open().addListener(new WeakListChangeListener<>(follower));
    }

    private void show() {
        List<Notice> open = notices.open();
        // Whoever closes by keyboard closes the next ones the same way.
        boolean focused = isFocusWithin();
        setVisible(!open.isEmpty());
        getChildren().clear();
        if (!open.isEmpty()) {
            Button close = closeButton();
            getChildren().setAll(card(open, close));
            if (focused) {
                close.requestFocus();
            }
        }
    }

    private HBox card(List<Notice> open, Button close) {
        var lines = new VBox();
        lines.getStyleClass().add("notices");
        open.reversed().forEach(notice -> lines.getChildren().add(line(notice)));
        var scroll = new ScrollPane(lines);
        scroll.getStyleClass().add("notice-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        // As high as the text is once it has its width; before that it counts fewer lines.
        lines.heightProperty()
                .subscribe(height -> scroll.setPrefViewportHeight(height.doubleValue()));
        boolean error = open.stream().anyMatch(each -> each.level() == Notice.Level.ERROR);
        var card = new HBox(scroll, copyButton(open), close);
        card.getStyleClass().addAll("notice-card", error ? "danger" : "accent");
        return card;
    }

    private HBox line(Notice notice) {
        boolean error = notice.level() == Notice.Level.ERROR;
        var message = new Label(NoticeText.say(words, notice.what()));
        message.getStyleClass().add("message");
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(message, Priority.ALWAYS);
        var line = new HBox(new Icon(error ? Feather.ALERT_CIRCLE : Feather.INFO), message);
        remedies.of(notice.what())
                .ifPresent(
                        button -> {
                            button.addEventHandler(
                                    ActionEvent.ACTION, _ -> notices.dismiss(notice));
                            Hints.on(button, button.getText());
                            line.getChildren().add(button);
                        });
        line.getStyleClass().addAll("notice", error ? "danger" : "accent");
        line.setAccessibleText(message.getText());
        return line;
    }

    private Button copyButton(List<Notice> open) {
        List<String> texts =
                open.reversed().stream().map(n -> NoticeText.say(words, n.what())).toList();
        Button copy = button(Feather.COPY, "shell.notices.copy");
        copy.getStyleClass().add("copy-button");
        copy.setOnAction(
                _ -> {
                    var content = new ClipboardContent();
                    content.putString(String.join("\n", texts));
                    Clipboard.getSystemClipboard().setContent(content);
                });
        return copy;
    }

    private Button closeButton() {
        Button close = button(Feather.X, "shell.notices.close");
        close.getStyleClass().add("close-button");
        close.setOnAction(_ -> notices.dismissAll());
        return close;
    }

    private Button button(Feather icon, String key) {
        var button = new Button("", new Icon(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(words.say(key));
        Hints.on(button, words.say(key + ".hint"));
        return button;
    }
}
