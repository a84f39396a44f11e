package org.ganatelier.ui.shell;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;

import org.ganatelier.session.Documents;
import org.ganatelier.session.Session;
import org.ganatelier.text.PresetText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Terms;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;

/**
 * The button with the presets. Their list opens below it, as high as the screen allows, and scrolls
 * where it is longer; the preset that the experiment came from is marked. FX thread only.
 */
final class PresetMenu extends MenuButton {
    /** Between the list and the edge of the screen. */
    private static final double MARGIN = 8;

    private final Session session;
    private final List<String> presets;
    private final Words words;

    PresetMenu(Session session, List<String> presets, Words words) {
        super(words.say("shell.toolbar.presets"));
        this.session = session;
        this.presets = presets;
        this.words = words;
        setId("presets");
        setMinWidth(USE_PREF_SIZE);
        Hints.on(this, words.say("shell.toolbar.presets.hint"));
        Terms.on(this, "preset", words);
        setAccessibleText(words.say("shell.toolbar.presets"));
    }

    /**
     * Opens the list. It is no menu: a menu that is higher than the room below opens over its own
     * button, and its height is wrong before it was shown once.
     */
    @Override
    public void show() {
        Bounds at = localToScreen(getLayoutBounds());
        if (at == null) {
            return;
        }
        Rectangle2D screen =
                Screen.getScreensForRectangle(at.getMinX(), at.getMinY(), 1, 1).stream()
                        .findFirst()
                        .orElse(Screen.getPrimary())
                        .getVisualBounds();
        var popup = new Popup();
        popup.setAutoHide(true);
        popup.setAutoFix(true);
        // The shadow around the list does not count.
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
        List<Button> rows = rows(popup);
        var scroll = new ScrollPane(new VBox(rows.toArray(Button[]::new)));
        scroll.getStyleClass().add("preset-list");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(screen.getMaxY() - at.getMaxY() - MARGIN);
        popup.getContent().add(scroll);
        popup.show(this, at.getMinX(), at.getMaxY());
        Button first = rows.get(Math.max(0, presets.indexOf(current())));
        first.requestFocus();
        bringIntoView(scroll, first);
    }

    /** The preset that the experiment came from; by its name, where nobody has loaded it here. */
    private String current() {
        String loaded = session.documents().current().presetProperty().get();
        String name = session.editor().experimentProperty().get().name();
        return presets.stream()
                .filter(
                        preset ->
                                loaded.isEmpty()
                                        ? Documents.preset(preset).name().equals(name)
                                        : preset.equals(loaded))
                .findFirst()
                .orElse("");
    }

    private static void bringIntoView(ScrollPane scroll, Button row) {
        scroll.getScene().getRoot().layout();
        double hidden = scroll.getContent().getLayoutBounds().getHeight() - scroll.getHeight();
        if (hidden > 0) {
            scroll.setVvalue(Math.min(1, row.getLayoutY() / hidden));
        }
    }

    private List<Button> rows(Popup popup) {
        String current = current();
        var rows = new ArrayList<Button>();
        for (String preset : presets) {
            rows.add(row(preset, preset.equals(current), popup));
        }
        return rows;
    }

    private Button row(String preset, boolean current, Popup popup) {
        var mark = new Icon(Feather.CHECK);
        mark.setVisible(current);
        String title = PresetText.title(words, preset);
        String lesson = PresetText.lesson(words, preset);
        var row = new Button("", new HBox(mark, new TwoLines(title, lesson)));
        row.getStyleClass().setAll("preset-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText(
                current ? words.say("shell.toolbar.presets.current", "title", title) : title);
        row.setAccessibleHelp(lesson);
        row.setOnAction(
                _ -> {
                    popup.hide();
                    session.documents().load(preset);
                });
        return row;
    }
}
