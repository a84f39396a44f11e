package org.ganatelier.exchange.python;

import org.ganatelier.exchange.python.Statement.Assign;
import org.ganatelier.exchange.python.Statement.Block;
import org.ganatelier.exchange.python.Statement.Evaluate;
import org.ganatelier.exchange.python.Statement.Return;
import org.ganatelier.exchange.python.Statement.Skipped;
import org.ganatelier.exchange.python.Token.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Parses statements. A line that cannot be read is noted, and the next one begins anew. */
final class Parser {
    private static final Set<String> SIGNS =
            Set.of(
                    "+=", "-=", "*=", "/=", "//=", "%=", "**=", "@=", "&=", "|=", "^=", "<<=",
                    ">>=");

    /** Words that begin a line that means nothing for a model. */
    private static final Set<String> SKIPPED =
            Set.of(
                    "import",
                    "from",
                    "pass",
                    "break",
                    "continue",
                    "raise",
                    "del",
                    "global",
                    "nonlocal",
                    "assert");

    private static final int DEEPEST = 40;

    final Tokens tokens;
    private final ExpressionParser expressions;
    private final BlockParser blocks;
    private final Set<Integer> unreadable = new TreeSet<>();
    private int depth;

    Parser(List<Token> tokens) {
        this.tokens = new Tokens(tokens);
        this.expressions = new ExpressionParser(this.tokens);
        this.blocks = new BlockParser(this, this.tokens, expressions);
    }

    Code code() {
        var statements = new ArrayList<Statement>();
        while (!tokens.is(Kind.END)) {
            // A text may begin indented, and stray ends of blocks mean nothing.
            if (!tokens.took(Kind.INDENT) && !tokens.took(Kind.DEDENT)) {
                line(statements);
            }
        }
        return new Code(statements, List.copyOf(unreadable));
    }

    /** The lines of a block, or the rest of the line behind a colon. */
    List<Statement> suite() throws UnreadableException {
        tokens.want(":");
        var statements = new ArrayList<Statement>();
        if (!tokens.took(Kind.NEWLINE)) {
            line(statements);
            return statements;
        }
        if (tokens.took(Kind.INDENT)) {
            if (depth >= DEEPEST) {
                unreadable.add(tokens.line());
                skipBlock();
                return statements;
            }
            depth++;
            while (!tokens.took(Kind.DEDENT) && !tokens.is(Kind.END)) {
                if (!tokens.took(Kind.INDENT)) {
                    line(statements);
                } else {
                    statements.add(new Block(rest(), tokens.line()));
                }
            }
            depth--;
        }
        return statements;
    }

    /** The lines of a block that nothing announced. */
    private List<Statement> rest() {
        var statements = new ArrayList<Statement>();
        while (!tokens.took(Kind.DEDENT) && !tokens.is(Kind.END)) {
            if (tokens.took(Kind.INDENT)) {
                skipBlock();
            } else {
                line(statements);
            }
        }
        return statements;
    }

    private void skipBlock() {
        int open = 1;
        while (open > 0 && !tokens.is(Kind.END)) {
            open += tokens.is(Kind.INDENT) ? 1 : tokens.is(Kind.DEDENT) ? -1 : 0;
            tokens.take();
        }
    }

    /** One line, with its block where it has one. */
    private void line(List<Statement> statements) {
        int line = tokens.line();
        expressions.reset();
        try {
            if (tokens.took(Kind.NEWLINE)) {
                return;
            }
            if (blocks.begins()) {
                statements.add(blocks.parse());
                return;
            }
            statements.add(simple());
            while (tokens.took(";")) {
                if (!tokens.is(Kind.NEWLINE) && !tokens.is(Kind.END)) {
                    statements.add(simple());
                }
            }
            if (!tokens.took(Kind.NEWLINE) && !tokens.is(Kind.END)) {
                throw new UnreadableException(tokens.line());
            }
        } catch (UnreadableException e) {
            unreadable.add(Math.max(line, e.line()));
            tokens.skipLine();
        }
    }

    private Statement simple() throws UnreadableException {
        int line = tokens.line();
        if (tokens.took("return")) {
            return new Return(ends() ? new Expression.Nothing(line) : expressions.list(), line);
        }
        if (tokens.is(Kind.NAME)
                && SKIPPED.contains(tokens.peek().text())
                && !tokens.second().is("=")) {
            while (!ends()) {
                tokens.take();
            }
            return new Skipped(line);
        }
        var _ = tokens.took("yield");
        return ends() ? new Skipped(line) : assignment(line);
    }

    private boolean ends() {
        return tokens.is(Kind.NEWLINE) || tokens.is(Kind.END) || tokens.is(";");
    }

    private Statement assignment(int line) throws UnreadableException {
        Expression first = expressions.list();
        if (tokens.took(":")) {
            // The type of a variable.
            var _ = expressions.one();
        }
        if (tokens.is(Kind.SIGN) && SIGNS.contains(tokens.peek().text())) {
            String sign = tokens.take().text();
            return new Assign(List.of(first), sign, expressions.list(), line);
        }
        if (!tokens.is("=")) {
            return new Evaluate(first, line);
        }
        var targets = new ArrayList<Expression>();
        Expression value = first;
        while (tokens.took("=")) {
            targets.add(value);
            var _ = tokens.took("yield");
            value = expressions.list();
        }
        return new Assign(targets, "=", value, line);
    }
}
