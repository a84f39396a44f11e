package org.ganatelier.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

import org.ganatelier.data.BundledSet;
import org.ganatelier.data.Catalog;
import org.ganatelier.text.Words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** What the program is, and the licences of its data and of the libraries it stands on. */
final class AboutPage extends TabPane {
    /** Names of libraries and of their licences, the same in every language. */
    private static final String LIBRARIES = "/libraries.txt";

    AboutPage(Words words) {
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        getStyleClass().add("about-page");
        getTabs().add(new Tab(words.say("shell.about.program"), program(words)));
        for (BundledSet set : Catalog.all()) {
            getTabs().add(new Tab(set.title(), text(set.licence())));
        }
        getTabs().add(new Tab(words.say("shell.about.libraries"), text(libraries())));
    }

    private static Node program(Words words) {
        var title = new Label("GAN Atelier" + version().map(v -> " " + v).orElse(""));
        title.getStyleClass().add("title-2");
        var text = new Label(words.say("shell.about.text"));
        text.setWrapText(true);
        var box = new VBox(title, text);
        box.getStyleClass().add("form-page");
        return box;
    }

    /** Of a packaged program; classes of a build directory have none. */
    private static Optional<String> version() {
        return Optional.ofNullable(AboutPage.class.getPackage().getImplementationVersion());
    }

    private static String libraries() {
        try (var in = Objects.requireNonNull(AboutPage.class.getResourceAsStream(LIBRARIES))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Node text(String content) {
        var area = new TextArea(content);
        area.setEditable(false);
        area.setWrapText(true);
        return area;
    }
}
