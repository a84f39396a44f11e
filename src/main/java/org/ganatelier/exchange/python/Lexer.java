package org.ganatelier.exchange.python;

import org.ganatelier.exchange.python.Token.Kind;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Cuts code into tokens, with indentation as Python has it (Python Language Reference, section 2).
 * Whatever the text is, it ends with {@link Kind#END}.
 */
final class Lexer {
    /** Longest first. */
    private static final List<String> SIGNS =
            List.of(
                    "**=", "//=", ">>=", "<<=", "...", "**", "//", ">>", "<<", "<=", ">=", "==",
                    "!=", "->", "+=", "-=", "*=", "/=", "%=", "@=", "&=", "|=", "^=", ":=", "+",
                    "-", "*", "/", "%", "@", "&", "|", "^", "~", "<", ">", "(", ")", "[", "]", "{",
                    "}", ",", ":", ".", ";", "=");

    private static final int TAB = 8;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Integer> indents = new ArrayDeque<>(List.of(0));
    private int at;
    private int line = 1;
    private int brackets;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens of a text whose lines end in "\n". */
    static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < text.length()) {
            if (brackets == 0 && startsLine()) {
                indent();
            } else {
                next();
            }
        }
        newline();
        while (indents.size() > 1) {
            indents.pop();
            add(Kind.DEDENT, "");
        }
        add(Kind.END, "");
    }

    private boolean startsLine() {
        return at == 0 || (text.charAt(at - 1) == '\n' && !continued());
    }

    private boolean continued() {
        return at > 1 && text.charAt(at - 2) == '\\';
    }

    private void indent() {
        int width = 0;
        int i = at;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            width = text.charAt(i) == '\t' ? (width / TAB + 1) * TAB : width + 1;
            i++;
        }
        at = i;
        if (i == text.length() || text.charAt(i) == '\n') {
            skip();
            return;
        }
        if (text.charAt(i) == '#') {
            comment();
            skip();
            return;
        }
        indent(width);
        next();
    }

    /** Over a line without code. */
    private void skip() {
        if (at < text.length()) {
            at++;
            line++;
        }
    }

    private void indent(int width) {
        if (width > indents.peek()) {
            indents.push(width);
            add(Kind.INDENT, "");
        }
        while (width < indents.peek()) {
            indents.pop();
            add(Kind.DEDENT, "");
        }
        if (width > indents.peek()) {
            // Between two earlier widths: no Python, but its meaning is plain enough.
            indents.push(width);
            add(Kind.INDENT, "");
        }
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n') {
            if (brackets == 0 && !(at > 0 && text.charAt(at - 1) == '\\')) {
                newline();
            }
            at++;
            line++;
        } else if (c == ' ' || c == '\t' || c == '\f' || c == '\\') {
            at++;
        } else if (c == '#') {
            comment();
        } else if (Character.isUnicodeIdentifierStart(c) || c == '_') {
            word();
        } else if (isDigit(c)
                || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
            number();
        } else if (c == '"' || c == '\'') {
            string(at, false);
        } else {
            sign();
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void comment() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }

    private void newline() {
        if (!tokens.isEmpty()) {
            switch (tokens.getLast().kind()) {
                case NEWLINE, INDENT, DEDENT -> {}
                case NAME, NUMBER, STRING, FORMATTED, SIGN, BROKEN, END -> add(Kind.NEWLINE, "");
            }
        }
    }

    private void word() {
        int start = at;
        while (at < text.length() && Character.isUnicodeIdentifierPart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        boolean quoted = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
        if (quoted && word.matches("(?i)[rbuf]|rb|br|rf|fr")) {
            string(at, word.toLowerCase(java.util.Locale.ROOT).contains("f"));
        } else {
            add(Kind.NAME, word);
        }
    }

    private void number() {
        int start = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean power =
                    at > start && (text.charAt(at - 1) == 'e' || text.charAt(at - 1) == 'E');
            if (Character.isLetterOrDigit(c)
                    || c == '.'
                    || c == '_'
                    || ((c == '+' || c == '-') && power && !text.startsWith("0x", start))) {
                at++;
            } else {
                break;
            }
        }
        add(Kind.NUMBER, text.substring(start, at));
    }

    private void string(int start, boolean formatted) {
        int from = line;
        String quote = text.substring(start, start + 1);
        String end = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
        var said = new StringBuilder();
        at = start + end.length();
        while (at < text.length() && !text.startsWith(end, at)) {
            char c = text.charAt(at);
            if (c == '\n' && end.length() == 1) {
                tokens.add(new Token(Kind.BROKEN, said.toString(), from));
                return;
            }
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                c = text.charAt(at);
            }
            if (c == '\n') {
                line++;
            }
            said.append(c);
            at++;
        }
        boolean closed = at < text.length();
        at = Math.min(text.length(), at + end.length());
        Kind kind = !closed ? Kind.BROKEN : formatted ? Kind.FORMATTED : Kind.STRING;
        tokens.add(new Token(kind, said.toString(), from));
    }

    private void sign() {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                switch (sign) {
                    case "(", "[", "{" -> brackets++;
                    case ")", "]", "}" -> brackets = Math.max(0, brackets - 1);
                    default -> {}
                }
                at += sign.length();
                add(Kind.SIGN, sign);
                return;
            }
        }
        at++;
        add(Kind.BROKEN, text.substring(at - 1, at));
    }

    private void add(Kind kind, String what) {
        tokens.add(new Token(kind, what, line));
    }
}
