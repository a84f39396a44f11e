package org.ganatelier.exchange.pytorch;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;

import java.nio.charset.StandardCharsets;

/** The bytes of a pickle, taken from first to last; none is taken that is not there. */
final class PickleBytes {
    private static final int BYTE = 0xff;

    private final byte[] bytes;
    private int at;

    PickleBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    ImportException damaged() {
        return new ImportException(new Refusal.Damaged("PyTorch", "data.pkl: " + at));
    }

    private void need(long count) throws ImportException {
        if (count < 0 || count > bytes.length - at) {
            throw damaged();
        }
    }

    void skip(long count) throws ImportException {
        need(count);
        at += (int) count;
    }

    int unsigned() throws ImportException {
        need(1);
        return bytes[at++] & BYTE;
    }

    /** A number without a sign, the lowest byte first; of eight bytes one with a sign. */
    long little(int count) throws ImportException {
        need(count);
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = (value << Byte.SIZE) | (bytes[at + i] & BYTE);
        }
        at += count;
        return value;
    }

    /** A number with a sign, of at most eight bytes. */
    long signed(int count) throws ImportException {
        if (count > Long.BYTES) {
            throw damaged();
        }
        int unused = Long.SIZE - count * Byte.SIZE;
        return count == 0 ? 0 : little(count) << unused >> unused;
    }

    String text(long length) throws ImportException {
        need(length);
        var text = new String(bytes, at, (int) length, StandardCharsets.UTF_8);
        at += (int) length;
        return text;
    }

    /** Up to the next line feed, which is passed over. */
    String line() throws ImportException {
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        String line = text((long) end - at);
        skip(1);
        return line;
    }
}
