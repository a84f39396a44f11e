package org.ganatelier.exchange.python;

import org.ganatelier.exchange.model.ImportException;

import java.util.List;

/**
 * Code as a tree.
 *
 * @param unreadable lines that are no Python, from 1, each once
 */
public record Code(List<Statement> statements, List<Integer> unreadable) {
    /** Characters: a hundred times a long tutorial. */
    public static final int LONGEST = 1 << 20;

    public Code {
        statements = List.copyOf(statements);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Parses a text.
     *
     * @throws ImportException where it is longer than {@link #LONGEST}
     */
    public static Code parse(String text) throws ImportException {
        if (text.length() > LONGEST) {
            throw new ImportException(
                    new ImportException.Refusal.TooLarge("text", text.length(), LONGEST));
        }
        return new Parser(Lexer.tokens(Cells.plain(text))).code();
    }
}
