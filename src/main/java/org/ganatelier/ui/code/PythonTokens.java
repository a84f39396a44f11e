package org.ganatelier.ui.code;

import org.ganatelier.ui.code.Token.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits Python into pieces of one colour, line by line: a string in three quotes may go on over
 * several. It is for code that is well formed; of other code no letter is lost either.
 */
final class PythonTokens {
    private static final Set<String> KEYWORDS =
            Set.of(
                    "False",
                    "None",
                    "True",
                    "and",
                    "as",
                    "assert",
                    "async",
                    "await",
                    "break",
                    "class",
                    "continue",
                    "def",
                    "del",
                    "elif",
                    "else",
                    "except",
                    "finally",
                    "for",
                    "from",
                    "global",
                    "if",
                    "import",
                    "in",
                    "is",
                    "lambda",
                    "nonlocal",
                    "not",
                    "or",
                    "pass",
                    "raise",
                    "return",
                    "try",
                    "while",
                    "with",
                    "yield");

    private static final String PREFIX = "(?:[rRbBfFuU]{1,2})?";

    private static final Pattern PIECE =
            Pattern.compile(
                    "(?<comment>#.*)"
                            + "|(?<long>"
                            + PREFIX
                            + "(?:\"{3}|'{3}))"
                            + "|(?<string>"
                            + PREFIX
                            + "(?:\"(?:\\\\.|[^\"\\\\])*\"?|'(?:\\\\.|[^'\\\\])*'?))"
                            + "|(?<number>(?<![\\w.])(?:0[xX][\\da-fA-F]+|\\d[\\d_]*\\.?\\d*"
                            + "|\\.\\d+)(?:[eE][+-]?\\d+)?)"
                            + "|(?<name>@?[\\p{L}_][\\p{L}\\p{N}_]*)"
                            + "|(?<other>\\s+|.)");

    /** The quotes that end the string that goes on; empty outside of one. */
    private String open = "";

    private PythonTokens() {}

    /** The pieces of each line. */
    static List<List<Token>> of(List<String> lines) {
        var tokens = new PythonTokens();
        return lines.stream().map(tokens::line).toList();
    }

    private List<Token> line(String line) {
        var found = new ArrayList<Token>();
        int at = open.isEmpty() ? 0 : rest(line, 0, found);
        Matcher piece = PIECE.matcher(line);
        while (at < line.length() && piece.find(at)) {
            if (piece.group("long") != null) {
                String start = piece.group();
                open = start.substring(start.length() - 3);
                int from = found.size();
                at = rest(line, piece.end(), found);
                found.set(from, new Token(Kind.STRING, start + found.get(from).text()));
            } else {
                add(found, new Token(kind(piece, line), piece.group()));
                at = piece.end();
            }
        }
        return List.copyOf(found);
    }

    /** Takes the string that goes on up to its end or that of the line. */
    private int rest(String line, int from, List<Token> found) {
        int quotes = line.indexOf(open, from);
        int end = quotes < 0 ? line.length() : quotes + open.length();
        found.add(new Token(Kind.STRING, line.substring(from, end)));
        if (quotes >= 0) {
            open = "";
        }
        return end;
    }

    private static Kind kind(Matcher piece, String line) {
        if (piece.group("comment") != null) {
            return Kind.COMMENT;
        }
        if (piece.group("string") != null) {
            return Kind.STRING;
        }
        if (piece.group("number") != null) {
            return Kind.NUMBER;
        }
        String name = piece.group("name");
        if (name == null) {
            return Kind.PLAIN;
        }
        if (KEYWORDS.contains(name)) {
            return Kind.KEYWORD;
        }
        boolean called = piece.end() < line.length() && line.charAt(piece.end()) == '(';
        boolean defined = line.substring(0, piece.start()).strip().matches("class|def");
        return called || defined || name.startsWith("@") ? Kind.CALL : Kind.PLAIN;
    }

    /** Pieces of one kind that follow each other are one. */
    private static void add(List<Token> found, Token next) {
        if (!found.isEmpty()
                && found.getLast().kind() == next.kind()
                && next.kind() == Kind.PLAIN) {
            Token last = found.removeLast();
            found.add(new Token(last.kind(), last.text() + next.text()));
        } else {
            found.add(next);
        }
    }
}
