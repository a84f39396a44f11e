package org.ganatelier.text;

import java.util.List;
import java.util.Optional;

/**
 * A word of the field and what it means.
 *
 * @param id names it in every language, in kebab case
 * @param title as it stands in a list
 * @param aliases other words for it
 * @param brief what it is, in two sentences
 * @param more what there is to know beyond that
 * @param reference where it comes from: authors, year, perhaps an address
 */
public record Term(
        String id,
        String title,
        List<String> aliases,
        String brief,
        List<Markup.Block> more,
        Optional<String> reference) {
    public Term {
        aliases = List.copyOf(aliases);
        more = List.copyOf(more);
    }

    /** The terms that its text leads to, in that order, once each. */
    public List<String> related() {
        return Markup.runs(more)
                .filter(Markup.Link.class::isInstance)
                .map(run -> ((Markup.Link) run).term())
                .distinct()
                .toList();
    }
}
