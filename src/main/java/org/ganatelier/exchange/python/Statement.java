package org.ganatelier.exchange.python;

import java.util.List;
import java.util.Optional;

/** A line of code, or a block of them. Every one knows its line, from 1. */
public sealed interface Statement {
    /** Where it begins, from 1. */
    int line();

    /**
     * {@code target = value}, perhaps with several targets.
     *
     * @param sign "=" or one such as "+="
     */
    record Assign(List<Expression> targets, String sign, Expression value, int line)
            implements Statement {
        public Assign {
            targets = List.copyOf(targets);
        }
    }

    /** A call, or any other expression. */
    record Evaluate(Expression value, int line) implements Statement {}

    /** A function. */
    record Define(String name, List<Parameter> parameters, List<Statement> body, int line)
            implements Statement {
        public Define {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
        }
    }

    /** A class. */
    record Kind(String name, List<Expression> bases, List<Statement> body, int line)
            implements Statement {
        public Kind {
            bases = List.copyOf(bases);
            body = List.copyOf(body);
        }
    }

    /** If, with what is done otherwise. */
    record Choose(Expression test, List<Statement> body, List<Statement> otherwise, int line)
            implements Statement {
        public Choose {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }
    }

    /**
     * For or while.
     *
     * @param target of a for; empty for a while
     * @param over the values of a for, the test of a while
     */
    record Loop(Optional<Expression> target, Expression over, List<Statement> body, int line)
            implements Statement {
        public Loop {
            body = List.copyOf(body);
        }
    }

    /** A block that is run once: with, try. */
    record Block(List<Statement> body, int line) implements Statement {
        public Block {
            body = List.copyOf(body);
        }
    }

    /** The end of a function. */
    record Return(Expression value, int line) implements Statement {}

    /** What means nothing for a model: imports, pass, del. */
    record Skipped(int line) implements Statement {}

    /**
     * A parameter of a function.
     *
     * @param usual its value where the call gives none
     */
    record Parameter(String name, Optional<Expression> usual) {}
}
