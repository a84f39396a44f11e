package org.ganatelier.exchange.hdf;

import org.ganatelier.exchange.hdf.HdfObject.Message;
import org.ganatelier.exchange.model.ImportException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads attributes that are text. */
final class HdfTexts {
    /** Names of layers or weights in one attribute. */
    private static final int MOST_TEXTS = 10_000;

    private static final int LONGEST_NAME = 256;

    private final HdfBytes bytes;

    HdfTexts(HdfBytes bytes) {
        this.bytes = bytes;
    }

    /** The texts of an attribute; empty where the object has none of that name. */
    Optional<List<String>> attribute(HdfObject object, String name) throws ImportException {
        for (Message message : object.messages()) {
            if (message.type() == HdfObject.ATTRIBUTE && !message.shared()) {
                Optional<List<String>> texts = read(message.start(), name);
                if (texts.isPresent()) {
                    return texts;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<List<String>> read(long start, String wanted) throws ImportException {
        bytes.part();
        int version = bytes.unsigned8(start);
        int nameSize = bytes.unsigned16(start + 2);
        int typeSize = bytes.unsigned16(start + 4);
        int spaceSize = bytes.unsigned16(start + 6);
        // The third version also says in which letters the name is written.
        long at = start + (version == 3 ? 9 : 8);
        boolean padded = version == 1;
        if (!bytes.text(at, Math.min(nameSize, LONGEST_NAME)).equals(wanted)) {
            return Optional.empty();
        }
        at += padded(nameSize, padded);
        HdfType type = HdfType.read(bytes, at);
        at += padded(typeSize, padded);
        HdfSpace space = HdfSpace.read(bytes, at);
        at += padded(spaceSize, padded);
        if (space.count() > MOST_TEXTS) {
            throw HdfBytes.damaged(wanted);
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < space.count(); i++) {
            long entry = at + (long) i * type.size();
            switch (type.kind()) {
                case TEXT -> texts.add(bytes.text(entry, type.size()));
                case LONG_TEXT -> texts.add(longText(entry));
                case FLOAT, OTHER -> {
                    return Optional.of(List.of());
                }
            }
        }
        return Optional.of(texts);
    }

    private static long padded(int size, boolean padded) {
        return padded ? Math.ceilDiv(size, 8) * 8L : size;
    }

    /** Length, address of a heap, number of an object in it. */
    private String longText(long entry) throws ImportException {
        long length = bytes.unsigned32(entry);
        long heap = bytes.signed64(entry + 4);
        long number = bytes.unsigned32(entry + 12);
        if (length == 0) {
            return "";
        }
        bytes.require(heap, "GCOL");
        long end = heap + bytes.signed64(heap + 8);
        long at = heap + 16;
        while (at + 16 <= end) {
            bytes.part();
            int index = bytes.unsigned16(at);
            long size = bytes.signed64(at + 8);
            if (index == number && index > 0) {
                String text =
                        new String(
                                bytes.copy(at + 16, Math.min(length, size)),
                                StandardCharsets.UTF_8);
                int zero = text.indexOf('\0');
                return zero < 0 ? text : text.substring(0, zero);
            }
            if (index == 0 || size < 0 || size > bytes.size()) {
                break;
            }
            at += 16 + Math.ceilDiv(size, 8) * 8;
        }
        throw HdfBytes.damaged(heap);
    }
}
