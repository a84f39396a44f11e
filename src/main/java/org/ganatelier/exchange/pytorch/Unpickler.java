package org.ganatelier.exchange.pytorch;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;
import org.ganatelier.exchange.pytorch.Pickled.Allowed;
import org.ganatelier.exchange.pytorch.Pickled.Allowed.Maker;
import org.ganatelier.exchange.pytorch.Pickled.Dictionary;
import org.ganatelier.exchange.pytorch.Pickled.Mark;
import org.ganatelier.exchange.pytorch.Pickled.Name;
import org.ganatelier.exchange.pytorch.Pickled.Other;
import org.ganatelier.exchange.pytorch.Pickled.Row;
import org.ganatelier.exchange.pytorch.Pickled.Text;
import org.ganatelier.exchange.pytorch.Pickled.Whole;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a pickle of weights (protocols 2 to 4, those opcodes that such pickles are made of) and
 * never runs anything: a pickle may name nothing but what is {@link Allowed}, and what those names
 * stand for is done here. Takes memory in proportion to the pickle's length.
 */
final class Unpickler {
    private final PickleBytes in;
    private final Deque<Pickled> stack = new ArrayDeque<>();
    private final Map<Long, Pickled> memo = new HashMap<>();

    private Unpickler(byte[] pickle) {
        in = new PickleBytes(pickle);
    }

    /**
     * What a pickle says.
     *
     * @throws ImportException where it is damaged or names anything else
     */
    static Pickled read(byte[] pickle) throws ImportException {
        return new Unpickler(pickle).run();
    }

    private Pickled run() throws ImportException {
        for (int op = in.unsigned(); op != '.'; op = in.unsigned()) {
            boolean known = constant(op) || container(op) || remembering(op) || making(op);
            if (!known) {
                throw damaged();
            }
        }
        return pop();
    }

    private ImportException damaged() {
        return in.damaged();
    }

    /** Opcodes that put one thing on the stack, or pass bytes over. */
    private boolean constant(int op) throws ImportException {
        switch (op) {
            case 0x80 -> in.skip(1);
            case 0x95 -> in.skip(Long.BYTES);
            case 'N', 0x88, 0x89 -> stack.push(new Other());
            case 'K' -> stack.push(new Whole(in.unsigned()));
            case 'M' -> stack.push(new Whole(in.little(2)));
            case 'J' -> stack.push(new Whole((int) in.little(Integer.BYTES)));
            case 0x8a -> stack.push(new Whole(in.signed(in.unsigned())));
            case 'G' -> {
                in.skip(Double.BYTES);
                stack.push(new Other());
            }
            case 'X', 'T' -> stack.push(new Text(in.text(in.little(Integer.BYTES))));
            case 0x8c, 'U' -> stack.push(new Text(in.text(in.unsigned())));
            case 0x8d -> stack.push(new Text(in.text(in.little(Long.BYTES))));
            case 'B' -> {
                in.skip(in.little(Integer.BYTES));
                stack.push(new Other());
            }
            case 'C' -> {
                in.skip(in.unsigned());
                stack.push(new Other());
            }
            case '(' -> stack.push(new Mark());
            case '}' -> stack.push(new Dictionary());
            case ']' -> stack.push(new Row(new ArrayList<>()));
            case ')' -> stack.push(new Row(List.of()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean container(int op) throws ImportException {
        switch (op) {
            case '0' -> pop();
            case '1' -> toMark();
            case '2' -> stack.push(peek());
            case 't', 'l' -> stack.push(new Row(new ArrayList<>(toMark())));
            case 0x85, 0x86, 0x87 -> {
                var values = new ArrayList<Pickled>();
                for (int i = 0x84; i < op; i++) {
                    values.addFirst(pop());
                }
                stack.push(new Row(values));
            }
            case 'a' -> append(List.of(pop()));
            case 'e' -> append(toMark());
            case 'd' -> {
                List<Pickled> pairs = toMark();
                stack.push(new Dictionary());
                put(pairs);
            }
            case 's' -> {
                Pickled value = pop();
                put(List.of(pop(), value));
            }
            case 'u' -> put(toMark());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean remembering(int op) throws ImportException {
        switch (op) {
            case 'q' -> memo.put((long) in.unsigned(), peek());
            case 'r' -> memo.put(in.little(Integer.BYTES), peek());
            case 0x94 -> memo.put((long) memo.size(), peek());
            case 'h' -> stack.push(remembered(in.unsigned()));
            case 'j' -> stack.push(remembered(in.little(Integer.BYTES)));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean making(int op) throws ImportException {
        switch (op) {
            case 'c' -> stack.push(name(in.line(), in.line()));
            case 0x93 -> {
                Pickled name = pop();
                if (pop() instanceof Text(String module) && name instanceof Text(String last)) {
                    stack.push(name(module, last));
                } else {
                    throw damaged();
                }
            }
            case 'R', 0x81 -> {
                Pickled arguments = pop();
                if (pop() instanceof Name(Maker maker)
                        && arguments instanceof Row(List<Pickled> values)) {
                    stack.push(TensorMaker.make(maker, values, this::damaged));
                } else {
                    throw damaged();
                }
            }
            // Attributes of a dictionary, which say versions of modules.
            case 'b' -> {
                pop();
                peek();
            }
            case 'Q' -> stack.push(TensorMaker.storage(pop(), this::damaged));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Name name(String module, String name) throws ImportException {
        String whole = module + "." + name;
        Allowed what =
                switch (whole) {
                    case "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor" ->
                            Maker.TENSOR;
                    case "torch._utils._rebuild_parameter" -> Maker.PARAMETER;
                    case "collections.OrderedDict" -> Maker.DICTIONARY;
                    case "torch.Size" -> Maker.SIZE;
                    default ->
                            NumberType.ofStorage(name)
                                    .filter(_ -> module.equals("torch"))
                                    .map(Allowed.Numbers::new)
                                    .orElseThrow(
                                            () ->
                                                    new ImportException(
                                                            new Refusal.Forbidden(whole)));
                };
        return new Name(what);
    }

    private Pickled pop() throws ImportException {
        Pickled top = stack.poll();
        if (top == null) {
            throw damaged();
        }
        return top;
    }

    private Pickled peek() throws ImportException {
        Pickled top = stack.peek();
        if (top == null) {
            throw damaged();
        }
        return top;
    }

    private Pickled remembered(long key) throws ImportException {
        Pickled value = memo.get(key);
        if (value == null) {
            throw damaged();
        }
        return value;
    }

    /** Takes all down to the newest mark, and the mark; the lowest comes first. */
    private List<Pickled> toMark() throws ImportException {
        var values = new ArrayList<Pickled>();
        for (Pickled top = pop(); !(top instanceof Mark); top = pop()) {
            values.add(top);
        }
        return values.reversed();
    }

    private void append(List<Pickled> values) throws ImportException {
        if (!(peek() instanceof Row(ArrayList<Pickled> list))) {
            throw damaged();
        }
        list.addAll(values);
    }

    private void put(List<Pickled> pairs) throws ImportException {
        if (!(peek() instanceof Dictionary(Map<String, Pickled> entries))
                || pairs.size() % 2 != 0) {
            throw damaged();
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            if (pairs.get(i) instanceof Text(String key)) {
                entries.put(key, pairs.get(i + 1));
            }
        }
    }
}
