package org.ganatelier.cli.support;

import org.ganatelier.train.Trainer;

import java.util.Locale;

/** Whose layers compute a training, as {@code --engine} says. */
public enum LayerChoice {
    /** The program's own. */
    OWN,
    /** DL4J's, much slower: to compare. */
    STOCK;

    /** What trains with them. */
    public Trainer of(Trainer trainer) {
        return switch (this) {
            case OWN -> trainer;
            case STOCK -> trainer.withStockLayers();
        };
    }

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
