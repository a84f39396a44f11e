package org.ganatelier.exchange.hdf;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a file with a budget: what is made of them in all, however often a part is referred
 * to. Owned by one thread.
 */
final class HdfBytes {
    /** Parts of structures that a file may have: headers, nodes, messages, names. */
    private static final long MOST_PARTS = 1_000_000;

    /** Bytes that may be made of a file: ten times what the largest network here has. */
    private static final long MOST_BYTES = 384L << 20;

    private final ByteBuffer bytes;
    private long parts;
    private long made;

    HdfBytes(byte[] all) {
        bytes = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    }

    int size() {
        return bytes.capacity();
    }

    static ImportException damaged(String where) {
        return new ImportException(new Refusal.Damaged("HDF5", where));
    }

    static ImportException damaged(long address) {
        return damaged("0x" + Long.toHexString(address));
    }

    /** Counts a part of the structure. */
    void part() throws ImportException {
        parts++;
        if (parts > MOST_PARTS) {
            throw new ImportException(new Refusal.TooLarge("HDF5", parts, MOST_PARTS));
        }
    }

    /** Counts bytes that memory is about to be taken for. */
    void make(long count) throws ImportException {
        if (count < 0 || count > MOST_BYTES - made) {
            throw new ImportException(new Refusal.TooLarge("HDF5", made + count, MOST_BYTES));
        }
        made += count;
    }

    /** An address as an index, of which so many bytes lie in the file. */
    int index(long address, long length) throws ImportException {
        if (address < 0 || length < 0 || address > size() || length > size() - address) {
            throw damaged(address);
        }
        return (int) address;
    }

    int unsigned8(long address) throws ImportException {
        return Byte.toUnsignedInt(bytes.get(index(address, Byte.BYTES)));
    }

    int unsigned16(long address) throws ImportException {
        return Short.toUnsignedInt(bytes.getShort(index(address, Short.BYTES)));
    }

    long unsigned32(long address) throws ImportException {
        return Integer.toUnsignedLong(bytes.getInt(index(address, Integer.BYTES)));
    }

    /** An offset or a length; negative where it is as good as infinite. */
    long signed64(long address) throws ImportException {
        return bytes.getLong(index(address, Long.BYTES));
    }

    /** A number of 1, 2, 4 or 8 bytes. */
    long number(long address, int width) throws ImportException {
        return switch (width) {
            case Byte.BYTES -> unsigned8(address);
            case Short.BYTES -> unsigned16(address);
            case Integer.BYTES -> unsigned32(address);
            default -> signed64(address);
        };
    }

    boolean has(long address, String signature) throws ImportException {
        return new String(copy(address, signature.length()), StandardCharsets.ISO_8859_1)
                .equals(signature);
    }

    void require(long address, String signature) throws ImportException {
        part();
        if (!has(address, signature)) {
            throw damaged(address);
        }
    }

    byte[] copy(long address, long length) throws ImportException {
        int from = index(address, length);
        make(length);
        var copy = new byte[(int) length];
        bytes.get(from, copy);
        return copy;
    }

    /** Text that ends with a zero byte. */
    String text(long address, long most) throws ImportException {
        long end = address;
        while (end - address < most && unsigned8(end) != 0) {
            end++;
        }
        return new String(copy(address, end - address), StandardCharsets.UTF_8);
    }
}
