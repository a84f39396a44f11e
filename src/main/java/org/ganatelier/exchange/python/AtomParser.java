package org.ganatelier.exchange.python;

import org.ganatelier.exchange.python.Expression.Argument;
import org.ganatelier.exchange.python.Expression.Attribute;
import org.ganatelier.exchange.python.Expression.Call;
import org.ganatelier.exchange.python.Expression.Index;
import org.ganatelier.exchange.python.Expression.Items;
import org.ganatelier.exchange.python.Expression.Name;
import org.ganatelier.exchange.python.Expression.Nothing;
import org.ganatelier.exchange.python.Expression.Other;
import org.ganatelier.exchange.python.Expression.Text;
import org.ganatelier.exchange.python.Expression.Truth;
import org.ganatelier.exchange.python.Token.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses names, numbers, strings, brackets, and what follows them: dots, calls, indices. */
final class AtomParser {
    private static final Set<String> RESERVED =
            Set.of(
                    "and",
                    "as",
                    "assert",
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
                    "nonlocal",
                    "not",
                    "or",
                    "pass",
                    "raise",
                    "return",
                    "try",
                    "while",
                    "with");

    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final Height height;

    AtomParser(Tokens tokens, ExpressionParser expressions, Height height) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.height = height;
    }

    /** An atom with all that follows it. */
    Expression withTail() throws UnreadableException {
        Expression value = atom();
        while (true) {
            int line = tokens.line();
            int before = height.now();
            if (tokens.took(".")) {
                value = new Attribute(value, tokens.name(), line);
                height.set(before + 1, line);
            } else if (tokens.took("(")) {
                List<Argument> arguments = arguments();
                height.set(Math.max(before, height.now()) + 1, line);
                value = new Call(value, arguments, line);
            } else if (tokens.took("[")) {
                Expression index = index(line);
                height.set(Math.max(before, height.now()) + 1, line);
                value = new Index(value, index, line);
            } else {
                return value;
            }
        }
    }

    private List<Argument> arguments() throws UnreadableException {
        var arguments = new ArrayList<Argument>();
        height.leaf();
        int highest = height.now();
        while (!tokens.took(")")) {
            arguments.add(argument());
            highest = Math.max(highest, height.now());
            if (!tokens.is(")")) {
                tokens.want(",");
            }
        }
        height.set(highest, tokens.line());
        return arguments;
    }

    private Argument argument() throws UnreadableException {
        if (tokens.took("**")) {
            return new Argument(Optional.of("**"), expressions.one());
        }
        if (tokens.is(Kind.NAME) && tokens.second().is("=")) {
            String name = tokens.name();
            tokens.take();
            return new Argument(Optional.of(name), expressions.one());
        }
        Expression value = expressions.item();
        return new Argument(Optional.empty(), comprehended(value));
    }

    /** A value, or what a comprehension makes of it. */
    private Expression comprehended(Expression value) throws UnreadableException {
        int line = tokens.line();
        if (!tokens.is("for") && !tokens.is("async")) {
            return value;
        }
        int highest = height.now();
        while (tokens.took("async") || tokens.took("for")) {
            while (!tokens.is("in")) {
                if (tokens.is(Kind.NEWLINE) || tokens.is(Kind.END)) {
                    throw new UnreadableException(line);
                }
                tokens.take();
            }
            tokens.take();
            var _ = expressions.binary(0);
            while (tokens.took("if")) {
                var _ = expressions.binary(0);
            }
        }
        height.set(highest + 1, line);
        return new Other(List.of(value), line);
    }

    private Expression index(int line) throws UnreadableException {
        var parts = new ArrayList<Expression>();
        boolean plain = true;
        int highest = 1;
        while (!tokens.took("]")) {
            if (tokens.took(":") || tokens.took(",")) {
                plain = false;
            } else {
                parts.add(expressions.item());
                highest = Math.max(highest, height.now());
                if (!tokens.is("]") && !tokens.is(":") && !tokens.is(",")) {
                    throw new UnreadableException(line);
                }
            }
        }
        height.set(highest, line);
        return plain && parts.size() == 1 ? parts.getFirst() : new Other(parts, line);
    }

    private Expression atom() throws UnreadableException {
        Token token = tokens.take();
        int line = token.line();
        height.leaf();
        return switch (token.kind()) {
            case NAME -> name(token);
            case NUMBER -> Numbers.parse(token.text(), line);
            case STRING, FORMATTED -> string(token);
            case SIGN ->
                    switch (token.text()) {
                        case "(" -> items(")", line);
                        case "[" -> items("]", line);
                        case "{" -> braces(line);
                        case "..." -> new Other(List.of(), line);
                        default -> throw new UnreadableException(line);
                    };
            case NEWLINE, INDENT, DEDENT, BROKEN, END -> throw new UnreadableException(line);
        };
    }

    private static Expression name(Token token) throws UnreadableException {
        int line = token.line();
        if (RESERVED.contains(token.text())) {
            throw new UnreadableException(line);
        }
        return switch (token.text()) {
            case "True" -> new Truth(true, line);
            case "False" -> new Truth(false, line);
            case "None" -> new Nothing(line);
            default -> new Name(token.text(), line);
        };
    }

    /** One string, or several side by side. */
    private Expression string(Token first) {
        var text = new StringBuilder(first.text());
        boolean known = first.kind() == Kind.STRING;
        while (tokens.is(Kind.STRING) || tokens.is(Kind.FORMATTED)) {
            known &= tokens.is(Kind.STRING);
            text.append(tokens.take().text());
        }
        return known ? new Text(text.toString(), first.line()) : new Other(List.of(), first.line());
    }

    /** What is in round or square brackets: a list, a tuple, or one value in brackets. */
    private Expression items(String end, int line) throws UnreadableException {
        var items = new ArrayList<Expression>();
        boolean comma = false;
        int highest = 1;
        tokens.took("yield");
        while (!tokens.took(end)) {
            items.add(comprehended(expressions.item()));
            highest = Math.max(highest, height.now());
            if (!tokens.is(end)) {
                tokens.want(",");
                comma = true;
            }
        }
        height.set(highest + 1, line);
        boolean one = end.equals(")") && !comma && items.size() == 1;
        return one ? items.getFirst() : new Items(items, end.equals("]"), line);
    }

    private Expression braces(int line) throws UnreadableException {
        var parts = new ArrayList<Expression>();
        int highest = 1;
        while (!tokens.took("}")) {
            var _ = tokens.took("**");
            parts.add(comprehended(expressions.item()));
            highest = Math.max(highest, height.now());
            if (!tokens.is("}") && !tokens.took(",")) {
                tokens.want(":");
            }
        }
        height.set(highest + 1, line);
        return new Other(parts, line);
    }
}
