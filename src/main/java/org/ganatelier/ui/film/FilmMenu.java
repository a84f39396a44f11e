package org.ganatelier.ui.film;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

import org.ganatelier.session.Film;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Reasons;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Saves the film, and says what room it has on the disk. FX thread only. */
final class FilmMenu extends MenuButton {
    static final String BUDGET = "film-megabytes";

    /** Megabytes to choose from: none, and what suits a small and a large disk. */
    private static final List<Long> BUDGETS = List.of(0L, 256L, 1024L, 4096L, 16_384L);

    private static final int MEGABYTE = 20;
    private static final int GIGABYTE = 10;

    private final Film film;
    private final Settings settings;
    private final Words words;

    /**
     * @param save is told in which form
     */
    FilmMenu(Film film, Settings settings, Consumer<FilmKind> save, Words words) {
        super("", new FontIcon(Feather.MORE_VERTICAL));
        this.film = film;
        this.settings = settings;
        this.words = words;
        setId("film-menu");
        getStyleClass().addAll("button-icon", "flat", "no-arrow");
        setAccessibleText(words.say("film.menu"));
        Hints.on(this, words.say("film.menu"));
        for (FilmKind kind : FilmKind.values()) {
            var item = new MenuItem(words.say(kind.message()));
            item.setId("film-save-" + kind.id());
            item.setOnAction(_ -> save.accept(kind));
            getItems().add(item);
        }
        getItems().addAll(new SeparatorMenuItem(), budgets());
        film.place().ifPresent(place -> getItems().add(place(place)));
        setOnShowing(_ -> update());
    }

    private void update() {
        Optional<String> reason =
                film.frames().isEmpty()
                        ? Optional.of(words.say("film.reason.no-frames"))
                        : Optional.empty();
        getItems().stream()
                .filter(item -> item.getId() != null && item.getId().startsWith("film-save-"))
                .forEach(item -> Reasons.disable(item, reason));
    }

    /** Where they are: a person may want to look. */
    private MenuItem place(String folder) {
        var item = new MenuItem(words.say("film.place", "folder", folder));
        item.setId("film-place");
        return item;
    }

    private Menu budgets() {
        var menu = new Menu(words.say("film.budget"));
        menu.setId("film-budget");
        var group = new ToggleGroup();
        for (long megabytes : BUDGETS) {
            var item = new RadioMenuItem(name(megabytes));
            item.setId("film-budget-" + megabytes);
            item.setToggleGroup(group);
            item.setSelected(film.budgetProperty().get() == megabytes << MEGABYTE);
            item.setOnAction(
                    _ -> {
                        film.budgetProperty().set(megabytes << MEGABYTE);
                        settings.setChoice(BUDGET, Long.toString(megabytes));
                    });
            menu.getItems().add(item);
        }
        return menu;
    }

    private String name(long megabytes) {
        if (megabytes == 0) {
            return words.say("film.budget.none");
        }
        return megabytes < 1 << GIGABYTE
                ? words.say("film.budget.megabytes", "n", megabytes)
                : words.say("film.budget.gigabytes", "n", megabytes >> GIGABYTE);
    }
}
