package org.ganatelier.ui.inside;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.ganatelier.data.Images;
import org.ganatelier.data.Samples;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Reach;
import org.ganatelier.session.Insight;
import org.ganatelier.text.Words;
import org.ganatelier.train.LayerOutput;
import org.ganatelier.train.PlayerInput;
import org.ganatelier.train.Question;
import org.ganatelier.ui.widget.ColourKey;
import org.ganatelier.ui.widget.HeatColours;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Segments;
import org.ganatelier.ui.widget.Terms;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What comes out of a layer for one sample, and which pixels reach which. FX thread only. */
final class MapsPage extends VBox implements InsidePage {
    private static final int MOST = 256;

    private final Insight insight;
    private final Words words;
    private final Runnable changed;
    private final BooleanProperty real = new SimpleBooleanProperty();
    private final TileGrid picture = new TileGrid(TileGrid.Colours.IMAGE);
    private final TileGrid maps = new TileGrid(TileGrid.Colours.HEAT);
    private final ColourKey key = new ColourKey(place -> HeatColours.of((float) (2 * place - 1)));
    private final ColourKey warmKey = new ColourKey(place -> HeatColours.of((float) place));
    private final Label which = new Label();
    private final Label reading = new Label();
    private final Label count = new Label();
    private final Segments<Boolean> kinds;
    private int index;
    private @Nullable Subject subject;
    private @Nullable LayerOutput shown;

    /**
     * @param changed is told that something else is wanted
     */
    MapsPage(Insight insight, Runnable changed, Words words) {
        this.insight = insight;
        this.words = words;
        this.changed = changed;
        getStyleClass().add("inside-maps");
        kinds =
                new Segments<>(
                        real.asObject(),
                        List.of(choice(false, "inside.generated"), choice(true, "inside.real")));
        reading.setWrapText(true);
        reading.getStyleClass().add("inside-reading");
        count.getStyleClass().add("inside-note");
        maps.setAccessibleText(words.say("inside.maps"));
        picture.setAccessibleText(words.say("inside.picture"));
        picture.getStyleClass().add("inside-picture");
        VBox.setVgrow(maps, Priority.ALWAYS);
        getChildren().addAll(head(), foot(), maps);
        real.subscribe(_ -> choose(0));
        maps.pointedProperty().subscribe(this::pointAtMaps);
        picture.pointedProperty().subscribe(this::pointAtPicture);
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public void show(Subject next) {
        boolean other = !next.equals(subject);
        subject = next;
        kinds.setVisible(next.side() == Side.DISCRIMINATOR);
        kinds.setManaged(kinds.isVisible());
        if (other) {
            shown = null;
            maps.show(Tiles.NONE);
            count.setText("");
            rest();
        }
        ask(next);
    }

    private Segments.Choice<Boolean> choice(boolean ofReal, String title) {
        return new Segments.Choice<>(
                ofReal, title.replace('.', '-'), words.say(title), words.say(title + ".hint"));
    }

    private Node head() {
        var back = button(Feather.CHEVRON_LEFT, "inside.previous", -1);
        var next = button(Feather.CHEVRON_RIGHT, "inside.next", 1);
        which.getStyleClass().add("inside-which");
        var steps = new HBox(back, which, next);
        steps.getStyleClass().add("inside-steps");
        var beside = new VBox(kinds, steps, reading);
        beside.getStyleClass().add("inside-beside");
        HBox.setHgrow(beside, Priority.ALWAYS);
        var head = new HBox(picture, beside);
        head.getStyleClass().add("inside-head");
        return head;
    }

    private Node foot() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var foot = new HBox(count, space, key, warmKey);
        foot.getStyleClass().add("inside-foot");
        Terms.on(count, "feature-map", words);
        return foot;
    }

    private Button button(Feather icon, String hint, int by) {
        var button = new Button("", new FontIcon(icon));
        button.setId(hint.replace('.', '-'));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setAccessibleText(words.say(hint));
        Hints.on(button, words.say(hint));
        button.setOnAction(_ -> choose(index + by));
        return button;
    }

    private boolean ofReal() {
        return real.get() && subject != null && subject.side() == Side.DISCRIMINATOR;
    }

    private int available() {
        return insight.samples(ofReal()).map(Samples::count).orElse(0);
    }

    private void choose(int next) {
        int all = available();
        index = all == 0 ? 0 : Math.floorMod(next, all);
        changed.run();
    }

    private void ask(Subject asked) {
        int all = available();
        if (index >= all) {
            index = 0;
        }
        which.setText(all == 0 ? "" : words.say("inside.which", "n", index + 1, "of", all));
        Optional<Samples> sample =
                insight.samples(ofReal()).filter(_ -> all > 0).map(s -> s.get(index));
        showPicture(sample);
        int wanted = index;
        boolean wantedReal = ofReal();
        Optional<PlayerInput> input = insight.input(asked.side(), wantedReal, wanted);
        input.ifPresent(
                given ->
                        insight.ask(
                                new Question.Activations(given, asked.at().index()),
                                found -> {
                                    if (asked.equals(subject)
                                            && wanted == index
                                            && wantedReal == ofReal()) {
                                        showMaps(found);
                                    }
                                }));
    }

