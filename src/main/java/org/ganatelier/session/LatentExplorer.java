package org.ganatelier.session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.ganatelier.data.Images;
import org.ganatelier.data.Samples;
import org.ganatelier.train.GeneratorInput;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A point z in the space of the noise, the image that the generator makes of it, and the way
 * between two images of the preview. FX thread only.
 *
 * <p>Every change asks for the large image and the images on the way in one batch: a painter
 * answers only its newest request.
 */
public final class LatentExplorer {
    /** Images on the way from A to B, both included. */
    public static final int STRIP = 7;

    /** Values of z that are edited together, as one group of sliders. */
    public static final int GROUP = 8;

    /** Sliders go from -3 to 3 standard deviations: 997 of 1,000 Gaussian values lie there. */
    public static final float RANGE = 3;

    /** Makes images of noise, as a run does that is asked to generate. */
    public interface Painter {
        /**
         * Makes one image of each {@code latentSize} values. An overtaken request is never
         * answered.
         *
         * @param label the class that all of them shall be of, where the generator is told any
         * @param answer called on any thread
         */
        void paint(float[] noise, int label, Consumer<Samples> answer);
    }

    /** The images of the preview between which the way leads, by their place in it. */
    public record Ends(OptionalInt from, OptionalInt to) {
        static final Ends NONE = new Ends(OptionalInt.empty(), OptionalInt.empty());

        /** Whether both are chosen. */
        public boolean complete() {
            return from.isPresent() && to.isPresent();
        }
    }

    /**
     * Where a walk is.
     *
     * @param z the point
     * @param position on the way, 0 at A to 1 at B
     * @param label the class that is drawn, from 0
     * @param selected the value of z that is edited, from 0
     */
    record Place(float[] z, Ends ends, double position, int label, int selected) {}

    private final Workers workers;
    private final RandomGenerator random;
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<float[]> z = new ReadOnlyObjectWrapper<>(new float[0]);
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper();
    private final PreviewWay way = new PreviewWay();
    private final ReadOnlyObjectWrapper<Optional<Images>> image =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Images>> strip =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ToldClasses> classes =
            new ReadOnlyObjectWrapper<>(ToldClasses.NONE);
    private final ReadOnlyIntegerWrapper label = new ReadOnlyIntegerWrapper();
    private @Nullable Place wanted;
    private @Nullable Painter painter;
    private int runs;

    /**
     * A walk without a generator yet.
     *
     * @param workers where answers of painters are taken to
     * @param random of new points; no part of any run
     */
    public LatentExplorer(Workers workers, RandomGenerator random) {
        this.workers = workers;
        this.random = random;
        way.endsProperty().subscribe(() -> strip.set(List.of()));
    }

    /** Whether there is a generator that can make images. */
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** The point: as many values as the noise has, none before the first run. Not to be changed. */
    public ReadOnlyObjectProperty<float[]> zProperty() {
        return z.getReadOnlyProperty();
    }

    /** Which value of z is being edited, from 0. */
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The images chosen in the preview. */
    public ReadOnlyObjectProperty<Ends> endsProperty() {
        return way.endsProperty();
    }

    /** Where on the way from A to B the walk was last: 0 at A, 1 at B. */
    public ReadOnlyDoubleProperty positionProperty() {
        return way.positionProperty();
    }

    /** The one image that the generator makes of z; empty before it answered. */
    public ReadOnlyObjectProperty<Optional<Images>> imageProperty() {
        return image.getReadOnlyProperty();
    }

    /** {@link #STRIP} images from A to B, one by one; none unless both are chosen. */
    public ReadOnlyObjectProperty<List<Images>> stripProperty() {
        return strip.getReadOnlyProperty();
    }

    /**
     * The names in the data of the classes that the generator can be asked for; none where it is
     * told none.
     */
    public ReadOnlyObjectProperty<ToldClasses> classesProperty() {
        return classes.getReadOnlyProperty();
    }

    /** The class that is drawn, from 0. */
    public ReadOnlyIntegerProperty labelProperty() {
        return label.getReadOnlyProperty();
    }

    /** How many groups of {@link #GROUP} values z has, the last perhaps smaller. */
    public int groups() {
        return Math.ceilDiv(z.get().length, GROUP);
    }

    /** The group of the selected value, from 0. */
    public int group() {
        return selected.get() / GROUP;
    }

