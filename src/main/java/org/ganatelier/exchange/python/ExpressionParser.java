package org.ganatelier.exchange.python;

import org.ganatelier.exchange.python.Expression.Binary;
import org.ganatelier.exchange.python.Expression.Choice;
import org.ganatelier.exchange.python.Expression.Items;
import org.ganatelier.exchange.python.Expression.Other;
import org.ganatelier.exchange.python.Expression.Spread;
import org.ganatelier.exchange.python.Expression.Unary;
import org.ganatelier.exchange.python.Token.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Parses expressions by the precedence of their signs (Python Language Reference, section 6.17).
 * Trees are at most {@link #DEEPEST} high, so that whoever walks through one needs little stack.
 */
final class ExpressionParser {
    static final int DEEPEST = 150;

    private static final List<Set<String>> LEVELS =
            List.of(
                    Set.of("or"),
                    Set.of("and"),
                    Set.of("==", "!=", "<", ">", "<=", ">=", "in", "is", "not"),
                    Set.of("|"),
                    Set.of("^"),
                    Set.of("&"),
                    Set.of("<<", ">>"),
                    Set.of("+", "-"),
                    Set.of("*", "/", "//", "%", "@"));

    private final Tokens tokens;
    private final Height height = new Height();
    private final AtomParser atoms;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
        this.atoms = new AtomParser(tokens, this, height);
    }

    /** A new line begins. */
    void reset() {
        height.reset();
    }

    /** What a loop gives its values to: names with commas between. */
    Expression targets() throws UnreadableException {
        int line = tokens.line();
        var items = new ArrayList<Expression>();
        do {
            var _ = tokens.took("*");
            items.add(atoms.withTail());
        } while (tokens.took(",") && !tokens.is("in"));
        return items.size() == 1 ? items.getFirst() : new Items(items, line);
    }

    /** One or several with commas between: a tuple then. */
    Expression list() throws UnreadableException {
        int line = tokens.line();
        Expression first = item();
        if (!tokens.is(",")) {
            return first;
        }
        var items = new ArrayList<Expression>(List.of(first));
        int highest = height.now();
        while (tokens.took(",") && !endsList()) {
            items.add(item());
            highest = Math.max(highest, height.now());
        }
        height.set(highest + 1, line);
        return new Items(items, line);
    }

    private boolean endsList() {
        return tokens.is("=")
                || tokens.is(")")
                || tokens.is("]")
                || tokens.is("}")
                || tokens.is(":")
                || tokens.is(";")
                || tokens.is(Kind.NEWLINE)
                || tokens.is(Kind.END);
    }

    /** One, perhaps with a star before it. */
    Expression item() throws UnreadableException {
        int line = tokens.line();
        if (tokens.took("*")) {
            Expression of = one();
            height.grow(line);
            return new Spread(of, line);
        }
        return one();
    }

    /** One without a star. */
    Expression one() throws UnreadableException {
        height.enter(tokens.line());
        try {
            return tokens.is("lambda") ? lambda() : choice();
        } finally {
            height.leave();
        }
    }

    private Expression lambda() throws UnreadableException {
        int line = tokens.take().line();
        while (!tokens.is(":")) {
            if (tokens.is(Kind.NEWLINE) || tokens.is(Kind.END)) {
                throw new UnreadableException(line);
            }
            tokens.take();
        }
        tokens.take();
        Expression body = one();
        height.grow(line);
        return new Other(List.of(body), line);
    }

    private Expression choice() throws UnreadableException {
        int line = tokens.line();
        Expression value = binary(0);
        if (tokens.took(":=")) {
            return one();
        }
        if (!tokens.is("if")) {
            return value;
        }
        int highest = height.now();
        tokens.take();
        Expression test = binary(0);
        highest = Math.max(highest, height.now());
        if (!tokens.took("else")) {
            // The condition of a comprehension.
            height.set(highest + 1, line);
            return new Other(List.of(value, test), line);
        }
        Expression no = one();
        height.set(Math.max(highest, height.now()) + 1, line);
        return new Choice(test, value, no, line);
    }

    /** Signs of a level and of all that bind more. */
    Expression binary(int level) throws UnreadableException {
        if (level == LEVELS.size()) {
            return unary();
        }
        int line = tokens.line();
        if (level == 2 && tokens.took("not")) {
            height.enter(line);
            Expression of = binary(2);
            height.leave();
            height.grow(line);
            return new Unary("not", of, line);
        }
        Expression left = binary(level + 1);
        while (LEVELS.get(level).stream().anyMatch(tokens::is)) {
            int highest = height.now();
            String sign = sign();
            Expression right = binary(level + 1);
            height.set(Math.max(highest, height.now()) + 1, line);
            left = new Binary(sign, left, right, line);
        }
        return left;
    }

    private String sign() throws UnreadableException {
        String sign = tokens.take().text();
        return switch (sign) {
            case "not" -> {
                tokens.want("in");
                yield "not in";
            }
            case "is" -> tokens.took("not") ? "is not" : "is";
            default -> sign;
        };
    }

    private Expression unary() throws UnreadableException {
        int line = tokens.line();
        height.enter(line);
        try {
            if (tokens.is("-") || tokens.is("+") || tokens.is("~") || tokens.is("await")) {
                String sign = tokens.take().text();
                Expression of = unary();
                height.grow(line);
                return sign.equals("await") ? of : new Unary(sign, of, line);
            }
            return power();
        } finally {
            height.leave();
        }
    }

    private Expression power() throws UnreadableException {
        int line = tokens.line();
        Expression base = atoms.withTail();
        if (!tokens.took("**")) {
            return base;
        }
        int highest = height.now();
        Expression exponent = unary();
        height.set(Math.max(highest, height.now()) + 1, line);
        return new Binary("**", base, exponent, line);
    }
}
