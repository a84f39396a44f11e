package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.Panel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The list of panels. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // JUnit fills the field before each test
class PanelsTest {
    private ShellParts parts;

    @BeforeEach
    void make(FxRobot robot) {
        robot.interact(() -> parts = new ShellParts(Words.english()));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(parts.session()::close);
    }

    @Test
    void everyPanelOfTheProgramIsInTheList() {
        List<String> written =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("org.ganatelier.ui")
                                .stream()
                                .filter(
                                        type ->
                                                type.isAssignableTo(Panel.class)
                                                        && !type.isInterface())
                                .map(JavaClass::getName)
                                .toList();
        assertThat(panels().map(panel -> panel.getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void noTwoPanelsHaveTheSameNameInTheSettings() {
        assertThat(panels().map(Panel::id))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][a-z0-9-]*"));
    }

    @Test
    void everyStyleSheetIsTheWindowsOrOfOnePanel() throws IOException {
        var named = new ArrayList<>(List.of("base.css", "window.css"));
        panels().map(Panel::sheet).forEach(named::add);
        try (Stream<Path> files = Files.list(Path.of("assets", "css"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void everyPanelHasATitleThatFitsATabInEveryLanguage(FxRobot robot) {
        for (Language language : Language.offered()) {
            robot.interact(
                    () -> {
                        var spoken = new ShellParts(Words.of(language));
                        assertThat(spoken.panels().stream().map(placed -> placed.panel().title()))
                                .doesNotHaveDuplicates()
                                .allMatch(title -> !title.isBlank() && title.length() <= 20);
                        spoken.session().close();
                    });
        }
    }

    @Test
    void everyPlaceOfTheWindowHasAPanel() {
        assertThat(parts.panels().stream().map(Panels.Placed::area).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Area.values()));
    }

    private Stream<Panel> panels() {
        return parts.panels().stream().map(Panels.Placed::panel);
    }
}
