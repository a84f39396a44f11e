package org.ganatelier.plan.model;

/**
 * How a network is told the class of a sample; see {@link org.ganatelier.experiment.Conditioning}.
 */
public sealed interface LabelUse {
    /** How many classes there are; 0 where it is told none. */
    int classes();

    /** It is not told. */
    record None() implements LabelUse {
        @Override
        public int classes() {
            return 0;
        }
    }

    /**
     * By the end of its input: a value for each class behind those of a vector, or a plane behind
     * the channels of an image, all 0 but the class's own, which is 1. The network's input has them
     * counted in.
     */
    record Joined(int classes) implements LabelUse {}

    /**
     * By an embedding for each class, whose product with the last layer's input is added to the
     * score. The last layer's parameters have the embeddings counted in.
     */
    record Projected(int classes) implements LabelUse {}
}
