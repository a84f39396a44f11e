package org.ganatelier.exchange.hdf;

import org.ganatelier.exchange.hdf.HdfObject.Message;
import org.ganatelier.exchange.model.ImportException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads arrays of floats: in one piece, or in chunks that may be compressed. */
final class HdfArrays {
    private static final int COMPACT = 0;
    private static final int CONTIGUOUS = 1;
    private static final int CHUNKED = 2;

    private static final int MOST_LEVELS = 8;

    /** The layout's version whose chunks are found by a tree. */
    private static final int TREE_VERSION = 3;

    private final HdfBytes bytes;

    HdfArrays(HdfBytes bytes) {
        this.bytes = bytes;
    }

    /** The values of an array; empty where it holds no floats. */
    Optional<HdfArray> read(HdfObject object) throws ImportException {
        Optional<Message> space = object.message(HdfObject.DATASPACE);
        Optional<Message> type = object.message(HdfObject.DATATYPE);
        Optional<Message> layout = object.message(HdfObject.LAYOUT);
        if (space.isEmpty() || type.isEmpty() || layout.isEmpty()) {
            return Optional.empty();
        }
        HdfSpace size = HdfSpace.read(bytes, space.get().start());
        HdfType entry = HdfType.read(bytes, type.get());
        if (entry.kind() != HdfType.Kind.FLOAT) {
            return Optional.empty();
        }
        bytes.make((long) size.count() * (entry.size() + Float.BYTES));
        byte[] raw = raw(object, layout.get().start(), size, entry);
        return Optional.of(new HdfArray(size.shape(), entry.floats(raw, size.count())));
    }

    private byte[] raw(HdfObject object, long layout, HdfSpace space, HdfType type)
            throws ImportException {
        long length = (long) space.count() * type.size();
        int version = bytes.unsigned8(layout);
        int kind = bytes.unsigned8(layout + 1);
        if (version < TREE_VERSION || version > TREE_VERSION + 1) {
            throw HdfBytes.damaged(layout);
        }
        if (kind == COMPACT) {
            return bytes.copy(layout + 4, length);
        }
        if (kind == CONTIGUOUS) {
            long address = bytes.signed64(layout + 2);
            // Never written: zeros.
            return address < 0 || length == 0
                    ? new byte[(int) length]
                    : bytes.copy(address, length);
        }
        if (kind != CHUNKED || version != TREE_VERSION) {
            throw HdfBytes.damaged(layout);
        }
        return chunks(object, layout, space, type);
    }

    private byte[] chunks(HdfObject object, long layout, HdfSpace space, HdfType type)
            throws ImportException {
        int axes = bytes.unsigned8(layout + 2) - 1;
        if (axes != space.shape().size() || axes < 1) {
            throw HdfBytes.damaged(layout);
        }
        long size = type.size();
        var chunk = new ArrayList<Integer>();
        for (int i = 0; i < axes; i++) {
            long side = bytes.unsigned32(layout + 11 + 4L * i);
            size *= side;
            if (side < 1 || side > Integer.MAX_VALUE || size > Integer.MAX_VALUE) {
                throw HdfBytes.damaged(layout);
            }
            chunk.add((int) side);
        }
        var into = new ChunkTarget(space.shape(), chunk, type.size());
        Optional<Message> filters = object.message(HdfObject.FILTERS);
        HdfFilters filter =
                filters.isPresent()
                        ? HdfFilters.read(bytes, filters.get().start())
                        : HdfFilters.NONE;
        long root = bytes.signed64(layout + 3);
        if (root >= 0) {
            node(root, MOST_LEVELS, into, filter);
        }
        return into.all();
    }

    private void node(long address, int levels, ChunkTarget into, HdfFilters filter)
            throws ImportException {
        bytes.require(address, "TREE");
        int level = bytes.unsigned8(address + 5);
        if (level >= levels) {
            throw HdfBytes.damaged(address);
        }
        int axes = into.axes();
        int entries = bytes.unsigned16(address + 6);
        long key = 8 + 8L * (axes + 1);
        for (int i = 0; i < entries; i++) {
            long at = address + 24 + i * (key + 8);
            long child = bytes.signed64(at + key);
            if (level > 0) {
                node(child, level, into, filter);
                continue;
            }
            bytes.part();
            var place = new ArrayList<Long>();
            for (int a = 0; a < axes; a++) {
                place.add(bytes.signed64(at + 8 + 8L * a));
            }
            byte[] stored = bytes.copy(child, bytes.unsigned32(at));
            bytes.make(into.chunkBytes());
            byte[] plain =
                    filter.undo(stored, (int) bytes.unsigned32(at + 4), into.chunkBytes(), child);
            into.put(List.copyOf(place), plain, child);
        }
    }
}
