package org.ganatelier.ui.objective;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.text.Language;
import org.ganatelier.text.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

final class ObjectiveTermsTest {
    @ParameterizedTest
    @EnumSource
    void everyChoiceIsExplainedInEveryLanguage(Language language) {
        Set<String> ids =
                Words.of(language).glossary().terms().stream()
                        .map(term -> term.id())
                        .collect(Collectors.toSet());
        assertThat(ids)
                .containsAll(Loss.all().stream().map(ObjectiveTerms::of).toList())
                .containsAll(Arrays.stream(Conditioning.values()).map(ObjectiveTerms::of).toList());
    }
}
