package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.BreakIterator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of the field, in all languages. */
final class GlossaryTest {
    /** A tooltip of about seven lines. */
    private static final int LONGEST_BRIEF = 330;

    private final Glossary english = Words.english().glossary();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasEveryTermWithTheSameLinksAndSources(Language language) {
        Glossary spoken = Words.of(language).glossary();
        assertThat(ids(spoken.terms())).isEqualTo(ids(english.terms()));
        for (Term term : spoken.terms()) {
            Term original = english.term(term.id());
            assertThat(new HashSet<>(term.related()))
                    .as(term.id())
                    .isEqualTo(new HashSet<>(original.related()));
            assertThat(term.reference()).as(term.id()).isEqualTo(original.reference());
            assertThat(formulas(term)).as(term.id()).isEqualTo(formulas(original));
        }
    }

    @Test
    void everyLinkLeadsToATermAndEveryTermIsLedTo() {
        for (Term term : english.terms()) {
            assertThat(ids(english.terms())).as(term.id()).containsAll(term.related());
        }
        Set<String> reached = new HashSet<>(List.of("gan"));
        for (boolean grows = true; grows; ) {
            grows =
                    reached.addAll(
                            reached.stream()
                                    .flatMap(id -> english.term(id).related().stream())
                                    .collect(Collectors.toSet()));
        }
        assertThat(english.terms())
                .filteredOn(term -> !reached.contains(term.id()))
                .allSatisfy(term -> assertThat(term.related()).as(term.id()).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "GERMAN"})
    void aTermIsSaidInTwoSentencesThatFitATooltip(Language language) {
        for (Term term : Words.of(language).glossary().terms()) {
            assertThat(sentences(term.brief(), language)).as(term.brief()).isEqualTo(2);
            assertThat(term.brief()).as(term.id()).hasSizeLessThan(LONGEST_BRIEF);
            assertThat(term.more()).as(term.id()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "GERMAN"})
    void noSyntaxIsLeftInWhatIsRead(Language language) {
        for (Term term : Words.of(language).glossary().terms()) {
            assertThat(term.brief()).as(term.id()).doesNotContain("[[", "]]", "{", "}", "'");
            assertThat(term.more().stream().map(Markup::plain))
                    .allSatisfy(
                            text ->
                                    assertThat(text)
                                            .as(term.id())
                                            .isNotBlank()
                                            .doesNotContain("[[", "]]", "{", "}", "'")
                                            .doesNotStartWith("@"));
        }
    }

    @Test
    void aTermIsFoundByItsBeginningByAnotherWordAndWithoutAccents() {
        assertThat(english.find("frechet").getFirst().id()).isEqualTo("frechet-distance");
        assertThat(english.find("  LOG").getFirst().id()).isEqualTo("logit");
        assertThat(ids(english.find("EMA"))).contains("moving-average");
        assertThat(ids(english.find("0.693"))).contains("ln-2");
        assertThat(english.find("zebra")).isEmpty();
        assertThat(english.find("")).isEqualTo(english.terms());
    }

    @Test
    void termsThatLeadToOneAreKnown() {
        assertThat(ids(english.leadingTo("checkerboard")))
                .contains("stride", "upsampling", "transposed-convolution")
                .doesNotContain("kernel");
    }

    @Test
    void termsStandInTheOrderOfTheLanguage() {
        assertThat(Words.of(Language.GERMAN).glossary().terms())
                .extracting(Term::title)
                .containsSubsequence("Faltung", "Gradient", "Kanal", "Schicht", "Verlust");
    }

    @Test
    void thereIsNoUnknownTerm() {
        assertThatThrownBy(() -> english.term("zebra"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("zebra");
    }

    private static long formulas(Term term) {
        return term.more().stream().filter(Markup.Formula.class::isInstance).count();
    }

    private static int sentences(String text, Language language) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(language.locale());
        breaks.setText(text);
        int count = 0;
        while (breaks.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    private static Set<String> ids(List<Term> terms) {
        return terms.stream().map(Term::id).collect(Collectors.toSet());
    }
}
