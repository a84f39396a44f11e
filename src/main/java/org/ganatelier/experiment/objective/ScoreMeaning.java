package org.ganatelier.experiment.objective;

/** What D's score of an image says under a loss. */
public enum ScoreMeaning {
    /** Its sigmoid is the chance that the image is real. */
    CHANCE,
    /** It is itself an estimate of that chance. */
    MARK,
    /** Its sign says on which side of a margin the image is. */
    MARGIN,
    /** Only differences of scores mean something. */
    GAP;

    /** D(x), 0 to 1: the score's sigmoid, or the score itself within 0 and 1 where it is a mark. */
    public double output(float score) {
        return switch (this) {
            case CHANCE, MARGIN, GAP -> Logistic.sigmoid(score);
            case MARK -> Math.clamp(score, 0, 1);
        };
    }
}
