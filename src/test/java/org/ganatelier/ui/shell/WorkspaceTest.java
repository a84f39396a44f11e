package org.ganatelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.session.Settings;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.Panel;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Places with panels that hold a button each. */
@SuppressWarnings("NullAway.Init") // TestFX fills the fields before each test
class WorkspaceTest extends ApplicationTest {
    private static final double WIDE = 1300;
    private static final double ROOMY = 740;

    /** Leaves the right place less than a low panel and another need. */
    private static final double LOW = 580;

    private static final double STRIP = 220;

    private final Settings settings = Settings.forgetful();
    private Fake networks;
    private Fake images;
    private Fake charts;
    private Fake quality;
    private Fake latent;
    private Stage stage;
    private Workspace workspace;

    @Override
    public void start(Stage primary) {
        stage = primary;
        networks = new Fake("networks", OptionalDouble.empty());
        images = new Fake("images", OptionalDouble.empty());
        charts = new Fake("charts", OptionalDouble.empty());
        quality = new Fake("quality", OptionalDouble.of(100));
        settings.setExtent("bottom", STRIP);
        latent = new Fake("latent", OptionalDouble.empty());
        stage.setScene(new Scene(new BorderPane(), WIDE, ROOMY));
        stage.show();
    }

    @Test
    void onePanelInAPlaceHasNoTabs() {
        show(placed(), ROOMY);
        assertThat(lookup(".panel-tabs").queryAll()).isEmpty();
    }

    @Test
    void aLowPanelStandsBelowOthersWhereThereIsRoom() {
        show(placed(), ROOMY);
        assertThat(bottom(charts)).isEqualTo(top(quality));
        assertThat(quality.node().getHeight()).isLessThan(charts.node().getHeight());
    }

    @Test
    void aLowPanelIsATabWhereThereIsNoRoomBelow() {
        show(placed(), LOW);
        assertThat(tabs()).extracting(Tab::getText).containsExactly("Charts", "Quality");
        assertThat(charts.isShown()).isTrue();
        assertThat(quality.isShown()).isFalse();

        resize(ROOMY);
        assertThat(lookup(".panel-tabs").queryAll()).isEmpty();
        assertThat(quality.isShown()).isTrue();
    }

    @Test
    void theKeyboardStaysWhereItIsWhenTabsCome() {
        show(placed(), ROOMY);
        interact(charts.button::requestFocus);
        resize(LOW);
        assertThat(stage.getScene().getFocusOwner()).isSameAs(charts.button);
    }

    @Test
    void theTabThatWasChosenIsRememberedAndComesAgain() {
        show(withTwoInTheMiddle(), ROOMY);
        clickOn("#tab-points");
        interact(workspace::remember);
        assertThat(settings.tab("middle")).contains("points");

        show(withTwoInTheMiddle(), ROOMY);
        assertThat(selected().getId()).isEqualTo("tab-points");
    }

    @Test
    void aTabOfAnotherVersionOfTheProgramIsForgotten() {
        settings.setTab("middle", "no-such-panel");
        show(withTwoInTheMiddle(), ROOMY);
        assertThat(selected().getId()).isEqualTo("tab-images");
    }

    @Test
    void aPanelIsReachedDirectlyInATabThatIsNotInFront() {
        show(placed(), LOW);
        interact(() -> workspace.goTo(quality));
        assertThat(quality.button.isFocused()).isTrue();
        assertThat(charts.isShown()).isFalse();
    }

    @Test
    void aPanelIsReachedDirectlyInAPlaceThatIsHidden() {
        show(placed(), ROOMY);
        interact(() -> workspace.toggle("latent"));
        assertThat(latent.node().getScene()).isNull();
        interact(() -> workspace.goTo(latent));
        assertThat(latent.button.isFocused()).isTrue();
    }

    @Test
    void theKeyboardGoesFromPlaceToPlaceAndBack() {
        show(placed(), ROOMY);
        interact(() -> workspace.goTo(latent));
        interact(() -> workspace.cycle(1));
        assertThat(networks.button.isFocused()).isTrue();
        interact(() -> workspace.cycle(-1));
        interact(() -> workspace.cycle(-1));
        assertThat(charts.button.isFocused()).isTrue();
        interact(() -> workspace.goTo(images));
        interact(() -> workspace.toggle("latent"));
        interact(() -> workspace.cycle(1));
        interact(() -> workspace.cycle(1));
        assertThat(networks.button.isFocused()).isTrue();
    }

