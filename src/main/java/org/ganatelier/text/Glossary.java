package org.ganatelier.text;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.Normalizer2;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of the field in one language, from {@code glossary/CODE.md}. There, a term begins with
 * "# id: Title; another word for it", then come its two sentences, then what more there is to know
 * as {@link Markup}, and perhaps a last line "@ reference". Immutable; may be used from any thread.
 */
public final class Glossary {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final String REFERENCE = "\n@ ";

    private final Language language;
    private final Map<String, Term> terms = new LinkedHashMap<>();

    /** Reads the file of a language. */
    Glossary(Language language) {
        this.language = language;
        UnaryOperator<String> spoken = Pages.spoken(language);
        Pages.read("glossary", language)
                .map(text -> term(text, spoken))
                .sorted(Comparator.comparing(Term::title, Collator.getInstance(language.locale())))
                .forEach(this::add);
    }

    /** All terms, in the order of the language's alphabet. */
    public List<Term> terms() {
        return List.copyOf(terms.values());
    }

    /**
     * The term of an id.
     *
     * @throws IllegalArgumentException where there is none
     */
    public Term term(String id) {
        Term term = terms.get(id);
        if (term == null) {
            throw new IllegalArgumentException(
                    "There is no term \"" + id + "\" in " + language.code());
        }
        return term;
    }

    /**
     * The terms that are meant by what somebody types: first those whose title begins with it, then
     * those that are called so in part, then those that are explained with it. All terms where
     * nothing is typed.
     */
    public List<Term> find(String typed) {
        String wanted = folded(typed.strip());
        if (wanted.isEmpty()) {
            return terms();
        }
        return Stream.<Stream<Term>>of(
                        terms.values().stream().filter(t -> folded(t.title()).startsWith(wanted)),
                        terms.values().stream().filter(t -> names(t).anyMatch(has(wanted))),
                        terms.values().stream().filter(t -> has(wanted).test(t.brief())))
                .flatMap(found -> found)
                .distinct()
                .toList();
    }

    /** The terms whose texts lead to one, in the order of the alphabet. */
    public List<Term> leadingTo(String id) {
        return terms.values().stream().filter(term -> term.related().contains(id)).toList();
    }

    private static Predicate<String> has(String wanted) {
        return text -> folded(text).contains(wanted);
    }

    private static Stream<String> names(Term term) {
        return Stream.concat(Stream.of(term.title()), term.aliases().stream());
    }

    /** Without capitals and accents: "Fréchet" is found by "frechet". */
    private static String folded(String text) {
        String parted = Normalizer2.getNFDInstance().normalize(text.toLowerCase(Locale.ROOT));
        return MARKS.matcher(parted).replaceAll("");
    }

    private void add(Term term) {
        if (terms.put(term.id(), term) != null) {
            throw new IllegalStateException("There are two terms \"" + term.id() + "\"");
        }
    }

    private static Term term(String text, UnaryOperator<String> spoken) {
        int line = text.indexOf('\n');
        String[] head = text.substring(0, line).split(":", 2);
        List<String> names = Stream.of(head[1].split(";")).map(String::strip).map(spoken).toList();
        String body = text.substring(line);
        int at = body.indexOf(REFERENCE);
        Optional<String> reference =
                at < 0
                        ? Optional.empty()
                        : Optional.of(body.substring(at + REFERENCE.length()).strip());
        List<Markup.Block> blocks = Markup.read(at < 0 ? body : body.substring(0, at), spoken);
        return new Term(
                head[0].strip(),
                names.getFirst(),
                names.subList(1, names.size()),
                Markup.plain(blocks.getFirst()),
                blocks.subList(1, blocks.size()),
                reference);
    }
}
