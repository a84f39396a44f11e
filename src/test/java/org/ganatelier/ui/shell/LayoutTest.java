package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TabPane;

import org.ganatelier.session.Settings;
import org.ganatelier.text.Language;
import org.ganatelier.train.RunEvent;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;

/** The window holds all it shows, at every size, in every language and at every size of letters. */
class LayoutTest extends WindowCase {
    /** Frames that a window takes at most until everything has its place. */
    private static final int PASSES = 6;

    private static final int IMAGES = 64;

    /** Eight of each of ten classes. */
    private static final int OF_EACH_CLASS = 80;

    /** A window's inside, in pixels. */
    private record Size(int width, int height) {}

    /** From the smallest window to the largest screen; a large scale is a small size. */
    private static final List<Size> SIZES =
            List.of(
                    new Size(540, 400),
                    new Size(683, 384),
                    new Size(800, 570),
                    new Size(1024, 560),
                    new Size(1024, 740),
                    new Size(1152, 830),
                    new Size(1280, 690),
                    new Size(1280, 770),
                    new Size(1366, 740),
                    new Size(1440, 870),
                    new Size(1920, 1050),
                    new Size(3840, 2130));

    @Test
    void everythingFitsInEveryLanguageAndTheme() throws TimeoutException {
        train(IMAGES);
        var faults = new TreeMap<String, String>();
        for (Language language : Language.offered()) {
            interact(() -> window.speak(language));
            settle();
            for (Settings.Theme theme : Settings.Theme.values()) {
                interact(() -> styles.themeProperty().set(theme));
                for (Size size : SIZES) {
                    look(size, language + " " + theme + " ", faults);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everythingFitsWhereImagesHaveClasses() throws TimeoutException {
        interact(() -> session.documents().load("digits-conditional"));
        settle();
        train(OF_EACH_CLASS);
        var faults = new TreeMap<String, String>();
        for (Language language : Language.offered()) {
            interact(() -> window.speak(language));
            settle();
            for (Size size : SIZES) {
                look(size, language + " ", faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everythingFitsLargeAndSmall() throws TimeoutException {
        train(IMAGES);
        var faults = new TreeMap<String, String>();
        interact(styles::shrink);
        interact(styles::shrink);
        interact(styles::shrink);
        assertThat(styles.sizeProperty().get()).isEqualTo(75);
        look(new Size(1024, 560), "75 %", faults);
        look(new Size(1366, 740), "75 %", faults);
        for (int percent = 0; percent < 250; percent = styles.sizeProperty().get()) {
            interact(styles::enlarge);
            int now = styles.sizeProperty().get();
            look(new Size(1366, 1000), now + " % ", faults);
            look(new Size(1920, 1050), now + " % ", faults);
            look(new Size(3840, 2130), now + " % ", faults);
        }
        assertThat(faults).isEmpty();
    }

    private void train(int images) throws TimeoutException {
        interact(session.training()::train);
        waitUntil(() -> !trainer.runs().isEmpty());
        interact(
                () -> {
                    trainer.run().tell(RunEvent.State.TRAINING);
                    trainer.run().measure(1240);
                    trainer.run().paintPreview(3, 200, images);
                });
        waitUntil(trainer.run()::answerSample);
        waitUntil(() -> !lookup(".class-bar").queryAll().isEmpty());
    }

    /** Lays out as a window of that size would, and looks at each tab, all in one go. */
    private void look(Size size, String name, Map<String, String> faults) {
        interact(
                () -> {
                    fit(size);
                    note(name + size, faults);
                    for (TabPane tabs : tabs()) {
                        for (int i = tabs.getTabs().size() - 1; i >= 0; i--) {
                            tabs.getSelectionModel().select(i);
                            fit(size);
                            note(name + size + " " + tabs.getTabs().get(i).getId(), faults);
                        }
                    }
                });
    }

    private void note(String name, Map<String, String> faults) {
        new LayoutFaults(window.root()).all().forEach(fault -> faults.putIfAbsent(fault, name));
    }

    private void fit(Size size) {
        // Places are chosen in one pass, and fill their size in the next.
        for (int pass = 0; pass < PASSES; pass++) {
            window.root().resize(size.width(), size.height());
            window.root().applyCss();
            if (!isWaiting(window.root())) {
                return;
            }
            window.root().layout();
        }
    }

    /** Whether it or something in it has no place yet: what has one stays in the next pass. */
    private static boolean isWaiting(Parent parent) {
        return parent.isNeedsLayout()
                || parent.getChildrenUnmodifiable().stream()
                        .anyMatch(node -> node instanceof Parent inner && isWaiting(inner));
    }

    private List<TabPane> tabs() {
        return window.root().lookupAll(".panel-tabs").stream()
                .filter(Node::isVisible)
                .map(TabPane.class::cast)
                .toList();
    }
}
