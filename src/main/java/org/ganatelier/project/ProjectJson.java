package org.ganatelier.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.Nulls;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.files.RegularFile;
import org.ganatelier.files.TooLongException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Experiments as JSON for people to read and write. A field that is missing has Keras's default; a
 * field that does not exist is an error.
 */
public final class ProjectJson {
    /** The version of the JSON that this program writes, and the newest it reads. */
    static final int FORMAT = 1;

    /** The only mapper of the program; immutable. */
    static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new SpecModule())
                    .addModule(new ObjectiveModule())
                    .addModule(new DataModule())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    // Fields as the records declare them: what matters most comes first.
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .defaultPrettyPrinter(new OneLinePerLayer())
                    .build();

    // A layer takes about 200 bytes; a megabyte is no experiment.
    private static final int MOST_BYTES = 1 << 20;
    private static final String FORMAT_FIELD = "format";
    private static final Set<String> KINDS =
            Set.of(
                    "objective.kind",
                    "training.generatorOptimizer.kind",
                    "training.discriminatorOptimizer.kind");

    private ProjectJson() {}

    /** The experiment as JSON, one layer to a line. */
    public static String write(Experiment experiment) {
        ObjectNode tree = MAPPER.createObjectNode().put(FORMAT_FIELD, FORMAT);
        tree.setAll(toTree(experiment));
        Shorthand.leaveOutYoungFields(tree);
        if (tree.path("objective") instanceof ObjectNode objective) {
            ObjectiveModule.shorten(objective, experiment.objective());
        }
        if (experiment.conditioning() == Conditioning.NONE) {
            // Programs from before there were labels read it too.
            tree.remove("conditioning");
        }
        if (experiment.clusters() == 0) {
            tree.remove(ClustersField.NAME);
        }
        return MAPPER.writeValueAsString(tree) + "\n";
    }

    /**
     * Reads what {@link #write} wrote, or a person.
     *
     * @throws ProjectException that names the place, such as {@code generator.layers.2.filters}
     */
    public static Experiment read(String json) throws ProjectException {
        ObjectNode tree = parse(json);
        checkFormat(tree.path(FORMAT_FIELD));
        tree.remove(FORMAT_FIELD);
        return fromTree(tree);
    }

    /**
     * Reads an experiment's JSON from a file.
     *
     * @throws ProjectException that names the file
     */
    public static Experiment readFile(Path file) throws ProjectException {
        String json = textOf(file);
        try {
            return read(json);
        } catch (ProjectException e) {
            throw e.in(file);
        }
    }

    /**
     * The text of a file that a person may have written.
     *
     * @throws ProjectException that names the file
     */
    static String textOf(Path file) throws ProjectException {
        try {
            byte[] bytes = RegularFile.bytes(file, MOST_BYTES);
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (TooLongException e) {
            throw new ProjectException(new FileProblem.TooLarge(), e).in(file);
        } catch (CharacterCodingException e) {
            throw new ProjectException(new FileProblem.NotText(file), e);
        } catch (IOException e) {
            throw new ProjectException(new FileProblem.CannotBeRead(file, FileRefusal.of(e)), e);
        }
    }

    /**
     * The experiment with some of its values changed. With the kind of an optimizer or of the
     * objective those values change that {@link OptimizerSpec#withKind} and {@link
     * Experiment#withLoss} change and that are not named.
     *
     * @param overrides new values by path, such as {@code training.batchSize} or {@code
     *     generator.layers.2.filters}; layers count from 0
     * @throws ProjectException for a path that does not exist, naming the nearest one, or a value
     *     that cannot be
     */
    public static Experiment withOverrides(Experiment experiment, Map<String, String> overrides)
            throws ProjectException {
        Map<String, String> kinds = new LinkedHashMap<>(overrides);
        kinds.keySet().retainAll(KINDS);
        Experiment named = overridden(experiment, kinds);
        Experiment usual = experiment.withLoss(named.objective().loss());
        for (Side side : Side.values()) {
            OptimizerSpec.Kind kind = named.training().optimizer(side).kind();
            usual =
                    usual.withTraining(
                            t -> t.withOptimizer(side, t.optimizer(side).withKind(kind)));
        }
        return overridden(usual, overrides);
    }

    /**
     * Whether a value of an experiment is a whole number.
     *
     * @param path as in {@link #withOverrides}; of a value that does not exist it is not known
     */
    public static boolean isWhole(Experiment experiment, String path) {
        return Overrides.find(toTree(experiment), path).isIntegralNumber();
    }

    /** All paths of single values that {@link #withOverrides} can change, in the file's order. */
    public static List<String> paths(Experiment experiment) {
        return Overrides.leaves(toTree(experiment));
    }

    private static Experiment overridden(Experiment experiment, Map<String, String> overrides)
            throws ProjectException {
        ObjectNode tree = toTree(experiment);
        for (var override : overrides.entrySet()) {
            Overrides.set(tree, override.getKey(), override.getValue());
            Shorthand.expand(tree);
            Shorthand.shorten(tree);
        }
        return fromTree(tree);
    }

    private static ObjectNode toTree(Experiment experiment) {
        ObjectNode all = MAPPER.valueToTree(ClustersField.without(experiment));
        ObjectNode tree = MAPPER.createObjectNode();
        all.forEachEntry(
                (name, value) -> {
                    tree.set(name, value);
                    if (name.equals("data")) {
                        tree.put(ClustersField.NAME, experiment.clusters());
                    }
                });
        Shorthand.shorten(tree);
        return tree;
    }

    private static Experiment fromTree(ObjectNode tree) throws ProjectException {
        Shorthand.expand(tree);
        int clusters = ClustersField.take(tree);
        try {
            return ClustersField.with(MAPPER.treeToValue(tree, Experiment.class), clusters);
        } catch (JacksonException e) {
            throw new ProjectException(new FileProblem.WrongJson(JsonProblems.of(e, tree)), e);
        }
    }

    /** A JSON object. */
    static ObjectNode parse(String json) throws ProjectException {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (StreamReadException e) {
            var location = e.getLocation();
            throw new ProjectException(
                    new FileProblem.NotJson(location.getLineNr(), location.getColumnNr()), e);
        } catch (JacksonException e) {
            throw new ProjectException(new FileProblem.ExcessiveJson(), e);
        }
        throw new ProjectException(new FileProblem.NotAnObject());
    }

    private static void checkFormat(JsonNode format) throws ProjectException {
        if (!format.isInt() || format.intValue() < 1) {
            throw new ProjectException(new FileProblem.NoFormat(FORMAT));
        }
        if (format.intValue() > FORMAT) {
            throw tooNew(format.intValue());
        }
    }

    static ProjectException tooNew(int format) {
        return new ProjectException(new FileProblem.TooNew(format, FORMAT));
    }
}
