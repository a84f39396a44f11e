package org.ganatelier.project;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.annotation.EnumNaming;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.ser.std.ToStringSerializer;

import java.io.Serial;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** How the records of {@code experiment}, which know nothing of JSON, look in JSON. */
final class SpecModule extends SimpleModule {
    @Serial private static final long serialVersionUID = 1L;
    private static final String SAME = "same";
    private static final String VALID = "valid";

    SpecModule() {
        super("spec");
        setMixInAnnotation(LayerSpec.class, ById.class);
        setMixInAnnotation(Activation.class, ById.class);
        LayerSpec.kinds().forEach(this::register);
        Activation.kinds().forEach(this::register);
        setMixInAnnotation(Initialization.class, InitializationNames.class);
        setMixInAnnotation(Conditioning.class, LowerCase.class);
        setMixInAnnotation(OptimizerSpec.Kind.class, LowerCase.class);
        setMixInAnnotation(Schedule.Kind.class, LowerCase.class);
        addSerializer(Double.class, new PlainDouble());
        addSerializer(double.class, new PlainDouble());
        addSerializer(Padding.class, new PaddingWriter());
        addDeserializer(Padding.class, new PaddingReader());
        addSerializer(Shape.class, new ShapeWriter());
        addDeserializer(Shape.class, new ShapeReader());
        addDeserializer(Shape.Image.class, new ImageReader());
        addSerializer(Path.class, new ToStringSerializer(Path.class));
        addDeserializer(Path.class, new PathReader());
    }

    private void register(Kind<?> kind) {
        registerSubtypes(new NamedType(kind.usual().getClass(), kind.id()));
    }

    /** The case of a sealed type has an id. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = Shorthand.TYPE)
    private interface ById {}

    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    private interface LowerCase {}

    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    private enum InitializationNames {
        @JsonProperty("normal-0.02")
        NORMAL_002
    }

    /** 0.0005 rather than 5.0E-4. */
    private static final class PlainDouble extends StdSerializer<Double> {
        private static final int MOST_ZEROS = 12;

        PlainDouble() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializationContext context) {
            var exact = new BigDecimal(value.toString()).stripTrailingZeros();
            // No decimal has a negative zero; very small and large ones are easier with an
            // exponent.
            boolean isNegativeZero = value.equals(-0.0);
            if (isNegativeZero || Math.abs(exact.scale()) > MOST_ZEROS) {
                json.writeNumber(value.doubleValue());
            } else {
                json.writeNumber(exact);
            }
        }
    }

    /** "same", "valid" or the pixels on each side. */
    private static final class PaddingWriter extends StdSerializer<Padding> {
        PaddingWriter() {
            super(Padding.class);
        }

        @Override
        public void serialize(Padding value, JsonGenerator json, SerializationContext context) {
            switch (value) {
                case Padding.Same _ -> json.writeString(SAME);
                case Padding.Valid _ -> json.writeString(VALID);
                case Padding.Explicit(int pixels) -> json.writeNumber(pixels);
            }
        }
    }

    private static final class PaddingReader extends StdDeserializer<Padding> {
        PaddingReader() {
            super(Padding.class);
        }

        @Override
        public Padding deserialize(JsonParser json, DeserializationContext context) {
            if (json.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return explicit(json.getIntValue(), context);
            }
            return switch (json.getValueAsString("")) {
                case SAME -> Padding.SAME;
                case VALID -> Padding.VALID;
                // A value that takes the place of a text comes as a text from the command line.
                case String pixels when pixels.matches("-?\\d{1,9}") ->
                        explicit(Integer.parseInt(pixels), context);
                default -> throw MismatchedInputException.from(json, Padding.class, "");
            };
        }

        private static Padding explicit(int pixels, DeserializationContext context) {
            try {
                return new Padding.Explicit(pixels);
            } catch (IllegalArgumentException e) {
                throw context.instantiationException(Padding.class, e);
            }
        }
    }

    /** [784] or [height, width, channels], as in Keras. */
    private static final class ShapeWriter extends StdSerializer<Shape> {
        ShapeWriter() {
            super(Shape.class);
        }

        @Override
        public void serialize(Shape value, JsonGenerator json, SerializationContext context) {
            int[] sizes =
                    switch (value) {
                        case Shape.Flat(int units) -> new int[] {units};
                        case Shape.Image(int height, int width, int channels) ->
                                new int[] {height, width, channels};
                    };
            json.writeArray(sizes, 0, sizes.length);
        }
    }

    private static final class ShapeReader extends StdDeserializer<Shape> {
        ShapeReader() {
            super(Shape.class);
        }

        @Override
        public Shape deserialize(JsonParser json, DeserializationContext context) {
            int[] sizes = context.readValue(json, int[].class);
            try {
                return switch (sizes.length) {
                    case 1 -> new Shape.Flat(sizes[0]);
                    case 3 -> new Shape.Image(sizes[0], sizes[1], sizes[2]);
                    default -> throw new JsonRefusal(new JsonProblem.NotAShape());
                };
            } catch (IllegalArgumentException e) {
                throw context.instantiationException(Shape.class, e);
            }
        }
    }

    private static final class ImageReader extends StdDeserializer<Shape.Image> {
        ImageReader() {
            super(Shape.Image.class);
        }

        @Override
        public Shape.Image deserialize(JsonParser json, DeserializationContext context) {
            if (context.readValue(json, Shape.class) instanceof Shape.Image image) {
                return image;
            }
            throw context.instantiationException(
                    Shape.Image.class, new JsonRefusal(new JsonProblem.NotAnImageShape()));
        }
    }

    private static final class PathReader extends StdDeserializer<Path> {
        PathReader() {
            super(Path.class);
        }

        @Override
        public Path deserialize(JsonParser json, DeserializationContext context) {
            String text = context.readValue(json, String.class);
            try {
                return Path.of(text);
            } catch (InvalidPathException _) {
                throw context.instantiationException(
                        Path.class, new JsonRefusal(new JsonProblem.NotAPath(text)));
            }
        }
    }
}
