package org.ganatelier.project;

import org.ganatelier.data.BundledSet;
import org.ganatelier.data.Catalog;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.data.Distribution;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

import java.io.Serial;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How data looks in JSON: the id of a bundled set or of a distribution, or an object. Files of the
 * user's own need no type.
 */
final class DataModule extends SimpleModule {
    @Serial private static final long serialVersionUID = 1L;

    private static final String FILES = "IdxFiles";

    DataModule() {
        super("data");
        addSerializer(DataSpec.class, new Writer());
        addDeserializer(DataSpec.class, new Reader());
        addSerializer(Classes.class, new ClassesWriter());
        addDeserializer(Classes.class, new ClassesReader());
    }

    /** The JSON of {@link DataSpec.IdxFiles}. */
    private record Files(Path images, Optional<Path> labels, Shape.Image shape, Classes classes) {
        static Files of(DataSpec.IdxFiles files) {
            return new Files(
                    files.images(),
                    files.labels(),
                    files.shape(),
                    new Classes(files.labelValues()));
        }

        DataSpec.IdxFiles spec() {
            return new DataSpec.IdxFiles(images, labels, shape, classes.labelValues);
        }
    }

    /**
     * The labels that occur: their number where they are 0, 1, 2 and so on, as in all files from
     * before they were counted as they occur, else a list.
     */
    private record Classes(List<Integer> labelValues) {}

    private static final class Writer extends StdSerializer<DataSpec> {
        Writer() {
            super(DataSpec.class);
        }

        @Override
        public void serialize(DataSpec data, JsonGenerator json, SerializationContext context) {
            switch (data) {
                case DataSpec.Bundled bundled -> json.writeString(bundled.id());
                case DataSpec.Drawn drawn -> json.writeString(drawn.distribution().id());
                case DataSpec.IdxFiles files -> json.writePOJO(Files.of(files));
                case DataSpec.Clustered _ ->
                        throw new IllegalArgumentException("Clusters have a field of their own");
            }
        }
    }

    private static final class Reader extends StdDeserializer<DataSpec> {
        Reader() {
            super(DataSpec.class);
        }

        @Override
        public DataSpec deserialize(JsonParser json, DeserializationContext context) {
            JsonNode node = context.readTree(json);
            if (node instanceof ObjectNode object) {
                JsonNode type = object.remove(Shorthand.TYPE);
                if (type == null || type.stringValue("").equals(FILES)) {
                    return context.readTreeAsValue(object, Files.class).spec();
                }
                String named = type.stringValue(type.toString());
                throw refused(
                        context,
                        new JsonProblem.UnknownType(
                                JsonProblem.Kind.DATA, named, Nearest.to(named, List.of(FILES))));
            }
            String name = node.stringValue("");
            return Catalog.find(name)
                    .<DataSpec>map(BundledSet::spec)
                    .or(() -> Distribution.find(name).map(DataSpec.Drawn::new))
                    .orElseThrow(
                            () ->
                                    refused(
                                            context,
                                            new JsonProblem.Mismatch(known(), node.toString())));
        }

        private static RuntimeException refused(
                DeserializationContext context, JsonProblem problem) {
            return context.instantiationException(DataSpec.class, new JsonRefusal(problem));
        }

        private static JsonProblem.Expected known() {
            return new JsonProblem.Expected.OneOf(
                    Stream.concat(
                                    Catalog.all().stream().map(BundledSet::id),
                                    Stream.of(Distribution.values()).map(Distribution::id))
                            .map(ProjectJson.MAPPER::writeValueAsString)
                            .toList());
        }
    }

    private static final class ClassesWriter extends StdSerializer<Classes> {
        ClassesWriter() {
            super(Classes.class);
        }

        @Override
        public void serialize(Classes classes, JsonGenerator json, SerializationContext context) {
            List<Integer> values = classes.labelValues;
            if (values.isEmpty() || values.getLast() == values.size() - 1) {
                json.writeNumber(values.size());
            } else {
                int[] all = values.stream().mapToInt(Integer::intValue).toArray();
                json.writeArray(all, 0, all.length);
            }
        }
    }

    private static final class ClassesReader extends StdDeserializer<Classes> {
        ClassesReader() {
            super(Classes.class);
        }

        @Override
        public Classes deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() == JsonToken.START_ARRAY) {
                int[] values = context.readValue(json, int[].class);
                return new Classes(Arrays.stream(values).boxed().toList());
            }
            int count = context.readValue(json, int.class);
            try {
                return new Classes(DataSpec.IdxFiles.counted(count));
            } catch (IllegalArgumentException e) {
                throw context.instantiationException(Classes.class, e);
            }
        }
    }
}
