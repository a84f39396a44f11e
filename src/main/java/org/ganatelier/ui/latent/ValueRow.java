package org.ganatelier.ui.latent;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.ganatelier.session.LatentExplorer;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;

/** One value of z: its name, a slider and the value. Which value it is changes with the group. */
final class ValueRow extends HBox {
    /** What an arrow key adds. */
    private static final double STEP = 0.1;

    private final Words words;
    private final LatentExplorer walk;
    private final int place;
    private final Label name = new Label();
    private final Slider slider = new Slider(-LatentExplorer.RANGE, LatentExplorer.RANGE, 0);
    private final Label value = new Label();
    private boolean showing;

    /**
     * The slider of a place in the group.
     *
     * @param place from 0 to {@link LatentExplorer#GROUP} - 1
     */
    ValueRow(LatentExplorer walk, int place, Words words) {
        this.words = words;
        this.walk = walk;
        this.place = place;
        getStyleClass().add("value-row");
        name.getStyleClass().add("value-name");
        value.getStyleClass().add("value-text");
        slider.getStyleClass().add("small");
        slider.setBlockIncrement(STEP);
        slider.setId("slider-" + place);
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(slider, Priority.ALWAYS);
        name.setLabelFor(slider);
        getChildren().addAll(name, slider, value);
        Hints.on(slider, words.say("latent.value.meaning"));
        slider.valueProperty().subscribe((_, now) -> edit(now));
        slider.focusedProperty().subscribe(this::select);
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, this::click);
        slider.addEventHandler(KeyEvent.KEY_PRESSED, this::type);
        Live.on(this, walk.zProperty()).subscribe(_ -> show());
        Live.on(this, walk.selectedProperty()).subscribe(_ -> show());
    }

    private int index() {
        return walk.group() * LatentExplorer.GROUP + place;
    }

    private void show() {
        float[] z = walk.zProperty().get();
        int index = index();
        setVisible(index < z.length);
        if (index < z.length) {
            showing = true;
            slider.setValue(z[index]);
            showing = false;
            name.setText(Values.name(index));
            value.setText(Values.text(z[index], words));
            slider.setAccessibleText(Values.name(index) + " " + Values.text(z[index], words));
        }
    }

    private void edit(Number now) {
        if (!showing && isVisible()) {
            walk.setValue(index(), now.doubleValue());
        }
    }

    private void select(boolean focused) {
        if (focused) {
            walk.select(index());
        }
    }

    private void click(MouseEvent event) {
        if (event.getClickCount() == 2) {
            walk.setValue(index(), 0);
            event.consume();
        }
    }

    private void type(KeyEvent event) {
        if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            walk.setValue(index(), 0);
            event.consume();
        }
    }
}
