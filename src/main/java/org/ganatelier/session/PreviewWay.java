package org.ganatelier.session;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.ganatelier.latent.Slerp;
import org.ganatelier.session.LatentExplorer.Ends;
import org.ganatelier.train.GeneratorInput;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;

/** What the images of the preview are made of, and the way between two of them. FX thread only. */
final class PreviewWay {
    private final ReadOnlyObjectWrapper<Ends> ends = new ReadOnlyObjectWrapper<>(Ends.NONE);
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper();
    private float[] noise = new float[0];
    private byte[] labels = new byte[0];
    private int latentSize;

    /** The images chosen. */
    ReadOnlyObjectProperty<Ends> endsProperty() {
        return ends.getReadOnlyProperty();
    }

    /** Where on the way one was last: 0 at A, 1 at B. */
    ReadOnlyDoubleProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /** Whether both ends are chosen. */
    boolean complete() {
        return ends.get().complete();
    }

    /** Another run began. A and B stay if the preview has the same noise. */
    void follow(GeneratorInput preview, int size) {
        float[] next = preview.noise().clone();
        if (!Arrays.equals(noise, next) || latentSize != size) {
            ends.set(Ends.NONE);
            position.set(0);
        }
        noise = next;
        labels = preview.labels().clone();
        latentSize = size;
    }

    /**
     * Chooses an image: first A, then B, then A again. A second time in a row takes A back.
     *
     * @throws IndexOutOfBoundsException if the preview has no such image
     */
    void choose(int image) {
        checkImage(image);
        Ends before = ends.get();
        if (before.from().isPresent() && before.to().isEmpty()) {
            boolean again = before.from().getAsInt() == image;
            ends.set(again ? Ends.NONE : new Ends(before.from(), OptionalInt.of(image)));
            position.set(again ? 0 : 1);
        } else {
            ends.set(new Ends(OptionalInt.of(image), OptionalInt.empty()));
            position.set(0);
        }
    }

    /**
     * Goes to a place on the way, which must be complete.
     *
     * @param t 0 at A to 1 at B
     * @return the noise there
     */
    float[] walkTo(double t) {
        position.set(t);
        return at(t);
    }

    /** Goes to a place between two images; those that the preview does not have are not chosen. */
    void goTo(Ends wanted, double place) {
        ends.set(new Ends(kept(wanted.from()), kept(wanted.to())));
        position.set(Math.clamp(place, 0, 1));
    }

    private OptionalInt kept(OptionalInt image) {
        return image.isPresent() && image.getAsInt() < images() ? image : OptionalInt.empty();
    }

    /** The noise of an image. */
    float[] noiseOf(int image) {
        checkImage(image);
        return Arrays.copyOfRange(noise, image * latentSize, (image + 1) * latentSize);
    }

    /** The class that an image was asked to be of, where one was. */
    OptionalInt classOf(int image) {
        return image < labels.length
                ? OptionalInt.of(Byte.toUnsignedInt(labels[image]))
                : OptionalInt.empty();
    }

    /** A point, and after it so many on the way, A and B included, if both are chosen. */
    float[] behind(float[] point, int places) {
        if (!complete()) {
            return point.clone();
        }
        float[] all = Arrays.copyOf(point, (1 + places) * latentSize);
        for (int i = 0; i < places; i++) {
            float[] there = at((double) i / (places - 1));
            System.arraycopy(there, 0, all, (1 + i) * latentSize, latentSize);
        }
        return all;
    }

    private float[] at(double t) {
        Ends way = ends.get();
        return Slerp.between(noiseOf(way.from().orElseThrow()), noiseOf(way.to().orElseThrow()), t);
    }

    private void checkImage(int image) {
        Objects.checkIndex(image, images());
    }

    private int images() {
        return noise.length / Math.max(1, latentSize);
    }
}
