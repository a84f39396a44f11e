package org.ganatelier.ui.charts;

import java.util.Locale;

/** The plots that there are, from top to bottom. */
enum PlotKind {
    /** The losses of both players. */
    LOSSES("loss", 1.6, true, false),
    /** What the discriminator says of real and of generated images. */
    OUTPUTS("d-of-x", 1, true, false),
    /**
     * How far the generated images are from real ones: the first is often a hundred times the last.
     */
    DISTANCE("frechet-distance", 1, false, true),
    /** How many classes the generator draws. */
    CLASSES("classes-covered", 0.7, false, false),
    /** The lengths of both players' gradients, of any size. */
    GRADIENTS("gradient-norm", 1, false, true);

    private final String term;
    private final double weight;
    private final boolean shownAtFirst;
    private final boolean logarithmicAtFirst;

    PlotKind(String term, double weight, boolean shownAtFirst, boolean logarithmicAtFirst) {
        this.term = term;
        this.weight = weight;
        this.shownAtFirst = shownAtFirst;
        this.logarithmicAtFirst = logarithmicAtFirst;
    }

    /** Names it in settings and in the window. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What explains it in the glossary. */
    String term() {
        return term;
    }

    /** Its part of the height, compared with the other plots. */
    double weight() {
        return weight;
    }

    boolean isShownAtFirst() {
        return shownAtFirst;
    }

    boolean isLogarithmicAtFirst() {
        return logarithmicAtFirst;
    }
}
