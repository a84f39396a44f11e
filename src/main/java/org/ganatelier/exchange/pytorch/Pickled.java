package org.ganatelier.exchange.pytorch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a pickle of weights may be made of. Values may be shared, and contain themselves. */
sealed interface Pickled {
    /** A string. */
    record Text(String value) implements Pickled {}

    /** A whole number. */
    record Whole(long value) implements Pickled {}

    /** Something that no array needs: None, a truth, a fraction, bytes. */
    record Other() implements Pickled {}

    /** A class or function that a pickle may name. It is never called. */
    record Name(Allowed what) implements Pickled {}

    /** A tuple or a list. */
    record Row(List<Pickled> values) implements Pickled {}

    /** A dictionary; only entries with strings as keys are kept. */
    record Dictionary(Map<String, Pickled> entries) implements Pickled {
        Dictionary() {
            this(new LinkedHashMap<>());
        }
    }

    /**
     * Numbers in an entry of the zip.
     *
     * @param key the entry's name
     */
    record Storage(String key, NumberType type) implements Pickled {}

    /**
     * A view of a storage.
     *
     * @param offset of its first value, in values
     * @param strides in values, one for each dimension
     */
    record Tensor(Storage storage, long offset, List<Long> shape, List<Long> strides)
            implements Pickled {}

    /** Where a tuple begins. */
    record Mark() implements Pickled {}

    /** What a pickle may name besides types of numbers. */
    sealed interface Allowed {
        /** A type of storage. */
        record Numbers(NumberType type) implements Allowed {}

        /** A function of PyTorch or Python that makes what is known here. */
        enum Maker implements Allowed {
            TENSOR,
            PARAMETER,
            DICTIONARY,
            SIZE
        }
    }
}
