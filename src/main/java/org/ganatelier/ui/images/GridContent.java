package org.ganatelier.ui.images;

import org.ganatelier.data.Images;
import org.ganatelier.session.Seen;
import org.ganatelier.ui.widget.OutputScale;
import org.jspecify.annotations.Nullable;

/**
 * What a grid shows.
 *
 * @param images to be shown
 * @param opinion what D says of just these images; null where that is not shown
 */
record GridContent(Images images, @Nullable Opinion opinion) {
    /**
     * What D says of images.
     *
     * @param outputs D(x) of each
     * @param scale of the colours
     * @param bordered whether D(x) is to be seen as a border
     * @param heat see {@link HeatMap}; empty where it is not shown
     * @param sorted whether the highest D(x) comes first
     */
    record Opinion(
            float[] outputs, OutputScale scale, boolean bordered, float[] heat, boolean sorted) {}

    /** Images alone. */
    static GridContent of(Images images) {
        return new GridContent(images, null);
    }

    /** What D sees, as far as it is wanted. */
    static GridContent of(Seen seen, OutputScale scale, EyeChoices.Wanted wanted) {
        float[] heat = wanted.heat() && seen.hasGradients() ? HeatMap.of(seen) : new float[0];
        return new GridContent(
                seen.samples().pictures(),
                new Opinion(seen.outputs(), scale, wanted.borders(), heat, wanted.sorted()));
    }

    boolean isBordered() {
        return opinion != null && opinion.bordered();
    }
}
