package org.ganatelier.experiment.layer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of layer or of activation: all that is known of it before one is made.
 *
 * @param base {@link LayerSpec} or {@link Activation}
 * @param id in files; it never changes
 * @param aliases other ids that files may have, such as Keras's longer ones
 * @param usual what a new one begins with
 * @param omitted what a field is that a file does not name, Keras's default; a field that is not
 *     here must be named
 * @param younger of what is omitted, the fields that are younger than the format; files name them
 *     only where they differ, so that older programs read the others
 * @param <T> of what it is a kind; each kind is a record
 */
public record Kind<T>(
        Class<T> base,
        String id,
        List<String> aliases,
        Purpose purpose,
        T usual,
        Map<String, Object> omitted,
        Map<String, Object> younger) {
    /**
     * One value of a layer or an activation: a component of its record.
     *
     * @param name as in files: {@code spectralNorm}
     */
    public record Field(String name, Class<?> type) {}

    public Kind {
        aliases = List.copyOf(aliases);
        omitted = Map.copyOf(omitted);
        younger = Map.copyOf(younger);
    }

    /** A kind that files name by one id, and all of whose fields they must name. */
    static <T> Kind<T> of(Class<T> base, String id, Purpose purpose, T usual) {
        return new Kind<>(base, id, List.of(), purpose, usual, Map.of(), Map.of());
    }

    /** The kind with defaults of fields that a file does not name. */
    Kind<T> omitting(Map<String, Object> defaults) {
        return new Kind<>(base, id, aliases, purpose, usual, defaults, younger);
    }

    /** The kind with other ids that files may have. */
    Kind<T> alias(String... others) {
        return new Kind<>(base, id, List.of(others), purpose, usual, omitted, younger);
    }

    /** The kind with a field that is younger than the format, and what that was before. */
    Kind<T> younger(String field, Object before) {
        return new Kind<>(
                base,
                id,
                aliases,
                purpose,
                usual,
                with(omitted, field, before),
                with(younger, field, before));
    }

    private static Map<String, Object> with(
            Map<String, Object> defaults, String field, Object value) {
        var more = new HashMap<>(defaults);
        more.put(field, value);
        return more;
    }

    /** The kind that a file names by an id or an alias. */
    public static <T> Optional<Kind<T>> named(List<Kind<T>> kinds, String id) {
        return kinds.stream()
                .filter(kind -> kind.id.equals(id) || kind.aliases.contains(id))
                .findFirst();
    }

    /** The kind that a layer or activation is of. */
    static <T> Kind<T> of(List<Kind<T>> kinds, T thing) {
        return kinds.stream()
                .filter(kind -> kind.usual.getClass() == thing.getClass())
                .findFirst()
                .orElseThrow();
    }

    /** In keys of messages: {@code conv2d-transpose}. */
    public String key() {
        return kebab(id);
    }

    /** A name as in keys of messages. */
    public static String kebab(String name) {
        return name.replaceAll("(?<=[A-Za-z0-9])(?=[A-Z][a-z])", "-").toLowerCase(Locale.ROOT);
    }

    /** The fields, in order. */
    public List<Field> fields() {
        return Arrays.stream(usual.getClass().getRecordComponents())
                .map(component -> new Field(component.getName(), component.getType()))
                .toList();
    }

    /** The value of one field of a layer or activation of this kind. */
    public Object value(T thing, Field field) {
        return value(thing, component(field));
    }

    /**
     * A layer or activation of this kind with another value of one field.
     *
     * @throws IllegalArgumentException where that is no possible value
     */
    public T with(T thing, Field field, Object value) {
        RecordComponent[] components = thing.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        Object[] values =
                Arrays.stream(components)
                        .map(
                                each ->
                                        each.getName().equals(field.name())
                                                ? value
                                                : value(thing, each))
                        .toArray();
        try {
            return base.cast(thing.getClass().getDeclaredConstructor(types).newInstance(values));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private RecordComponent component(Field field) {
        return Arrays.stream(usual.getClass().getRecordComponents())
                .filter(component -> component.getName().equals(field.name()))
                .findFirst()
                .orElseThrow();
    }

    private static Object value(Object thing, RecordComponent component) {
        try {
            return component.getAccessor().invoke(thing);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
