package org.ganatelier.exchange.code;

import org.ganatelier.plan.model.Problem.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts code together, line by line. Owned by one thread. */
public final class CodeWriter {
    private static final String INDENT = "    ";

    private final List<CodeLine> lines = new ArrayList<>();
    private int depth;
    private Optional<Place> place = Optional.empty();

    /**
     * Writes one line, or several that are separated by line feeds; an empty one is not indented.
     */
    public CodeWriter line(String text) {
        for (String each : text.split("\n", -1)) {
            lines.add(new CodeLine(each.isEmpty() ? "" : INDENT.repeat(depth) + each, place));
        }
        return this;
    }

    /** Leaves one line empty. */
    public CodeWriter blank() {
        return line("");
    }

    /** Whatever is written meanwhile stands one step further to the right. */
    public CodeWriter indented(Runnable content) {
        depth++;
        content.run();
        depth--;
        return this;
    }

    /** Whatever is written meanwhile says this of the experiment. */
    public CodeWriter at(Place of, Runnable content) {
        Optional<Place> before = place;
        place = Optional.of(of);
        content.run();
        place = before;
        return this;
    }

    /** What was written so far. */
    public Code code() {
        return new Code(lines);
    }
}
