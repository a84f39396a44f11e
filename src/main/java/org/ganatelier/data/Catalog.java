package org.ganatelier.data;

import org.ganatelier.experiment.data.DataSpec;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sets that ship with the program. Each is described by a JSON file beside it; {@code
 * index.json} names them in the order of menus.
 */
public final class Catalog {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<BundledSet> SETS =
            Stream.of(MAPPER.readValue(bytes("index.json"), String[].class))
                    .map(Catalog::describe)
                    .toList();

    private Catalog() {}

    /** All sets, in the order of menus. */
    public static List<BundledSet> all() {
        return SETS;
    }

    /**
     * The set of that name.
     *
     * @param name its id, such as {@code fashion-mnist}, or another name of it
     */
    public static Optional<BundledSet> find(String name) {
        return SETS.stream().filter(set -> set.isCalled(name)).findFirst();
    }

    /** The set that an experiment uses. */
    public static BundledSet of(DataSpec.Bundled data) {
        return find(data.id())
                .orElseThrow(() -> new IllegalStateException("There is no set " + data.id()));
    }

    /** A file beside the descriptions. */
    static InputStream open(String name) {
        InputStream in = Catalog.class.getResourceAsStream("/datasets/" + name);
        if (in == null) {
            throw new IllegalStateException("The program's own file " + name + " is missing");
        }
        return in;
    }

    static byte[] bytes(String name) {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BundledSet describe(String id) {
        return MAPPER.readValue(bytes(id + ".json"), BundledSet.Description.class).of(id);
    }
}
