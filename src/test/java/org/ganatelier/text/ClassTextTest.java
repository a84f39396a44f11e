package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.BundledSet;
import org.ganatelier.data.Catalog;
import org.ganatelier.data.Sets;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.data.Distribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every class of every set has a name in every language. */
final class ClassTextTest {
    @ParameterizedTest
    @EnumSource
    void everyClassOfABundledSetHasItsOwnLongAndShortName(Language language) {
        Words words = Words.of(language);
        for (BundledSet set : Catalog.all()) {
            int classes = set.spec().classes();
            assertThat(ClassText.names(words, set.spec())).hasSize(classes).doesNotHaveDuplicates();
            assertThat(ClassText.shortNames(words, set.spec()))
                    .hasSize(classes)
                    .doesNotHaveDuplicates();
            assertThat(DataTitle.contents(words, set)).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "PSEUDO", mode = EnumSource.Mode.EXCLUDE)
    void shortNamesFitBelowABar(Language language) {
        assertThat(ClassText.shortNames(Words.of(language), Sets.FASHION.spec()))
                .allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(2));
    }

    @ParameterizedTest
    @EnumSource
    void numbersStayNumbers(Language language) {
        assertThat(ClassText.names(Words.of(language), new DataSpec.Drawn(Distribution.RING)))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
    }
}
