package org.ganatelier.exchange.hdf;

import static org.bytedeco.hdf5.global.hdf5.*;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes files with the HDF Group's own library, as h5py does. */
final class NativeHdf5 implements AutoCloseable {
    private static final int TRUNCATE = 2;

    private final long file;
    private final List<Long> groups = new ArrayList<>();

    NativeHdf5(Path path) {
        H5open();
        file = H5Fcreate(path.toString(), TRUNCATE, 0, 0);
    }

    long group(String path) {
        long group = H5Gcreate2(file, path, 0, 0, 0);
        groups.add(group);
        return group;
    }

    /** In one piece, as floats of 4 bytes. */
    void floats(String path, float[] values, long... shape) {
        write(path, H5T_IEEE_F32LE_g(), 0, new FloatPointer(values), H5T_NATIVE_FLOAT_g(), shape);
    }

    /** As big-endian doubles. */
    void bigDoubles(String path, double[] values, long... shape) {
        write(path, H5T_IEEE_F64BE_g(), 0, new DoublePointer(values), H5T_NATIVE_DOUBLE_g(), shape);
    }

    /** In chunks that are shuffled, packed and given check sums. */
    void chunks(String path, float[] values, long[] chunk, long... shape) {
        long list = H5Pcreate(H5P_CLS_DATASET_CREATE_ID_g());
        H5Pset_chunk(list, chunk.length, chunk);
        H5Pset_shuffle(list);
        H5Pset_deflate(list, 6);
        H5Pset_fletcher32(list);
        write(
                path,
                H5T_IEEE_F32LE_g(),
                list,
                new FloatPointer(values),
                H5T_NATIVE_FLOAT_g(),
                shape);
    }

    private void write(
            String path, long type, long list, Pointer values, long memory, long... shape) {
        long space = H5Screate_simple(shape.length, shape, null);
        long set = H5Dcreate2(file, path, type, space, 0, list, 0);
        H5Dwrite(set, memory, 0, 0, 0, values);
        H5Dclose(set);
    }

    /** Texts of any length, a list of them or a single one. */
    void texts(long object, String name, boolean single, String... texts) {
        long type = H5Tcopy(H5T_C_S1_g());
        H5Tset_size(type, -1);
        long space = single ? H5Screate(0) : H5Screate_simple(1, new long[] {texts.length}, null);
        long attribute = H5Acreate2(object, name, type, space, 0, 0);
        var pointers = new PointerPointer<BytePointer>(texts.length);
        for (int i = 0; i < texts.length; i++) {
            pointers.put(i, new BytePointer(texts[i]));
        }
        H5Awrite(attribute, type, pointers);
        H5Aclose(attribute);
    }

    /** Texts of one length. */
    void fixedTexts(long object, String name, int length, String all) {
        long type = H5Tcopy(H5T_C_S1_g());
        H5Tset_size(type, length);
        long space = H5Screate_simple(1, new long[] {all.length() / length}, null);
        long attribute = H5Acreate2(object, name, type, space, 0, 0);
        H5Awrite(attribute, type, new BytePointer(all));
        H5Aclose(attribute);
    }

    /** A list without entries, of doubles, as h5py writes an empty list. */
    void emptyList(long object, String name) {
        long space = H5Screate_simple(1, new long[] {0}, null);
        H5Aclose(H5Acreate2(object, name, H5T_IEEE_F64BE_g(), space, 0, 0));
    }

    void linkElsewhere(String name) {
        H5Lcreate_external("/etc/passwd", "/", file, name, 0, 0);
        H5Lcreate_soft("/nowhere", file, "soft" + name, 0, 0);
    }

    long root() {
        return file;
    }

    @Override
    public void close() {
        // The file is written when the last thing in it is closed.
        groups.forEach(group -> H5Gclose(group));
        H5Fclose(file);
    }
}
