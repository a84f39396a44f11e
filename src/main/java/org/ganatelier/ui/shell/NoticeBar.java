package org.ganatelier.ui.shell;

import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

import org.ganatelier.session.Notice;
import org.ganatelier.session.Notices;
import org.ganatelier.text.NoticeText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/**
 * The newest message to the user, in a line of its own that hides nothing; when it is closed, by
 * its button or by Escape on it, the one before it comes back.
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
        managedProperty().bind(visibleProperty());
        show();
        notices.open().addListener(new WeakListChangeListener<>(follower));
        addEventHandler(KeyEvent.KEY_PRESSED, this::type);
    }

    private void show() {
        List<Notice> open = notices.open();
        // Whoever closes by keyboard closes the next one the same way.
        boolean focused = isFocusWithin();
        setVisible(!open.isEmpty());
        if (open.isEmpty()) {
            getChildren().clear();
        } else {
            Button close = closeButton(open.getLast());
            getChildren().setAll(line(open.getLast(), open.size() - 1, close));
            if (focused) {
                close.requestFocus();
            }
        }
    }

    private void type(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            notices.dismiss(notices.open().getLast());
        }
    }

    private HBox line(Notice notice, int older, Button close) {
        boolean error = notice.level() == Notice.Level.ERROR;
        String more = older == 0 ? "" : "  " + words.say("shell.notices.older", "n", older);
        var message = new Label(NoticeText.say(words, notice.what()) + more);
        message.getStyleClass().add("message");
        message.setWrapText(true);
        message.setMaxWidth(Double.MAX_VALUE);
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
        line.getChildren().add(close);
        line.getStyleClass().addAll("notice", error ? "danger" : "accent");
        line.setAccessibleText(message.getText());
        return line;
    }

    private Button closeButton(Notice notice) {
        var close = new Button("", new Icon(Feather.X));
        close.getStyleClass().addAll("flat", "close-button");
        close.setAccessibleText(words.say("shell.notices.close"));
        close.setAccessibleHelp(NoticeText.say(words, notice.what()));
        Hints.on(close, words.say("shell.notices.close-hint"));
        close.setOnAction(_ -> notices.dismiss(notice));
        return close;
    }
}
