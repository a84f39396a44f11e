package org.ganatelier.exchange.source;

import org.ganatelier.exchange.source.Value.Items;
import org.ganatelier.exchange.source.Value.Num;
import org.ganatelier.exchange.source.Value.Truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Arithmetic on numbers, and lists one behind the other. */
final class Sums {
    private Sums() {}

    static Value of(String sign, Value left, Value right) {
        if (left instanceof Num a && right instanceof Num b) {
            return numbers(sign, a, b);
        }
        if (left instanceof Items(var first) && right instanceof Items(var second)) {
            return lists(sign, first, second);
        }
        if (sign.equals("*")) {
            if (left instanceof Items(var list) && right instanceof Num n) {
                return repeated(list, n.value());
            }
            if (right instanceof Items(var list) && left instanceof Num n) {
                return repeated(list, n.value());
            }
        }
        return compared(sign, left, right);
    }

    private static Value numbers(String sign, Num a, Num b) {
        double x = a.value();
        double y = b.value();
        boolean whole = a.whole() && b.whole();
        return switch (sign) {
            case "+" -> new Num(x + y, whole);
            case "-" -> new Num(x - y, whole);
            case "*" -> new Num(x * y, whole);
            case "/" -> y == 0 ? Value.Unknown.VALUE : new Num(x / y, false);
            case "//" -> y == 0 ? Value.Unknown.VALUE : new Num(Math.floor(x / y), whole);
            case "%" -> y == 0 ? Value.Unknown.VALUE : new Num(x - y * Math.floor(x / y), whole);
            case "**" -> new Num(Math.pow(x, y), whole && y >= 0);
            case "<" -> new Truth(x < y);
            case ">" -> new Truth(x > y);
            case "<=" -> new Truth(x <= y);
            case ">=" -> new Truth(x >= y);
            case "==" -> new Truth(x == y);
            case "!=" -> new Truth(x != y);
            default -> compared(sign, a, b);
        };
    }

    private static Value lists(String sign, List<Value> first, List<Value> second) {
        return switch (sign) {
            case "+" -> {
                var both = new ArrayList<>(first);
                extend(both, second);
                yield new Items(both);
            }
            default -> Value.Unknown.VALUE;
        };
    }

    /** Adds to a list as much as it may hold. */
    static void extend(List<Value> list, List<Value> more) {
        if (list.size() + more.size() > Items.MOST) {
            throw new Halt();
        }
        list.addAll(List.copyOf(more));
    }

    private static Value repeated(List<Value> list, double times) {
        if (times * list.size() > Items.MOST) {
            throw new Halt();
        }
        var all = new ArrayList<Value>();
        for (int i = 0; i < times && !list.isEmpty(); i++) {
            all.addAll(list);
        }
        return new Items(all);
    }

    private static Value compared(String sign, Value left, Value right) {
        return switch (sign) {
            case "==", "is" -> truth(same(left, right));
            case "!=", "is not" -> truth(same(left, right).map(same -> !same));
            case "and" -> both(left, right);
            case "or" -> either(left, right);
            default -> Value.Unknown.VALUE;
        };
    }

    private static Value truth(Optional<Boolean> value) {
        return value.<Value>map(Truth::new).orElse(Value.Unknown.VALUE);
    }

    private static Optional<Boolean> same(Value left, Value right) {
        boolean plain = isPlain(left) && isPlain(right);
        return plain ? Optional.of(left.equals(right)) : Optional.empty();
    }

    private static boolean isPlain(Value value) {
        return value instanceof Num
                || value instanceof Value.Text
                || value instanceof Truth
                || value instanceof Value.Nothing;
    }

    private static Value both(Value left, Value right) {
        Optional<Boolean> first = left.truth();
        Optional<Boolean> second = right.truth();
        if (first.equals(Optional.of(false)) || second.equals(Optional.of(false))) {
            return new Truth(false);
        }
        return first.isPresent() && second.isPresent() ? right : Value.Unknown.VALUE;
    }

    private static Value either(Value left, Value right) {
        return left.truth().map(yes -> yes ? left : right).orElse(Value.Unknown.VALUE);
    }
}
