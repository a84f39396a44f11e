package org.ganatelier.exchange.hdf;

import org.ganatelier.exchange.model.ImportException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What was done to the chunks of an array before they were stored.
 *
 * @param all in the order in which they were done
 */
record HdfFilters(List<Filter> all) {
    static final HdfFilters NONE = new HdfFilters(List.of());

    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int CHECKSUM = 3;

    /** Filters from here on have names in the second version. */
    private static final int NAMED = 256;

    private static final int MOST = 8;

    /**
     * @param value its first argument, 0 where there is none
     */
    record Filter(int id, int value) {}

    HdfFilters {
        all = List.copyOf(all);
    }

    static HdfFilters read(HdfBytes bytes, long start) throws ImportException {
        boolean first = bytes.unsigned8(start) == 1;
        int count = bytes.unsigned8(start + 1);
        if (count > MOST) {
            throw HdfBytes.damaged(start);
        }
        long at = start + (first ? 8 : 2);
        var all = new ArrayList<Filter>();
        for (int i = 0; i < count; i++) {
            int id = bytes.unsigned16(at);
            boolean named = first || id >= NAMED;
            int name = named ? bytes.unsigned16(at + 2) : 0;
            at += named ? 4 : 2;
            int values = bytes.unsigned16(at + 2);
            at += 4 + (first ? Math.ceilDiv(name, 8) * 8 : name);
            all.add(new Filter(id, values == 0 ? 0 : (int) bytes.unsigned32(at)));
            at += 4L * (first && values % 2 == 1 ? values + 1 : values);
        }
        return new HdfFilters(all);
    }

    /**
     * The chunk as it was.
     *
     * @param skipped a bit for each filter that was not used
     * @param size that it has
     */
    byte[] undo(byte[] stored, int skipped, int size, long address) throws ImportException {
        byte[] now = stored;
        for (int i = all.size() - 1; i >= 0; i--) {
            if ((skipped & (1 << i)) == 0) {
                Filter filter = all.get(i);
                now =
                        switch (filter.id()) {
                            case DEFLATE -> inflated(now, size, address);
                            case SHUFFLE -> unshuffled(now, filter.value(), address);
                            case CHECKSUM -> Arrays.copyOf(now, Math.max(0, now.length - 4));
                            default -> throw HdfBytes.damaged("filter " + filter.id());
                        };
            }
        }
        if (now.length != size) {
            throw HdfBytes.damaged(address);
        }
        return now;
    }

    /** At most so many bytes and a check sum, whatever the data says. */
    private static byte[] inflated(byte[] data, int size, long address) throws ImportException {
        var inflater = new Inflater();
        try {
            inflater.setInput(data);
            var plain = new byte[size];
            int length = inflater.inflate(plain);
            return Arrays.copyOf(plain, length);
        } catch (DataFormatException e) {
            throw HdfBytes.damaged(address);
        } finally {
            inflater.end();
        }
    }

    /** First bytes of all values, then all second ones... */
    private static byte[] unshuffled(byte[] data, int width, long address) throws ImportException {
        if (width < 1 || width > 16) {
            throw HdfBytes.damaged(address);
        }
        int count = data.length / width;
        byte[] plain = data.clone();
        for (int i = 0; i < count; i++) {
            for (int b = 0; b < width; b++) {
                plain[i * width + b] = data[b * count + i];
            }
        }
        return plain;
    }
}
