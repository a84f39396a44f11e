package org.ganatelier.ui.shell;

import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;

import org.ganatelier.session.RecentFiles;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Reasons;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The files that were opened or saved last, newest first; those that are gone are grey. */
final class RecentMenu extends Menu {
    private final RecentFiles recent;
    private final Consumer<Path> open;
    private final Words words;

    RecentMenu(RecentFiles recent, Consumer<Path> open, Words words) {
        super(words.say("shell.file.recent"), new Icon(Feather.CLOCK));
        setId("recent");
        this.recent = recent;
        this.open = open;
        this.words = words;
        update();
    }

    /** Lists them as they are now. */
    void update() {
        List<Path> files = recent.files();
        Reasons.disable(this, reason(!files.isEmpty(), "shell.reason.no-recent-files"));
        var items = new ArrayList<MenuItem>();
        files.forEach(file -> items.add(item(file)));
        items.add(new SeparatorMenuItem());
        var clear = new MenuItem(words.say("shell.file.recent.clear"));
        clear.setId("clear-recent");
        clear.setOnAction(_ -> recent.clear());
        items.add(clear);
        getItems().setAll(items);
    }

    private MenuItem item(Path file) {
        String name = String.valueOf(file.getFileName());
        var title = new Label(name);
        title.setMnemonicParsing(false);
        title.getStyleClass().add("menu-choice");
        var folder =
                new Label(Optional.ofNullable(file.getParent()).map(Path::toString).orElse(""));
        folder.getStyleClass().add("menu-folder");
        var item = new CustomMenuItem(new VBox(title, folder));
        // For assistive technology and for tests: the content is a node, which a menu cannot read.
        item.setText(name);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> open.accept(file));
        recent.whetherThere(
                file, there -> Reasons.disable(item, reason(there, "shell.reason.file-gone")));
        return item;
    }

    private Optional<String> reason(boolean there, String key) {
        return there ? Optional.empty() : Optional.of(words.say(key));
    }
}
