package org.ganatelier.train;

import org.ganatelier.data.Samples;
import org.ganatelier.experiment.basics.Side;

import java.util.function.Consumer;

/**
 * What a run can be asked: see {@link Run#ask}. Networks answer in their inference mode, with
 * running statistics and without noise.
 *
 * @param <A> what the answer is
 */
public sealed interface Question<A> {
    /** Brings the question to whom can answer it. */
    void putTo(Respondent respondent, Consumer<A> answer);

    /** Can answer each kind of question. */
    interface Respondent {
        /** See {@link Generate}. */
        void generate(GeneratorInput input, Consumer<Samples> answer);

        /** See {@link GenerateAll}. */
        void generateAll(GeneratorInput input, Consumer<Samples> answer);

        /** See {@link Score}. */
        void score(DiscriminatorInput input, Consumer<float[]> answer);

        /** See {@link ScoreGradient}. */
        void scoreGradient(DiscriminatorInput input, Consumer<float[]> answer);

        /** See {@link Activations}. */
        void activations(PlayerInput input, int layer, Consumer<LayerOutput> answer);

        /** See {@link WeightsOf}. */
        void weightsOf(Side side, int layer, Consumer<LayerWeights> answer);
    }

    /** What does G make of this? With averaged weights where the run keeps an average. */
    record Generate(GeneratorInput input) implements Question<Samples> {
        @Override
        public void putTo(Respondent respondent, Consumer<Samples> answer) {
            respondent.generate(input, answer);
        }
    }

    /**
     * What does G make of all this? None of these questions is overtaken by another. Each is
     * answered in small parts, between which other questions have their turn; all samples are of
     * one snapshot.
     */
    record GenerateAll(GeneratorInput input) implements Question<Samples> {
        @Override
        public void putTo(Respondent respondent, Consumer<Samples> answer) {
            respondent.generateAll(input, answer);
        }
    }

    /**
     * What is D's logit of each sample? A D that compares the samples of a batch with each other
     * compares those of the question, at most 64 at a time.
     */
    record Score(DiscriminatorInput input) implements Question<float[]> {
        @Override
        public void putTo(Respondent respondent, Consumer<float[]> answer) {
            respondent.score(input, answer);
        }
    }

    /**
     * In which direction does D's logit grow? The answer is dD/dx of each sample x, one after the
     * other: as many values as the samples have, in the same order, by the values that D sees,
     * which run from -1 to 1 in images. Labels count as constants.
     */
    record ScoreGradient(DiscriminatorInput input) implements Question<float[]> {
        @Override
        public void putTo(Respondent respondent, Consumer<float[]> answer) {
            respondent.scoreGradient(input, answer);
        }
    }

    /**
     * What comes out of a layer of the network that the input is for? Each layer is a kind of
     * question of its own.
     *
     * @param layer its index in the network, from 0
     */
    record Activations(PlayerInput input, int layer) implements Question<LayerOutput> {
        @Override
        public void putTo(Respondent respondent, Consumer<LayerOutput> answer) {
            respondent.activations(input, layer, answer);
        }
    }

    /**
     * What are a layer's numbers? Of G the averaged ones where the run keeps an average. Each layer
     * is a kind of question of its own.
     *
     * @param layer its index in the network, from 0
     */
    record WeightsOf(Side side, int layer) implements Question<LayerWeights> {
        @Override
        public void putTo(Respondent respondent, Consumer<LayerWeights> answer) {
            respondent.weightsOf(side, layer, answer);
        }
    }
}
