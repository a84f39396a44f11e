package org.ganatelier.exchange.hdf;

import org.ganatelier.exchange.hdf.HdfObject.Message;
import org.ganatelier.exchange.model.ImportException;

import java.util.LinkedHashMap;
import java.util.Map;

/** The children of groups. Links by name, and into other files, count as nothing. */
final class HdfGroups {
    /** Longer than any name that somebody gave. */
    private static final int LONGEST_NAME = 4096;

    /** A child of a group in the older way, and where its parts lie. */
    private static final int ENTRY = 40;

    private static final int MOST_LEVELS = 8;

    /** Flags of a link. */
    private static final int WITH_TYPE = 8;

    private static final int WITH_ORDER = 4;
    private static final int WITH_CHARSET = 16;

    private final HdfBytes bytes;

    HdfGroups(HdfBytes bytes) {
        this.bytes = bytes;
    }

    /** The addresses of the children's headers by name, in the file's order. */
    Map<String, Long> children(HdfObject group) throws ImportException {
        var children = new LinkedHashMap<String, Long>();
        for (Message message : group.messages()) {
            if (message.type() == HdfObject.LINK) {
                link(message, children);
            } else if (message.type() == HdfObject.SYMBOL_TABLE) {
                long heap = bytes.signed64(message.start() + 8);
                bytes.require(heap, "HEAP");
                long names = bytes.signed64(heap + 24);
                node(bytes.signed64(message.start()), names, MOST_LEVELS, children);
            }
        }
        return children;
    }

    private void node(long address, long names, int levels, Map<String, Long> children)
            throws ImportException {
        bytes.require(address, "TREE");
        int level = bytes.unsigned8(address + 5);
        if (level >= levels) {
            throw HdfBytes.damaged(address);
        }
        int entries = bytes.unsigned16(address + 6);
        for (int i = 0; i < entries; i++) {
            long child = bytes.signed64(address + 32 + 16L * i);
            if (level == 0) {
                symbols(child, names, children);
            } else {
                node(child, names, level, children);
            }
        }
    }

    private void symbols(long address, long names, Map<String, Long> children)
            throws ImportException {
        bytes.require(address, "SNOD");
        int count = bytes.unsigned16(address + 6);
        for (int i = 0; i < count; i++) {
            bytes.part();
            long entry = address + 8 + (long) ENTRY * i;
            String name = bytes.text(names + bytes.signed64(entry), LONGEST_NAME);
            long header = bytes.signed64(entry + 8);
            // A link by name has no header.
            if (header >= 0) {
                children.put(name, header);
            }
        }
    }

    private void link(Message message, Map<String, Long> children) throws ImportException {
        long at = message.start() + 1;
        int flags = bytes.unsigned8(at++);
        boolean hard = true;
        if ((flags & WITH_TYPE) != 0) {
            hard = bytes.unsigned8(at++) == 0;
        }
        at += (flags & WITH_ORDER) != 0 ? 8 : 0;
        at += (flags & WITH_CHARSET) != 0 ? 1 : 0;
        int width = 1 << (flags & 3);
        long length = bytes.number(at, width);
        if (length < 0 || length > LONGEST_NAME) {
            throw HdfBytes.damaged(at);
        }
        at += width;
        if (hard) {
            children.put(bytes.text(at, length), bytes.signed64(at + length));
        }
    }
}
