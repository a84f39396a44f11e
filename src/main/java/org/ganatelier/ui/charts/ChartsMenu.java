package org.ganatelier.ui.charts;

import javafx.beans.property.Property;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Which plots are seen and how, and what is shown as a file. FX thread only. */
final class ChartsMenu extends MenuButton {
    private final Shared shared;
    private final Choices choices;
    private final Words words;

    /**
     * @param export saves what is shown
     */
    ChartsMenu(Shared shared, Consumer<ExportKind> export, Words words) {
        super("", new FontIcon(Feather.SLIDERS));
        this.shared = shared;
        choices = shared.choices();
        this.words = words;
        setId("charts-menu");
        getStyleClass().addAll("button-icon", "flat", "no-arrow", "charts-menu");
        setAccessibleText(words.say("charts.menu"));
        Hints.on(this, words.say("charts.menu"));
        getItems()
                .addAll(
                        kinds(
                                "plots",
                                choices.shownProperty()::get,
                                choices::show,
                                List.of(PlotKind.values())));
        getItems().add(new SeparatorMenuItem());
        getItems()
                .addAll(
                        menu(
                                words.say("charts.axis"),
                                "charts.axis.",
                                choices.unitProperty(),
                                XAxis.Unit.values()),
                        menu(
                                words.say("charts.smoothing"),
                                "charts.smoothing.",
                                choices.smoothingProperty(),
                                Smoothing.values()),
                        logarithmic());
        getItems().add(new SeparatorMenuItem());
        getItems().addAll(all(), exports(export));
    }

    private List<CheckMenuItem> kinds(
            String id,
            Supplier<Set<PlotKind>> chosen,
            BiConsumer<PlotKind, Boolean> choose,
            List<PlotKind> offered) {
        return offered.stream()
                .map(kind -> check(id, kind, is -> chosen.get().contains(is), choose))
                .toList();
    }

    private CheckMenuItem check(
            String id,
            PlotKind kind,
            Predicate<PlotKind> chosen,
            BiConsumer<PlotKind, Boolean> choose) {
        var item = new CheckMenuItem(words.say("charts.plot." + kind.id()));
        item.setId("charts-" + id + "-" + kind.id());
        item.setOnAction(
                _ -> {
                    choose.accept(kind, item.isSelected());
                    // The last plot stays.
                    item.setSelected(chosen.test(kind));
                });
        item.setSelected(chosen.test(kind));
        return item;
    }

    private MenuItem logarithmic() {
        var menu = new Menu(words.say("charts.logarithmic"));
        menu.setId("charts-logarithmic");
        menu.getItems()
                .addAll(
                        kinds(
                                "log",
                                choices.logarithmicProperty()::get,
                                choices::setLogarithmic,
                                List.of(
                                        PlotKind.LOSSES,
                                        PlotKind.OUTPUTS,
                                        PlotKind.DISTANCE,
                                        PlotKind.GRADIENTS)));
        return menu;
    }

    /**
     * @param keys what the keys of its choices begin with
     */
    private <E extends Enum<E>> Menu menu(String title, String keys, Property<E> chosen, E[] all) {
        String id = keys.replace('.', '-');
        var menu = new Menu(title);
        menu.setId(id + "menu");
        var group = new ToggleGroup();
        for (E each : all) {
            String name = each.name().toLowerCase(Locale.ROOT);
            var item = new RadioMenuItem(words.say(keys + name));
            item.setId(id + name);
            item.setToggleGroup(group);
            item.setSelected(each == chosen.getValue());
            item.setOnAction(_ -> chosen.setValue(each));
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuItem all() {
        var item = new MenuItem(words.say("charts.all"));
        item.setId("charts-all");
        item.setOnAction(_ -> shared.lens().all());
        return item;
    }

    private MenuItem exports(Consumer<ExportKind> export) {
        var menu = new Menu(words.say("charts.export"));
        menu.setId("charts-export");
        for (ExportKind kind : ExportKind.values()) {
            var item = new MenuItem(words.say("charts.export." + kind.id()));
            item.setId("charts-export-" + kind.id());
            item.setOnAction(_ -> export.accept(kind));
            menu.getItems().add(item);
        }
        return menu;
    }
}
