package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

/** What every sentence that the program says of a file is. */
public final class Sentences {
    private static final int LONGEST = 600;

    private Sentences() {}

    /**
     * One line without control characters, of at most 600 characters, that ends in a stop, or asks.
     */
    public static void require(String sentence) {
        assertThat(sentence).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST).matches("(?s).*[.?]");
        assertThat(sentence.codePoints().anyMatch(Character::isISOControl)).as(sentence).isFalse();
        assertThat(sentence).doesNotContain("Exception", "jackson", "Node'", "StreamRead");
    }
}