    @Test
    void aPlaceInWhichNothingTakesTheKeyboardIsLeftOut() {
        images.button.setFocusTraversable(false);
        show(placed(), ROOMY);
        interact(() -> workspace.goTo(networks));
        interact(() -> workspace.cycle(1));
        assertThat(charts.button.isFocused()).isTrue();
    }

    @Test
    void aNarrowWindowHasFewerPlacesAndGivesThemBack() {
        show(placed(), ROOMY);
        resize(1000, ROOMY);
        assertThat(tabs()).extracting(Tab::getText).containsExactly("Images", "Charts");
        resize(700, 500);
        assertThat(tabs())
                .extracting(Tab::getText)
                .containsExactly("Networks", "Images", "Charts", "Latent");
        resize(ROOMY);
        assertThat(lookup(".panel-tabs").queryAll()).isEmpty();
        assertThat(latent.isShown()).isTrue();
    }

    @Test
    void thePanelWithTheKeyboardComesToTheFrontOfFewerPlaces() {
        show(placed(), ROOMY);
        interact(() -> workspace.goTo(charts));
        resize(700, 500);
        assertThat(charts.isShown()).isTrue();
        assertThat(charts.button.isFocused()).isTrue();
    }

    @Test
    void aHiddenPanelGivesItsRoomAwayAndIsRemembered() {
        show(placed(), ROOMY);
        interact(() -> workspace.goTo(charts));
        interact(workspace::hideCurrent);
        assertThat(charts.node().getScene()).isNull();
        assertThat(quality.isShown()).isTrue();
        interact(workspace::remember);
        show(placed(), ROOMY);
        assertThat(charts.node().getScene()).isNull();
        interact(() -> workspace.goTo(charts));
        assertThat(charts.button.isFocused()).isTrue();
    }

    @Test
    void theLastPanelStays() {
        show(placed(), ROOMY);
        for (Panel each : workspace.panels()) {
            interact(() -> workspace.show(each, false));
        }
        assertThat(latent.isShown()).isTrue();
        assertThat(workspace.panels().stream().filter(workspace.shown()::shows))
                .containsExactly(latent);
    }

    @Test
    void onePanelAloneHasAllTheRoomAndIsNotRemembered() {
        show(placed(), ROOMY);
        interact(() -> workspace.goTo(quality));
        interact(workspace::toggleAlone);
        assertThat(networks.node().getScene()).isNull();
        assertThat(quality.node().getWidth()).isGreaterThan(WIDE - 30);
        assertThat(quality.button.isFocused()).isTrue();
        interact(workspace::remember);
        interact(workspace::toggleAlone);
        assertThat(networks.isShown()).isTrue();
        assertThat(settings.hidden()).isEmpty();
    }

    @Test
    void placesKeepTheirSizeAtAnotherWindowSize() {
        settings.setExtent("left", 300);
        settings.setExtent("bottom", 150);
        show(placed(), ROOMY);
        assertThat(networks.node().getWidth()).isCloseTo(300, within(3.0));
        assertThat(latent.node().getHeight()).isCloseTo(150, within(3.0));
        resize(1200, 700);
        assertThat(networks.node().getWidth()).isCloseTo(300, within(3.0));
        assertThat(latent.node().getHeight()).isCloseTo(150, within(3.0));
    }

    @Test
    void aSizeThatDoesNotFitIsMadeToFit() {
        settings.setExtent("left", 5000);
        settings.setExtent("right", 0.99);
        settings.setExtent("bottom", 5000);
        images.node.setMinWidth(200);
        charts.node.setMinWidth(200);
        show(placed(), ROOMY);
        assertThat(images.node().getWidth()).isGreaterThanOrEqualTo(195);
        assertThat(charts.node().getWidth()).isGreaterThanOrEqualTo(195);
        assertThat(images.node().getHeight()).isGreaterThan(ROOMY / 3);
    }

    @Test
    void aProblemIsShownByThePanelThatCan() {
        charts.showsProblems = true;
        show(placed(), LOW);
        interact(() -> workspace.goTo(quality));
        var place = new Problem.Place.Network(Side.GENERATOR);
        interact(() -> workspace.reveal(place));
        assertThat(charts.revealed).containsExactly(place);
        assertThat(charts.isShown()).isTrue();
    }

