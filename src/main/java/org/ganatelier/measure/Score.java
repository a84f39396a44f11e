package org.ganatelier.measure;

import java.util.Optional;

/**
 * How good images are, beside the floor: what the same measures say of as many real images that the
 * judge has never seen, or of all there are where there are fewer. Both distances are of the same
 * number of images; the other measures do not depend on it.
 *
 * @param obedience whether the images show the classes that were asked for, where any were
 */
public record Score(Quality images, Quality floor, Optional<Obedience> obedience) {
    /** Of images that were not asked to be of any class. */
    public Score(Quality images, Quality floor) {
        this(images, floor, Optional.empty());
    }
}
