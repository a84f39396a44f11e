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

    /** D's output for an image: the score's sigmoid where that is a chance, else the score. */
    public double output(float score) {
        return switch (this) {
            case CHANCE -> Logistic.sigmoid(score);
            case MARK, MARGIN, GAP -> score;
        };
    }
}
