package org.ganatelier.ui.shell;

import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

import org.ganatelier.session.Settings;
import org.ganatelier.session.Settings.Begin;
import org.ganatelier.text.Words;
import org.kordamp.ikonli.feather.Feather;

/** What the window begins with the next time. FX thread only. */
final class BeginMenu extends Menu {
    BeginMenu(Settings settings, Words words) {
        super(words.say("shell.begin"), new Icon(Feather.SUNRISE));
        setId("begin");
        var group = new ToggleGroup();
        for (Begin begin : Begin.values()) {
            var item =
                    new RadioMenuItem(
                            words.say(
                                    switch (begin) {
                                        case FIRST -> "shell.begin.first";
                                        case LAST -> "shell.begin.last";
                                    }));
            item.setToggleGroup(group);
            item.setSelected(begin == settings.begin());
            item.setOnAction(_ -> settings.setBegin(begin));
            getItems().add(item);
        }
    }
}
