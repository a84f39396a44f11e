package org.ganatelier.train.dissection;

import org.ganatelier.experiment.basics.Side;

import java.util.List;
import java.util.Optional;

/** One update of a player, and all that led to it and came of it. */
public sealed interface PlayerTurn {
    /** Whose it is. */
    Side side();

    /** Which of the player's updates it is. */
    Place place();

    /** What G made for it. */
    Made made();

    /** The terms of the loss, in the order of the formula. */
    List<LossTerm> terms();

    /** What the update did, first layer to last. */
    List<LayerChange> layers();

    /** The loss as the curves have it: all terms but penalties. */
    default double loss() {
        // As the engine adds them up, term by term: the same bits.
        double sum = 0;
        for (LossTerm term : terms()) {
            if (term.part() != LossTerm.Part.PENALTY) {
                sum += term.value();
            }
        }
        return sum;
    }

    /** What penalties on gradients added; empty where there were none. */
    default Optional<Double> penalty() {
        return terms().stream()
                .filter(term -> term.part() == LossTerm.Part.PENALTY)
                .map(LossTerm::value)
                .findFirst();
    }

    /**
     * D learns.
     *
     * @param real what it saw of the data
     * @param fake what it saw of G
     * @param realAfter what it says of the same after the update, with the same noise, dropped
     *     values and batches
     * @param fakeAfter the same of G's
     */
    record OfDiscriminator(
            Place place,
            Made made,
            Seen real,
            Seen fake,
            List<LossTerm> terms,
            List<LayerChange> layers,
            Opinion realAfter,
            Opinion fakeAfter)
            implements PlayerTurn {
        public OfDiscriminator {
            terms = List.copyOf(terms);
            layers = List.copyOf(layers);
        }

        @Override
        public Side side() {
            return Side.DISCRIMINATOR;
        }
    }

    /**
     * G learns.
     *
     * @param fake what D saw of G
     * @param real what D compared that with, under a loss of pairs
     */
    record OfGenerator(
            Place place,
            Made made,
            Seen fake,
            Optional<Seen> real,
            List<LossTerm> terms,
            Pull pull,
            List<LayerChange> layers,
            Remade after)
            implements PlayerTurn {
        public OfGenerator {
            terms = List.copyOf(terms);
            layers = List.copyOf(layers);
        }

        @Override
        public Side side() {
            return Side.GENERATOR;
        }
    }
}
