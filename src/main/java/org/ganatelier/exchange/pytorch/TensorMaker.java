package org.ganatelier.exchange.pytorch;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.pytorch.Pickled.Allowed;
import org.ganatelier.exchange.pytorch.Pickled.Allowed.Maker;
import org.ganatelier.exchange.pytorch.Pickled.Dictionary;
import org.ganatelier.exchange.pytorch.Pickled.Name;
import org.ganatelier.exchange.pytorch.Pickled.Row;
import org.ganatelier.exchange.pytorch.Pickled.Storage;
import org.ganatelier.exchange.pytorch.Pickled.Tensor;
import org.ganatelier.exchange.pytorch.Pickled.Text;
import org.ganatelier.exchange.pytorch.Pickled.Whole;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Does what the functions do that pickles of weights call. */
final class TensorMaker {
    /** More dimensions than any array of a layer has. */
    private static final int MOST_DIMENSIONS = 8;

    private TensorMaker() {}

    static Pickled make(Maker maker, List<Pickled> arguments, Supplier<ImportException> damaged)
            throws ImportException {
        return switch (maker) {
            case TENSOR -> tensor(arguments, damaged);
            case PARAMETER -> first(arguments, damaged);
            case DICTIONARY -> new Dictionary();
            case SIZE -> first(arguments, damaged);
        };
    }

    private static Pickled first(List<Pickled> arguments, Supplier<ImportException> damaged)
            throws ImportException {
        if (arguments.isEmpty()) {
            throw damaged.get();
        }
        return arguments.getFirst();
    }

    /** Of a storage, an offset, sizes, strides, and what does not matter here. */
    private static Tensor tensor(List<Pickled> arguments, Supplier<ImportException> damaged)
            throws ImportException {
        if (arguments.size() < 4
                || !(arguments.get(0) instanceof Storage storage)
                || !(arguments.get(1) instanceof Whole(long offset))) {
            throw damaged.get();
        }
        List<Long> shape = numbers(arguments.get(2), damaged);
        List<Long> strides = numbers(arguments.get(3), damaged);
        if (shape.size() != strides.size() || shape.size() > MOST_DIMENSIONS || offset < 0) {
            throw damaged.get();
        }
        return new Tensor(storage, offset, shape, strides);
    }

    private static List<Long> numbers(Pickled row, Supplier<ImportException> damaged)
            throws ImportException {
        if (!(row instanceof Row(List<Pickled> values)) || values.size() > MOST_DIMENSIONS) {
            throw damaged.get();
        }
        var numbers = new ArrayList<Long>();
        for (Pickled each : values) {
            if (!(each instanceof Whole(long value)) || value < 0) {
                throw damaged.get();
            }
            numbers.add(value);
        }
        return numbers;
    }

    /** Of a tuple: "storage", its type, its key, a device, how many numbers. */
    static Storage storage(Pickled id, Supplier<ImportException> damaged) throws ImportException {
        if (id instanceof Row(List<Pickled> parts)
                && parts.size() >= 3
                && parts.get(1) instanceof Name(Allowed.Numbers(NumberType type))
                && parts.get(2) instanceof Text(String key)) {
            return new Storage(key, type);
        }
        throw damaged.get();
    }
}