    @Test
    void inAnotherLanguageEachPanelTakesOverFromItsOwn() {
        show(placed(), ROOMY);
        interact(() -> workspace.toggle("latent"));
        Workspace before = workspace;
        var next = new Fake("images", OptionalDouble.empty());
        List<Panels.Placed> others =
                placed().stream()
                        .map(old -> old.panel().equals(images) ? at(old.area(), next) : old)
                        .toList();
        show(others, ROOMY);
        interact(() -> workspace.takeOver(before));
        assertThat(next.before).containsExactly(images);
        assertThat(latent.node().getScene()).isNull();
    }

    @Test
    void theFirstNinePanelsHaveKeys() {
        var many = new ArrayList<>(placed());
        for (int i = 0; i < 5; i++) {
            many.add(at(Area.MIDDLE, new Fake("more-" + i, OptionalDouble.empty())));
        }
        show(many, ROOMY);
        assertThat(workspace.panels().stream().map(workspace::keysOf).filter(Optional::isPresent))
                .hasSize(9);
        assertThat(workspace.keysOf(images).orElseThrow().getDisplayText()).isEqualTo("Ctrl+2");
    }

    private List<Panels.Placed> placed() {
        return List.of(
                at(Area.LEFT, networks),
                at(Area.MIDDLE, images),
                at(Area.RIGHT, charts),
                at(Area.RIGHT, quality),
                at(Area.BOTTOM, latent));
    }

    private List<Panels.Placed> withTwoInTheMiddle() {
        var more = new ArrayList<>(placed());
        more.add(at(Area.MIDDLE, new Fake("points", OptionalDouble.empty())));
        return more;
    }

    private static Panels.Placed at(Area area, Panel panel) {
        return new Panels.Placed(area, panel);
    }

    private void show(List<Panels.Placed> placed, double height) {
        interact(
                () -> {
                    workspace = new Workspace(placed, settings, Words.english());
                    var root = new BorderPane(workspace.node());
                    stage.getScene().setRoot(root);
                });
        resize(height);
    }

    private void resize(double height) {
        resize(WIDE, height);
    }

    private void resize(double width, double height) {
        interact(
                () -> {
                    stage.setWidth(width);
                    stage.setHeight(height);
                });
        // The dividers follow in one pulse, and the places fit into theirs in the next.
        WaitForAsyncUtils.waitForFxEvents();
        interact(
                () -> {
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                });
    }

    private List<Tab> tabs() {
        return lookup(".panel-tabs").queryAs(TabPane.class).getTabs();
    }

    private Tab selected() {
        return lookup(".panel-tabs").queryAs(TabPane.class).getSelectionModel().getSelectedItem();
    }

    private static double top(Panel panel) {
        return panel.node().localToScene(panel.node().getLayoutBounds()).getMinY();
    }

    private static double bottom(Panel panel) {
        return panel.node().localToScene(panel.node().getLayoutBounds()).getMaxY();
    }

    /** A panel with a button. */
    private static final class Fake implements Panel {
        final Button button = new Button("Press");
        final List<Problem.Place> revealed = new ArrayList<>();
        final List<Panel> before = new ArrayList<>();
        boolean showsProblems;
        private final StackPane node = new StackPane(button);
        private final String id;
        private final OptionalDouble height;

        Fake(String id, OptionalDouble height) {
            this.id = id;
            this.height = height;
            height.ifPresent(node::setPrefHeight);
        }

        boolean isShown() {
            for (Node each = node; each != null; each = each.getParent()) {
                if (!each.isVisible()) {
                    return false;
                }
            }
            return node.getScene() != null;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String title() {
            return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
        }

        @Override
        public Feather icon() {
            return Feather.BOX;
        }

        @Override
        public Region node() {
            return node;
        }

        @Override
        public String sheet() {
            return "base.css";
        }

        @Override
        public OptionalDouble height() {
            return height;
        }

        @Override
        public boolean shows(Problem.Place place) {
            return showsProblems;
        }

        @Override
        public void reveal(Problem.Place place) {
            revealed.add(place);
        }

        @Override
        public void takeOver(Panel other) {
            before.add(other);
        }
    }
}
