package org.ganatelier.exchange.hdf;

import org.ganatelier.exchange.model.ImportException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header of a group or an array: a list of messages.
 *
 * @param messages in the file's order
 */
record HdfObject(long address, List<Message> messages) {
    static final int DATASPACE = 0x01;
    static final int DATATYPE = 0x03;
    static final int LINK = 0x06;
    static final int LAYOUT = 0x08;
    static final int FILTERS = 0x0b;
    static final int ATTRIBUTE = 0x0c;
    static final int SYMBOL_TABLE = 0x11;
    private static final int CONTINUATION = 0x10;

    /** Of the first version. */
    private static final int PREFIX = 16;

    /** Flags of the second version. */
    private static final int TIMES = 0x20;

    private static final int PHASES = 0x10;
    private static final int ORDERED = 0x04;

    /** A part of the file; shared ones lie elsewhere. */
    record Message(int type, long start, int size, boolean shared) {}

    private record Block(long start, long length) {}

    HdfObject {
        messages = List.copyOf(messages);
    }

    /** The message of a type, if there is one in its place. */
    Optional<Message> message(int type) {
        return messages.stream()
                .filter(message -> message.type() == type && !message.shared())
                .findFirst();
    }

    static HdfObject read(HdfBytes bytes, long address) throws ImportException {
        bytes.part();
        return bytes.has(address, "OHDR") ? second(bytes, address) : first(bytes, address);
    }

    private static HdfObject first(HdfBytes bytes, long address) throws ImportException {
        if (bytes.unsigned8(address) != 1) {
            throw HdfBytes.damaged(address);
        }
        var messages = new ArrayList<Message>();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block(address + PREFIX, bytes.unsigned32(address + 8)));
        // Blocks that refer to each other in a circle use up the file's parts.
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            long at = block.start();
            long end = at + block.length();
            bytes.index(at, block.length());
            while (end - at >= 8) {
                bytes.part();
                int type = bytes.unsigned16(at);
                int size = bytes.unsigned16(at + 2);
                boolean shared = (bytes.unsigned8(at + 4) & 2) != 0;
                add(bytes, new Message(type, at + 8, size, shared), messages, blocks, 0, 0);
                at += 8 + size;
            }
        }
        return new HdfObject(address, messages);
    }

    private static HdfObject second(HdfBytes bytes, long address) throws ImportException {
        int flags = bytes.unsigned8(address + 5);
        long at = address + 6;
        at += (flags & TIMES) != 0 ? 16 : 0;
        at += (flags & PHASES) != 0 ? 4 : 0;
        int width = 1 << (flags & 3);
        long length = bytes.number(at, width);
        int head = (flags & ORDERED) != 0 ? 6 : 4;
        var messages = new ArrayList<Message>();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block(at + width, length));
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            long from = block.start();
            bytes.index(from, block.length());
            long end = from + block.length();
            while (end - from >= head) {
                bytes.part();
                int type = bytes.unsigned8(from);
                int size = bytes.unsigned16(from + 1);
                boolean shared = (bytes.unsigned8(from + 3) & 2) != 0;
                // Around a block that goes on elsewhere stand a signature and a check sum.
                add(bytes, new Message(type, from + head, size, shared), messages, blocks, 4, 4);
                from += head + size;
            }
        }
        return new HdfObject(address, messages);
    }

    private static void add(
            HdfBytes bytes,
            Message message,
            List<Message> messages,
            List<Block> blocks,
            int before,
            int after)
            throws ImportException {
        bytes.index(message.start(), message.size());
        if (message.type() == CONTINUATION) {
            long start = bytes.signed64(message.start());
            long length = bytes.signed64(message.start() + 8);
            blocks.add(new Block(start + before, length - before - after));
        } else {
            messages.add(message);
        }
    }
}
