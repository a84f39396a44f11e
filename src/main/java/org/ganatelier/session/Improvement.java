package org.ganatelier.session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.ganatelier.data.Images;

import java.util.ArrayList;
import java.util.List;

/**
 * An experiment with one image: it is moved step by step in the direction in which D's logit grows.
 * Nothing of the run changes. FX thread only.
 */
public final class Improvement {
    /** From black to white, in the values that D sees. */
    private static final double RANGE = 2;

    /** A pixel is cut off below: half of one more, so that it is rounded. */
    private static final float HALF_PIXEL = 1 / 255f;

    private final DiscriminatorEye eye;
    private final byte[] label;
    private final ReadOnlyObjectWrapper<List<Seen>> stages = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /** Grows when an answer that is on its way is of no use any more. */
    private int round;

    /**
     * Asks at once what D says of the image.
     *
     * @param image one alone
     * @param label the class as which D looks at it; empty where it is told none
     */
    public Improvement(DiscriminatorEye eye, Images image, byte[] label) {
        this.eye = eye;
        this.label = label;
        ask(image);
    }

    /**
     * The image as it was, and after each step, with what D says of it; the gradient of the last
     * one is where the next step would lead. Empty until D has answered.
     */
    public ReadOnlyObjectProperty<List<Seen>> stagesProperty() {
        return stages.getReadOnlyProperty();
    }

    /** Whether D's answer is on its way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /**
     * One more step, if D has answered: x + s g / |g|, with the step's length as a root mean square
     * over the pixels.
     *
     * @param share of the range from black to white by which a pixel changes, above 0
     */
    public void step(double share) {
        if (!busy.get() && !stages.get().isEmpty()) {
            ask(moved(stages.get().getLast(), share));
        }
    }

    /** Takes the last step back. */
    public void undo() {
        if (stages.get().size() > 1) {
            round++;
            busy.set(false);
            stages.set(stages.get().subList(0, stages.get().size() - 1));
        }
    }

    private void ask(Images image) {
        if (!eye.canBeAskedAbout(image, label)) {
            return;
        }
        busy.set(true);
        int asker = ++round;
        eye.ask(
                image,
                label,
                true,
                seen -> {
                    if (asker == round) {
                        var all = new ArrayList<>(stages.get());
                        all.add(seen);
                        busy.set(false);
                        stages.set(List.copyOf(all));
                    }
                });
    }

    /** The image one step on: rounded to pixels, as D would get it from a file. */
    private static Images moved(Seen from, double share) {
        Images image = Images.require(from.samples());
        float[] gradient = from.gradients();
        double squares = 0;
        for (float value : gradient) {
            squares += (double) value * value;
        }
        double length = Math.sqrt(squares / gradient.length);
        float factor = length > 0 ? (float) (share * RANGE / length) : 0;
        var pixels = new byte[gradient.length];
        var values = new float[gradient.length];
        image.read(0, values, 0);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Images.toPixel(values[i] + factor * gradient[i] + HALF_PIXEL);
        }
        return new Images(1, image.shape(), pixels);
    }
}
