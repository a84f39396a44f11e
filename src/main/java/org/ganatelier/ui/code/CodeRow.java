package org.ganatelier.ui.code;

import org.ganatelier.exchange.code.Code;
import org.ganatelier.exchange.code.CodeLine;
import org.ganatelier.plan.model.Problem.Place;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A line of code as it is shown.
 *
 * @param number from 1
 */
record CodeRow(int number, CodeLine line, List<Token> tokens) {
    /** All lines of a file. */
    static List<CodeRow> of(Code code) {
        List<CodeLine> lines = code.lines();
        List<List<Token>> tokens = PythonTokens.of(lines.stream().map(CodeLine::text).toList());
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new CodeRow(i + 1, lines.get(i), tokens.get(i)))
                .toList();
    }

    String text() {
        return line.text();
    }

    /** What of the experiment it says. */
    Optional<Place> place() {
        return line.place();
    }
}
