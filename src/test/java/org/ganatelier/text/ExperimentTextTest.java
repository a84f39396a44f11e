package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.basics.Side;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;

/** Names of an experiment's parts, in every language. */
final class ExperimentTextTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyWayToDrawWeightsHasANameOfItsOwn(Language language) {
        Words words = Words.of(language);
        assertThat(Arrays.stream(Initialization.values()))
                .extracting(scheme -> ExperimentText.name(words, scheme))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thePlayersHaveDifferentNames(Language language) {
        Words words = Words.of(language);
        assertThat(Arrays.stream(Side.values()))
                .extracting(side -> ExperimentText.name(words, side))
                .doesNotHaveDuplicates();
    }
}