    private void showPicture(Optional<Samples> sample) {
        Optional<Images> image = sample.filter(Images.class::isInstance).map(Images.class::cast);
        picture.setVisible(image.isPresent());
        picture.setManaged(image.isPresent());
        image.ifPresent(i -> picture.show(TileMaker.ofImage(i)));
    }

    private void showMaps(LayerOutput found) {
        shown = found;
        Tiles all = TileMaker.ofOutput(found);
        Tiles some = all.first(MOST);
        maps.show(some);
        String most = InsideTexts.figure(some.reach(), words);
        boolean warm = some.isOneSided();
        key.setVisible(!warm);
        key.setManaged(!warm);
        warmKey.setVisible(warm);
        warmKey.setManaged(warm);
        key.say("−" + most, most);
        warmKey.say("0", most);
        count.setText(
                switch (found.shape()) {
                    case Shape.Image image ->
                            words.say(
                                    "inside.maps.count",
                                    Map.of(
                                            "more", some.count() < all.count() ? "yes" : "no",
                                            "shown", some.count(),
                                            "n", all.count(),
                                            "height", image.height(),
                                            "width", image.width()));
                    case Shape.Flat(int units) -> words.say("inside.values.count", "n", units);
                });
        if (maps.pointedProperty().get().isPresent()) {
            pointAtMaps(maps.pointedProperty().get());
        } else if (picture.pointedProperty().get().isEmpty()) {
            rest();
        }
    }

    private void rest() {
        reading.setText(
                words.say(
                        subject != null && subject.side() == Side.GENERATOR
                                ? "inside.point.generator"
                                : "inside.point.discriminator"));
        picture.light(Optional.empty());
        maps.light(Optional.empty());
    }

    /** Which pixels of the image a value of the layer sees, or paints. */
    private void pointAtMaps(Optional<TileGrid.Spot> spot) {
        LayerOutput output = shown;
        Subject layer = subject;
        if (spot.isEmpty() || output == null || layer == null) {
            rest();
            return;
        }
        int place = spot.get().place();
        if (place >= Reach.places(output.shape())) {
            rest();
            return;
        }
        BitSet pixels =
                switch (layer.side()) {
                    case GENERATOR -> Reach.outputs(layer.towardsImages(), only(place));
                    case DISCRIMINATOR -> Reach.inputs(layer.towardsImages(), only(place));
                };
        picture.light(Optional.of(pixels));
        maps.light(Optional.empty());
        float value = maps.tiles().value(spot.get().tile(), 0, place);
        say(
                layer.side() == Side.GENERATOR
                        ? "inside.reading.maps.generator"
                        : "inside.reading.maps.discriminator",
                InsideTexts.place(output.shape(), spot.get().tile(), place, words),
                value,
                pixels,
                picture.tiles());
    }

    /** Which values of the layer see a pixel of the image, or paint it. */
    private void pointAtPicture(Optional<TileGrid.Spot> spot) {
        LayerOutput output = shown;
        Subject layer = subject;
        if (spot.isEmpty() || output == null || layer == null) {
            rest();
            return;
        }
        int place = spot.get().place();
        BitSet places =
                switch (layer.side()) {
                    case GENERATOR -> Reach.inputs(layer.towardsImages(), only(place));
                    case DISCRIMINATOR -> Reach.outputs(layer.towardsImages(), only(place));
                };
        maps.light(Optional.of(places));
        picture.light(Optional.of(only(place)));
        Tiles image = picture.tiles();
        say(
                layer.side() == Side.GENERATOR
                        ? "inside.reading.picture.generator"
                        : "inside.reading.picture.discriminator",
                words.say(
                        "inside.place.pixel",
                        "row",
                        place / image.columns() + 1,
                        "column",
                        place % image.columns() + 1),
                image.value(0, 0, place),
                places,
                maps.tiles());
    }

    private void say(String key, String place, float value, BitSet reached, Tiles in) {
        reading.setText(
                words.say(
                        key,
                        Map.of(
                                "place", place,
                                "value", InsideTexts.figure(value, words),
                                "n", reached.cardinality(),
                                "extent", extent(reached, in.columns()))));
    }

    /** Height and width of the smallest box around some places: "5×5". */
    private static String extent(BitSet places, int width) {
        if (places.isEmpty()) {
            return "0";
        }
        int top = places.nextSetBit(0) / width;
        int bottom = (places.length() - 1) / width;
        int left = places.stream().map(p -> p % width).min().orElse(0);
        int right = places.stream().map(p -> p % width).max().orElse(0);
        return bottom - top + 1 + "×" + (right - left + 1);
    }

    private static BitSet only(int place) {
        var one = new BitSet();
        one.set(place);
        return one;
    }
}
