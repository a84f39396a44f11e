package org.ganatelier.exchange.keras;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Puts an HDF5 file together. Its library writes to a path only and does not shorten a longer file
 * that was there, so it gets a fresh one for a while; and it can lose what is written last, so all
 * arrays are read back. Owned by one thread.
 */
final class HdfDraft {
    /** What a file holds. */
    interface Content {
        void addTo(WritableHdfFile file, HdfDraft draft);
    }

    private record Written(String path, float[] values) {}

    private final List<Written> all = new ArrayList<>();

    private HdfDraft() {}

    /** The bytes of a file with this content. */
    static byte[] bytes(Content content) throws IOException {
        Path path = Files.createTempFile("gan-atelier", ".h5");
        try {
            // The library opens a file only that it makes itself.
            Files.delete(path);
            var draft = new HdfDraft();
            try (WritableHdfFile file = HdfFile.write(path)) {
                content.addTo(file, draft);
            }
            byte[] bytes = Files.readAllBytes(path);
            draft.compare(bytes);
            return bytes;
        } catch (HdfException e) {
            throw new IOException("The HDF5 file could not be made", e);
        } finally {
            Files.deleteIfExists(path);
        }
    }

    /**
     * Adds an array.
     *
     * @param path of the group
     */
    void put(WritableGroup group, String path, String name, KerasArray array) {
        group.putDataset(name, nested(array.shape(), array.values(), 0, 0));
        all.add(new Written(path + "/" + name, array.values()));
    }

    /** The values as Java's arrays of arrays. */
    private static Object nested(List<Integer> shape, float[] values, int axis, int from) {
        int length = shape.get(axis);
        if (axis == shape.size() - 1) {
            return Arrays.copyOfRange(values, from, from + length);
        }
        int behind = 1;
        for (int size : shape.subList(axis + 1, shape.size())) {
            behind *= size;
        }
        int[] sizes = shape.stream().mapToInt(Integer::intValue).toArray();
        Object array =
                Array.newInstance(float.class, Arrays.copyOfRange(sizes, axis, sizes.length));
        for (int i = 0; i < length; i++) {
            Array.set(array, i, nested(shape, values, axis + 1, from + i * behind));
        }
        return array;
    }

    /**
     * Groups without arrays are lost if one of them is written last. The library writes the root's
     * children in the order of a hash table: a small array that comes last there keeps them.
     */
    static void end(WritableHdfFile file) {
        var order = new ConcurrentHashMap<String, Boolean>();
        file.getChildren().keySet().forEach(name -> order.put(name, true));
        for (int i = 0; ; i++) {
            String name = "end" + i;
            order.put(name, true);
            String last = order.keySet().stream().collect(Collectors.toList()).getLast();
            if (last.equals(name)) {
                file.putDataset(name, new float[] {0});
                return;
            }
            order.remove(name);
        }
    }

    private void compare(byte[] bytes) throws IOException {
        try (HdfFile file = HdfFile.fromBytes(bytes)) {
            for (Written written : all) {
                Dataset dataset = file.getDatasetByPath(written.path());
                if (!Arrays.equals(written.values(), (float[]) dataset.getDataFlat())) {
                    throw new IOException("Not as it was written: " + written.path());
                }
            }
        }
    }
}
