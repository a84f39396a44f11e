package org.ganatelier.exchange.model;

import org.ganatelier.experiment.layer.LayerSpec;

import java.util.List;

/**
 * A line of an import's report.
 *
 * @param source where it stands in what was read
 */
public record Remark(Source source, Fact fact) {
    /** Where something stands. */
    public sealed interface Source {
        /**
         * A line of code.
         *
         * @param number from 1
         */
        record Line(int number) implements Source {}

        /** A layer, an array or an entry of a file. */
        record Named(String name) implements Source {}

        /** All of it. */
        record Whole() implements Source {}
    }

    /** What is to be said of it. */
    public sealed interface Fact {
        /**
         * Something became layers of this program.
         *
         * @param theirs as it is written there, short
         */
        record Became(String theirs, List<LayerSpec> layers) implements Fact {
            public Became {
                layers = List.copyOf(layers);
            }
        }

        /** An argument means nothing here, or has the only value that there is. */
        record Passed(String theirs, String argument) implements Fact {}

        /** Something is not known here, and was left out. */
        record Unknown(String theirs) implements Fact {}

        /** A layer is known, but cannot have this argument as it is; the layer was left out. */
        record Unable(String theirs, String argument, String value) implements Fact {}
    }
}
