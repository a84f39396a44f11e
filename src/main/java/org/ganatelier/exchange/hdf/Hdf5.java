package org.ganatelier.exchange.hdf;

import org.ganatelier.exchange.model.ImportException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An HDF5 file to read from. Owned by one thread. */
public final class Hdf5 {
    private static final String SIGNATURE = "\u0089HDF\r\n\u001a\n";

    private final HdfBytes bytes;
    private final HdfObject root;

    /** By address: paths begin alike. */
    private final Map<Long, Map<String, Long>> known = new HashMap<>();

    /**
     * Opens a file.
     *
     * @throws ImportException where it is no HDF5 file, or one of a kind that is not known here
     */
    public Hdf5(byte[] file) throws ImportException {
        bytes = new HdfBytes(file);
        bytes.require(0, SIGNATURE);
        int version = bytes.unsigned8(8);
        boolean old = version < 2;
        int widths = old ? 13 : 9;
        long base = bytes.signed64(version == 1 ? 28 : old ? 24 : 12);
        if (version > 3
                || bytes.unsigned8(widths) != Long.BYTES
                || bytes.unsigned8(widths + 1) != Long.BYTES
                || base != 0) {
            throw HdfBytes.damaged("0x8");
        }
        long address = bytes.signed64(version == 1 ? 68 : old ? 64 : 36);
        root = HdfObject.read(bytes, address);
    }

    /** Whether these bytes begin as an HDF5 file. */
    public static boolean isHdf5(byte[] start) {
        if (start.length < SIGNATURE.length()) {
            return false;
        }
        for (int i = 0; i < SIGNATURE.length(); i++) {
            if (Byte.toUnsignedInt(start[i]) != SIGNATURE.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The names of what a group holds, in the file's order; empty where there is no such group. */
    public List<String> children(String path) throws ImportException {
        Optional<HdfObject> group = object(path);
        return group.isEmpty() ? List.of() : List.copyOf(children(group.get()).keySet());
    }

    /** An array of floats; empty where there is none at that path. */
    public Optional<HdfArray> array(String path) throws ImportException {
        Optional<HdfObject> object = object(path);
        return object.isEmpty() ? Optional.empty() : new HdfArrays(bytes).read(object.get());
    }

    /** The texts of an attribute; empty where there is none of that name. */
    public Optional<List<String>> texts(String path, String attribute) throws ImportException {
        Optional<HdfObject> object = object(path);
        return object.isEmpty()
                ? Optional.empty()
                : new HdfTexts(bytes).attribute(object.get(), attribute);
    }

    private Map<String, Long> children(HdfObject group) throws ImportException {
        Map<String, Long> children = known.get(group.address());
        if (children == null) {
            children = new HdfGroups(bytes).children(group);
            known.put(group.address(), children);
        }
        return children;
    }

    /** Parts of a path are separated by slashes; the root is the empty one. */
    private Optional<HdfObject> object(String path) throws ImportException {
        HdfObject now = root;
        for (String part : path.split("/", -1)) {
            if (!part.isEmpty()) {
                Long address = children(now).get(part);
                if (address == null) {
                    return Optional.empty();
                }
                now = HdfObject.read(bytes, address);
            }
        }
        return Optional.of(now);
    }
}
