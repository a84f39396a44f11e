package org.ganatelier.project;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.InvalidValue;
import org.ganatelier.experiment.data.DataSpec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The field of an experiment's JSON that stands beside {@code data}: how many clusters take the
 * place of the data's own labels; 0 where none do.
 */
final class ClustersField {
    static final String NAME = "clusters";

    private ClustersField() {}

    /** The experiment without what this field says. */
    static Experiment without(Experiment experiment) {
        return experiment.data() instanceof DataSpec.Clustered(DataSpec samples, int _)
                ? experiment.withData(samples)
                : experiment;
    }

    /**
     * Takes the field out of a tree.
     *
     * @throws ProjectException where it is no whole number
     */
    static int take(ObjectNode tree) throws ProjectException {
        JsonNode value = tree.path(NAME);
        tree.remove(NAME);
        if (!value.isInt()) {
            throw wrong(
                    new JsonProblem.Mismatch(
                            JsonProblem.Expected.Any.WHOLE_NUMBER, value.toString()));
        }
        return value.intValue();
    }

    /**
     * The experiment with what the field says.
     *
     * @throws ProjectException where there cannot be so many
     */
    static Experiment with(Experiment experiment, int clusters) throws ProjectException {
        try {
            return experiment.withClusters(clusters);
        } catch (InvalidValue impossible) {
            throw wrong(new JsonProblem.Impossible(impossible.reason()));
        }
    }

    private static ProjectException wrong(JsonProblem what) {
        return new ProjectException(new FileProblem.WrongJson(new JsonProblem.At(NAME, what)));
    }
}
