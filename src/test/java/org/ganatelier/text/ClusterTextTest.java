package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.sweep.ClusterException;
import org.ganatelier.sweep.ClusterException.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with a cluster is said in every language. */
final class ClusterTextTest {
    private static final String URL = "spark://host:7077";

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsOwnWords(Reason reason) {
        var problem = new ClusterException(reason, URL);
        String english = ClusterText.say(Words.english(), problem);
        assertThat(english).contains(URL);
        assertThat(english.startsWith("The cluster could not train it"))
                .isEqualTo(reason == Reason.CELL_FAILED);
        assertThat(ClusterText.say(Words.of(Language.GERMAN), problem))
                .contains(URL)
                .isNotEqualTo(english);
    }
}
