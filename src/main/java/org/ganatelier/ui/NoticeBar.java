package org.ganatelier.ui;

import atlantafx.base.controls.Notification;

import javafx.collections.ListChangeListener;
import javafx.scene.layout.StackPane;

import org.ganatelier.session.Notice;
import org.ganatelier.session.Notices;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/**
 * The newest message to the user, in a line of its own that hides nothing; when it is closed, the
 * one before it comes back.
 */
final class NoticeBar extends StackPane {
    private final Notices notices;

    NoticeBar(Notices notices) {
        this.notices = notices;
        getStyleClass().add("notice-bar");
        managedProperty().bind(visibleProperty());
        show();
        notices.open().addListener((ListChangeListener<Notice>) _ -> show());
    }

    private void show() {
        List<Notice> open = notices.open();
        setVisible(!open.isEmpty());
        if (open.isEmpty()) {
            getChildren().clear();
        } else {
            getChildren().setAll(notification(open.getLast(), open.size() - 1));
        }
    }

    private Notification notification(Notice notice, int older) {
        boolean error = notice.level() == Notice.Level.ERROR;
        String more =
                switch (older) {
                    case 0 -> "";
                    case 1 -> "  (and one older message)";
                    default -> "  (and " + older + " older messages)";
                };
        var notification =
                new Notification(
                        notice.sentence() + more,
                        new Icon(error ? Feather.ALERT_CIRCLE : Feather.INFO));
        notification.getStyleClass().add(error ? "danger" : "accent");
        notification.setAccessibleText(notice.sentence() + more);
        notification.setMaxWidth(Double.MAX_VALUE);
        notification.setOnClose(_ -> notices.dismiss(notice));
        return notification;
    }
}
