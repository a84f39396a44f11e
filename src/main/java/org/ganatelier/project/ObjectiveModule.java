package org.ganatelier.project;

import org.ganatelier.experiment.objective.InstanceNoise;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.LossNumber;
import org.ganatelier.experiment.objective.LossNumbers;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.ZeroCentredPenalty;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

import java.io.Serial;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An objective in JSON: one flat object, with the numbers of all losses. */
final class ObjectiveModule extends SimpleModule {
    @Serial private static final long serialVersionUID = 1L;

    private static final String KIND = "kind";
    private static final String R1 = "r1";
    private static final String R2 = "r2";
    private static final String INTERVAL = "Interval";
    private static final String LABEL_SMOOTHING = "labelSmoothing";
    private static final String INSTANCE_NOISE = "instanceNoise";
    private static final String INSTANCE_NOISE_STEPS = "instanceNoiseSteps";

    ObjectiveModule() {
        super("objective");
        addSerializer(Objective.class, new Writer());
        addDeserializer(Objective.class, new Reader());
        addDeserializer(Loss.class, new LossReader());
    }

    /** Leaves R2 out where there is none: programs from before there was one read it too. */
    static void shorten(ObjectNode objective, Objective written) {
        if (written.r2().equals(ZeroCentredPenalty.OFF)) {
            objective.remove(List.of(R2, R2 + INTERVAL));
        }
    }

    private static List<LossNumber> numbers() {
        return Loss.all().stream().flatMap(loss -> loss.numbers().stream()).toList();
    }

    private static final class Writer extends StdSerializer<Objective> {
        Writer() {
            super(Objective.class);
        }

        @Override
        public void serialize(Objective value, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty(KIND, value.loss().id());
            for (LossNumber number : numbers()) {
                context.defaultSerializeProperty(number.name(), value.numbers().of(number), json);
            }
            write(R1, value.r1(), json, context);
            write(R2, value.r2(), json, context);
            context.defaultSerializeProperty(LABEL_SMOOTHING, value.labelSmoothing(), json);
            InstanceNoise noise = value.instanceNoise();
            context.defaultSerializeProperty(INSTANCE_NOISE, noise.deviation(), json);
            context.defaultSerializeProperty(INSTANCE_NOISE_STEPS, noise.steps(), json);
            json.writeEndObject();
        }

        private static void write(
                String name,
                ZeroCentredPenalty penalty,
                JsonGenerator json,
                SerializationContext context) {
            context.defaultSerializeProperty(name, penalty.gamma(), json);
            context.defaultSerializeProperty(name + INTERVAL, penalty.interval(), json);
        }
    }

    private static final class Reader extends StdDeserializer<Objective> {
        Reader() {
            super(Objective.class);
        }

        @Override
        public Collection<Object> getKnownPropertyNames() {
            Set<Object> names = new LinkedHashSet<>(List.of(KIND));
            numbers().forEach(number -> names.add(number.name()));
            names.addAll(List.of(R1, R1 + INTERVAL, R2, R2 + INTERVAL));
            names.addAll(List.of(LABEL_SMOOTHING, INSTANCE_NOISE, INSTANCE_NOISE_STEPS));
            return names;
        }

        @Override
        public Objective deserialize(JsonParser json, DeserializationContext context) {
            if (!(context.readTree(json) instanceof ObjectNode tree)) {
                throw MismatchedInputException.from(json, Objective.class, "");
            }
            Collection<Object> known = getKnownPropertyNames();
            for (String name : tree.propertyNames()) {
                if (!known.contains(name)) {
                    context.handleUnknownProperty(json, this, Objective.class, name);
                }
            }
            return new Fields(tree, json, context).objective();
        }
    }

    /** The fields of one objective. */
    private record Fields(ObjectNode tree, JsonParser json, DeserializationContext context) {
        Objective objective() {
            Loss loss = value(KIND, Loss.class);
            Map<LossNumber, Double> numbers = new LinkedHashMap<>();
            numbers().forEach(number -> numbers.put(number, value(number.name(), double.class)));
            double smoothing = value(LABEL_SMOOTHING, double.class);
            double deviation = value(INSTANCE_NOISE, double.class);
            long steps = value(INSTANCE_NOISE_STEPS, long.class);
            ZeroCentredPenalty r1 = penalty(R1);
            ZeroCentredPenalty r2 = penalty(R2);
            try {
                return new Objective(
                        loss,
                        new LossNumbers(numbers),
                        r1,
                        r2,
                        smoothing,
                        new InstanceNoise(deviation, steps));
            } catch (IllegalArgumentException refused) {
                throw context.instantiationException(Objective.class, refused);
            }
        }

        private ZeroCentredPenalty penalty(String name) {
            double gamma = value(name, double.class);
            int interval = value(name + INTERVAL, int.class);
            return new ZeroCentredPenalty(gamma, interval);
        }

        private <T> T value(String name, Class<T> type) {
            try {
                if (tree.path(name).isNull()) {
                    throw MismatchedInputException.from(json, type, "");
                }
                return context.readTreeAsValue(tree.path(name), type);
            } catch (DatabindException wrong) {
                throw wrong.prependPath(Objective.class, name);
            }
        }
    }

    private static final class LossReader extends StdDeserializer<Loss> {
        LossReader() {
            super(Loss.class);
        }

        @Override
        public Loss deserialize(JsonParser json, DeserializationContext context) {
            String id = context.readTree(json).stringValue("");
            return Loss.all().stream()
                    .filter(loss -> loss.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> MismatchedInputException.from(json, Loss.class, ""));
        }
    }
}
