package org.ganatelier.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.util.Subscription;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(ApplicationExtension.class)
class LiveTest {
    /** Collections after which what nobody holds is gone; one is nearly always enough. */
    private static final int COLLECTIONS = 50;

    private static final long PATIENCE_MILLIS = 30_000;

    private final SimpleObjectProperty<String> value = new SimpleObjectProperty<>("first");
    private final List<String> heard = new ArrayList<>();

    @Test
    void aNodeFollowsAValueWhileItIsInAScene() {
        var node = new Region();
        Live.on(node, value).subscribe(now -> heard.add(now));
        assertThat(heard).containsExactly("first");
        value.set("before it is in a scene");
        assertThat(heard).containsExactly("first");

        var root = new Group(node);
        var scene = new Scene(root);
        assertThat(heard).containsExactly("first", "before it is in a scene");
        value.set("meanwhile");
        assertThat(heard).endsWith("meanwhile");

        scene.setRoot(new Group());
        value.set("after");
        assertThat(heard).hasSize(3).endsWith("meanwhile");
        scene.setRoot(root);
        assertThat(heard).hasSize(4).endsWith("after");
    }

    @Test
    void aNodeThatWaitsLongForItsSceneFollowsAllTheSame() {
        var node = new Region();
        Live.on(node, value).subscribe(now -> heard.add(now));
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        new Scene(new Group(node));
        value.set("in its scene");
        assertThat(heard).containsExactly("first", "in its scene");
    }

    @Test
    void whatWasReplacedIsNotKept() {
        var scene = new Scene(new Group());
        WeakReference<Region> replaced = follow(scene);
        value.set("heard");
        assertThat(heard).endsWith("heard");

        scene.setRoot(new Group());
        for (int i = 0; i < COLLECTIONS && replaced.get() != null; i++) {
            System.gc();
        }
        assertThat(replaced.get()).isNull();
    }

    @Test
    void whatComesIntoAHiddenPlaceAndLeavesItIsNeverSeen() {
        var place = new Group();
        place.setVisible(false);
        var node = new Region();
        Subscription seen = Live.seen(node).subscribe(now -> heard.add("seen " + now));
        WaitForAsyncUtils.waitForAsyncFx(
                PATIENCE_MILLIS,
                () -> {
                    var stage = new Stage();
                    stage.setScene(new Scene(new Group(place)));
                    stage.show();
                    place.getChildren().setAll(node);
                    place.getChildren().clear();
                    assertThat(heard).containsExactly("seen false");
                    place.setVisible(true);
                    place.getChildren().setAll(node);
                    assertThat(heard).containsExactly("seen false", "seen true");
                    place.getChildren().clear();
                    stage.hide();
                });
        assertThat(heard).containsExactly("seen false", "seen true", "seen false");
        seen.unsubscribe();
    }

    private WeakReference<Region> follow(Scene scene) {
        var node = new Region();
        // The subscriber knows its node, as all views do.
        Live.on(node, value)
                .subscribe(
                        now -> {
                            node.setUserData(now);
                            heard.add(now);
                        });
        scene.setRoot(new Group(node));
        return new WeakReference<>(node);
    }
}