    /**
     * A run began. The point stays where it is if the noise is as long as before; so do A and B if
     * the preview has the same noise, and the class where there is one of that number.
     *
     * @param source makes the images
     * @param preview what the preview is made of
     * @param told see {@link #classesProperty}
     */
    public void follow(Painter source, GeneratorInput preview, int latentSize, ToldClasses told) {
        workers.fxThread().require();
        classes.set(told);
        label.set(Math.clamp(label.get(), 0, Math.max(0, told.names().size() - 1)));
        way.follow(preview, latentSize);
        painter = source;
        runs++;
        ready.set(true);
        if (z.get().length != latentSize) {
            selected.set(0);
            z.set(gaussian(latentSize));
        }
        Place there = wanted;
        wanted = null;
        if (there != null && there.z.length == latentSize) {
            goTo(there);
        } else {
            repaint();
        }
    }

    /** Goes to a place, as soon as there is a generator whose noise is as long. */
    void goTo(Place place) {
        workers.fxThread().require();
        if (!ready.get() || place.z.length != z.get().length) {
            wanted = place;
            return;
        }
        way.goTo(place.ends, place.position);
        select(place.selected);
        label.set(Math.clamp(place.label, 0, Math.max(0, classes.get().names().size() - 1)));
        moveTo(place.z.clone());
    }

    /** There is no generator any more; the images go. */
    public void leave() {
        workers.fxThread().require();
        painter = null;
        runs++;
        ready.set(false);
        image.set(Optional.empty());
        strip.set(List.of());
    }

    /** Asks for all images again: the generator has learnt. */
    public void repaint() {
        workers.fxThread().require();
        Painter asked = painter;
        if (asked != null) {
            int asker = runs;
            Ends asking = way.endsProperty().get();
            asked.paint(
                    way.behind(z.get(), STRIP),
                    label.get(),
                    answer -> workers.fx().execute(() -> take(asker, asking, answer)));
        }
    }

    /** Goes to a new random point, drawn from N(0, 1). */
    public void randomise() {
        workers.fxThread().require();
        moveTo(gaussian(z.get().length));
    }

    /** Goes to the middle of the space: all zero. */
    public void reset() {
        workers.fxThread().require();
        moveTo(new float[z.get().length]);
    }

    /**
     * Draws another class of the same noise; beyond the ends, the nearest. Nothing happens where
     * the generator is told none.
     */
    public void ask(int wanted) {
        workers.fxThread().require();
        int kept = Math.clamp(wanted, 0, Math.max(0, classes.get().names().size() - 1));
        if (kept != label.get()) {
            label.set(kept);
            repaint();
        }
    }

    /** Makes a value of z the one to edit; beyond the ends, the nearest. */
    public void select(int index) {
        workers.fxThread().require();
        selected.set(Math.clamp(index, 0, Math.max(0, z.get().length - 1)));
    }

    /** Sets one value of z, kept within {@link #RANGE}. */
    public void setValue(int index, double value) {
        workers.fxThread().require();
        float kept = (float) Math.clamp(value, -RANGE, RANGE);
        if (z.get()[index] != kept) {
            float[] next = z.get().clone();
            next[index] = kept;
            moveTo(next);
        }
    }

    /**
     * Chooses an image of the preview and goes there: first A, then B, then A again. A second time
     * in a row takes A back.
     *
     * @throws IndexOutOfBoundsException if the preview has no such image
     */
    public void choose(int index) {
        workers.fxThread().require();
        way.choose(index);
        way.classOf(index).ifPresent(label::set);
        moveTo(way.noiseOf(index));
    }

    /**
     * Goes to a place between A and B; nothing happens unless both are chosen.
     *
     * @param t 0 at A to 1 at B
     */
    public void walkTo(double t) {
        workers.fxThread().require();
        if (way.complete()) {
            moveTo(way.walkTo(t));
        }
    }

    private void moveTo(float[] point) {
        z.set(point);
        repaint();
    }

    private void take(int asker, Ends asking, Samples answer) {
        if (asker != runs || answer.count() == 0) {
            return; // of a run that is no longer followed
        }
        image.set(Optional.of(picture(answer, 0)));
        if (asking.complete() && asking.equals(way.endsProperty().get())) {
            strip.set(
                    IntStream.range(1, answer.count()).mapToObj(i -> picture(answer, i)).toList());
        }
    }

    private static Images picture(Samples samples, int index) {
        return samples.get(index).pictures();
    }

    private float[] gaussian(int size) {
        var point = new float[size];
        for (int i = 0; i < size; i++) {
            point[i] = (float) random.nextGaussian();
        }
        return point;
    }
}
