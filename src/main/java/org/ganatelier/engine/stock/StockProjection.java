package org.ganatelier.engine.stock;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A discriminator that is told labels by projection, as DL4J's own graph: s = w'phi + b +
 * embedding(y)'phi. A second input has a value for each class, 1 for its own and 0 for the others.
 */
final class StockProjection {
    private static final String SAMPLES = "samples";
    private static final String LABELS = "labels";
    private static final String LAYER = "layer-";
    private static final String FEATURES = "features";
    private static final String EMBEDDING = "embedding";
    private static final String PRODUCT = "product";
    private static final String MATCH = "match";
    private static final String SCORE = "score";
    private static final String WEIGHT = "W";

    private StockProjection() {}

    /**
     * The graph of a stack and what stands beside its last layer.
     *
     * @param stack ends with the dense layer that gives the rest of the score
     * @param embedding [classes, features]
     */
    static ComputationGraph graph(MultiLayerNetwork stack, INDArray embedding) {
        MultiLayerConfiguration layers = stack.getLayerWiseConfigurations();
        GraphBuilder graph =
                new NeuralNetConfiguration.Builder()
                        .miniBatch(false)
                        .graphBuilder()
                        .addInputs(SAMPLES, LABELS);
        int last = stack.getnLayers() - 1;
        String reached = SAMPLES;
        for (int i = 0; i < last; i++) {
            graph.addLayer(
                    LAYER + i, layers.getConf(i).getLayer(), layers.getInputPreProcess(i), reached);
            reached = LAYER + i;
        }
        String features = features(graph, layers.getInputPreProcess(last), reached);
        graph.addLayer(LAYER + last, layers.getConf(last).getLayer(), features);
        long classes = embedding.size(0);
        long width = embedding.size(1);
        graph.addLayer(EMBEDDING, withoutBias(classes, width), LABELS);
        graph.addVertex(
                PRODUCT, new ElementWiseVertex(ElementWiseVertex.Op.Product), features, EMBEDDING);
        graph.addLayer(MATCH, withoutBias(width, 1), PRODUCT);
        graph.addVertex(
                SCORE, new ElementWiseVertex(ElementWiseVertex.Op.Add), LAYER + last, MATCH);
        var made = new ComputationGraph(graph.setOutputs(SCORE).build());
        made.init();
        for (int i = 0; i <= last; i++) {
            if (stack.getLayer(i).numParams() > 0) {
                made.getLayer(LAYER + i).setParams(stack.getLayer(i).params());
            }
        }
        made.getLayer(EMBEDDING).getParam(WEIGHT).assign(embedding);
        made.getLayer(MATCH).getParam(WEIGHT).assign(1);
        return made;
    }

    /** What comes out where the features are flat. */
    private static String features(GraphBuilder graph, InputPreProcessor reshaping, String from) {
        if (reshaping == null) {
            return from;
        }
        graph.addVertex(FEATURES, new PreprocessorVertex(reshaping), from);
        return FEATURES;
    }

    private static DenseLayer withoutBias(long in, long out) {
        return new DenseLayer.Builder()
                .nIn(in)
                .nOut(out)
                .hasBias(false)
                .activation(new ActivationIdentity())
                .build();
    }
}
