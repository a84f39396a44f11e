package org.ganatelier.project;

import org.ganatelier.data.BundledSet;
import org.ganatelier.data.Catalog;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.train.ClassifierModel;
import org.ganatelier.train.Moments;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/**
 * The {@code classifier.json} of a classifier file: its network, what it learnt from and how well,
 * and which arrays the file holds.
 *
 * @param format version of the file
 */
record ClassifierState(
        int format,
        String data,
        NetworkSpec network,
        long seed,
        int trainedOn,
        int heldOut,
        double accuracy,
        List<ProjectState.Array> arrays) {
    /** The version that this program writes, and the newest it reads. */
    static final int FORMAT = 1;

    /** 2,048 squared doubles are 32 MB; the bundled classifiers have some hundred features. */
    static final int MOST_FEATURES = 2048;

    static ClassifierState of(ClassifierModel model) {
        return new ClassifierState(
                FORMAT,
                model.data().id(),
                model.network(),
                model.seed(),
                model.trainedOn(),
                model.heldOut(),
                model.accuracy(),
                model.arrays().entrySet().stream()
                        .map(a -> new ProjectState.Array(a.getKey(), a.getValue().length))
                        .toList());
    }

    String write() {
        ObjectNode tree = ProjectJson.MAPPER.valueToTree(this);
        Shorthand.shortenLayers(tree);
        Shorthand.leaveOutYoungFields(tree);
        return ProjectJson.MAPPER.writeValueAsString(tree) + "\n";
    }

    static ClassifierState read(String json) throws ProjectException {
        ClassifierState state = parse(json);
        try {
            state.requireAccuracy();
            NetworkPlan plan = state.plan();
            state.requireArrays(plan.parameterCount());
            requireWidth(widthOf(plan));
        } catch (IllegalArgumentException e) {
            throw damaged(new Damage.ImpossibleClassifier(), e);
        }
        return state;
    }

    /** How many values the features of an image are: what goes into the last layer. */
    int width() {
        return (int) widthOf(plan());
    }

    private static long widthOf(NetworkPlan plan) {
        return plan.layers().getLast().input().orElseThrow().size();
    }

    private DataSpec.Bundled set() {
        return Catalog.find(data)
                .map(BundledSet::spec)
                .orElseThrow(() -> new IllegalArgumentException("there is no set " + data));
    }

    private NetworkPlan plan() {
        return Planner.network(set().shape(), network);
    }

    /** The classifier with its weights. */
    ClassifierModel model(Map<String, float[]> weights, Moments reference) throws ProjectException {
        try {
            return new ClassifierModel(
                    set(), network, seed, trainedOn, heldOut, accuracy, weights, reference);
        } catch (IllegalArgumentException e) {
            throw damaged(new Damage.ImpossibleClassifier(), e);
        }
    }

    private void requireAccuracy() throws ProjectException {
        if (!(accuracy >= 0 && accuracy <= 1) || trainedOn < 1 || heldOut < 1) {
            throw damaged(new Damage.ImpossibleAccuracy(), null);
        }
    }

    /** Nothing is allocated for arrays that the network has no use for. */
    private void requireArrays(long parameters) throws ProjectException {
        long values = StateChecks.valuesOf(arrays);
        if (values != parameters) {
            throw damaged(new Damage.WrongParameters(parameters, values), null);
        }
    }

    /** A covariance has width² values, and comparing takes several of that size. */
    static void requireWidth(long width) throws ProjectException {
        if (width > MOST_FEATURES) {
            throw damaged(new Damage.TooLargeToClassify(width), null);
        }
    }

    private static ClassifierState parse(String json) throws ProjectException {
        ObjectNode tree = ProjectJson.MAPPER.createObjectNode();
        try {
            if (!(ProjectJson.MAPPER.readTree(json) instanceof ObjectNode object)) {
                throw damaged(new Damage.NotAnObject(), null);
            }
            tree = object;
            int format = tree.path("format").intValue(0);
            if (format > FORMAT) {
                throw new ProjectException(new FileProblem.TooNew(format, FORMAT));
            }
            Shorthand.expandLayers(tree);
            return ProjectJson.MAPPER.treeToValue(tree, ClassifierState.class);
        } catch (StreamReadException e) {
            throw damaged(new Damage.NotJson(), e);
        } catch (JacksonException e) {
            throw damaged(new Damage.WrongJson(JsonProblems.of(e, tree)), e);
        }
    }

    private static ProjectException damaged(Damage damage, @Nullable Exception cause) {
        return new ProjectException(new FileProblem.Damaged(damage), cause);
    }
}
