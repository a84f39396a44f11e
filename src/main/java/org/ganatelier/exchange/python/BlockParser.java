package org.ganatelier.exchange.python;

import org.ganatelier.exchange.python.Statement.Assign;
import org.ganatelier.exchange.python.Statement.Block;
import org.ganatelier.exchange.python.Statement.Choose;
import org.ganatelier.exchange.python.Statement.Define;
import org.ganatelier.exchange.python.Statement.Kind;
import org.ganatelier.exchange.python.Statement.Loop;
import org.ganatelier.exchange.python.Statement.Parameter;
import org.ganatelier.exchange.python.Statement.Skipped;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses statements that have a block: functions, classes, conditions, loops. */
final class BlockParser {
    private static final Set<String> BEGINNINGS =
            Set.of("def", "class", "if", "for", "while", "with", "try", "async", "@");

    /** More branches than anybody writes. */
    private static final int MOST_BRANCHES = 50;

    private final Parser parser;
    private final Tokens tokens;
    private final ExpressionParser expressions;

    BlockParser(Parser parser, Tokens tokens, ExpressionParser expressions) {
        this.parser = parser;
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** Whether such a statement begins here. */
    boolean begins() {
        return BEGINNINGS.contains(tokens.peek().text())
                && (tokens.is(Token.Kind.NAME) || tokens.is("@"));
    }

    Statement parse() throws UnreadableException {
        var _ = tokens.took("async");
        int line = tokens.line();
        String word = tokens.take().text();
        return switch (word) {
            case "def" -> define(line);
            case "class" -> kind(line);
            case "if" -> choose(line);
            case "for" -> loop(line);
            case "while" -> repeat(line);
            case "with" -> with(line);
            case "try" -> attempt(line);
            case "@" -> decorator(line);
            default -> throw new UnreadableException(line);
        };
    }

    private Statement decorator(int line) throws UnreadableException {
        var _ = expressions.one();
        tokens.skipLine();
        return new Skipped(line);
    }

    private Define define(int line) throws UnreadableException {
        String name = tokens.name();
        tokens.want("(");
        var parameters = new ArrayList<Parameter>();
        while (!tokens.took(")")) {
            parameter().ifPresent(parameters::add);
            if (!tokens.is(")")) {
                tokens.want(",");
            }
        }
        if (tokens.took("->")) {
            var _ = expressions.one();
        }
        return new Define(name, parameters, parser.suite(), line);
    }

    private Optional<Parameter> parameter() throws UnreadableException {
        if (tokens.took("/")) {
            return Optional.empty();
        }
        boolean star = tokens.took("*") || tokens.took("**");
        if (star && tokens.is(",")) {
            return Optional.empty();
        }
        String name = tokens.name();
        if (tokens.took(":")) {
            var _ = expressions.one();
        }
        Optional<Expression> usual =
                tokens.took("=") ? Optional.of(expressions.one()) : Optional.empty();
        return star ? Optional.empty() : Optional.of(new Parameter(name, usual));
    }

    private Kind kind(int line) throws UnreadableException {
        String name = tokens.name();
        var bases = new ArrayList<Expression>();
        if (tokens.took("(")) {
            while (!tokens.took(")")) {
                if (tokens.is(Token.Kind.NAME) && tokens.second().is("=")) {
                    tokens.take();
                    tokens.take();
                }
                bases.add(expressions.item());
                if (!tokens.is(")")) {
                    tokens.want(",");
                }
            }
        }
        return new Kind(name, bases, parser.suite(), line);
    }

    private record Branch(Expression test, List<Statement> body, int line) {}

    private Choose choose(int line) throws UnreadableException {
        Deque<Branch> branches = new ArrayDeque<>();
        branches.push(new Branch(expressions.one(), parser.suite(), line));
        while (tokens.is("elif")) {
            int next = tokens.take().line();
            if (branches.size() == MOST_BRANCHES) {
                throw new UnreadableException(next);
            }
            branches.push(new Branch(expressions.one(), parser.suite(), next));
        }
        List<Statement> otherwise = tokens.took("else") ? parser.suite() : List.of();
        Branch last = branches.pop();
        Choose all = new Choose(last.test, last.body, otherwise, last.line);
        for (Branch branch : branches) {
            all = new Choose(branch.test, branch.body, List.of(all), branch.line);
        }
        return all;
    }

    private Loop loop(int line) throws UnreadableException {
        Expression target = expressions.targets();
        tokens.want("in");
        Expression over = expressions.list();
        List<Statement> body = parser.suite();
        skipElse();
        return new Loop(Optional.of(target), over, body, line);
    }

    private Loop repeat(int line) throws UnreadableException {
        Expression test = expressions.one();
        List<Statement> body = parser.suite();
        skipElse();
        return new Loop(Optional.empty(), test, body, line);
    }

    private void skipElse() throws UnreadableException {
        if (tokens.took("else")) {
            var _ = parser.suite();
        }
    }

    private Block with(int line) throws UnreadableException {
        var all = new ArrayList<Statement>();
        do {
            Expression value = expressions.one();
            if (tokens.took("as")) {
                all.add(new Assign(List.of(expressions.one()), "=", value, line));
            }
        } while (tokens.took(","));
        all.addAll(parser.suite());
        return new Block(all, line);
    }

    private Block attempt(int line) throws UnreadableException {
        var all = new ArrayList<>(parser.suite());
        while (tokens.is("except") || tokens.is("else") || tokens.is("finally")) {
            boolean failure = tokens.take().is("except");
            while (!tokens.is(":") && !tokens.is(Token.Kind.NEWLINE)) {
                tokens.take();
            }
            List<Statement> body = parser.suite();
            if (!failure) {
                all.addAll(body);
            }
        }
        return new Block(all, line);
    }
}
