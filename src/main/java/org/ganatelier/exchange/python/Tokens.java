package org.ganatelier.exchange.python;

import org.ganatelier.exchange.python.Token.Kind;

import java.util.List;

/** A place in a row of tokens that moves on. */
final class Tokens {
    private final List<Token> tokens;
    private int at;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** What stands here. */
    Token peek() {
        return tokens.get(at);
    }

    /** What stands behind that. */
    Token second() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    int line() {
        return peek().line();
    }

    boolean is(String sign) {
        return peek().is(sign);
    }

    boolean is(Kind kind) {
        return peek().kind() == kind;
    }

    /** Takes what stands here; at the end it stays there. */
    Token take() {
        Token token = peek();
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    /** Takes a sign or a word, if it stands here. */
    boolean took(String sign) {
        if (!is(sign)) {
            return false;
        }
        take();
        return true;
    }

    /** Takes a token of a kind, if it stands here. */
    boolean took(Kind kind) {
        if (!is(kind)) {
            return false;
        }
        take();
        return true;
    }

    /**
     * Takes a sign or a word that must stand here.
     *
     * @throws UnreadableException where it does not
     */
    void want(String sign) throws UnreadableException {
        if (!took(sign)) {
            throw new UnreadableException(line());
        }
    }

    /** Takes a name that must stand here. */
    String name() throws UnreadableException {
        if (!is(Kind.NAME)) {
            throw new UnreadableException(line());
        }
        return take().text();
    }

    /** Goes behind the end of the line. */
    void skipLine() {
        while (!is(Kind.NEWLINE) && !is(Kind.END)) {
            take();
        }
        took(Kind.NEWLINE);
    }
}
