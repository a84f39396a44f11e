package org.ganatelier.sweep;

import org.ganatelier.train.Checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests, by which same bits are known. */
final class Sha256 {
    private Sha256() {}

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** Of the step, all arrays and all counters: not of the time that it took. */
    static String of(Checkpoint state) {
        MessageDigest digest = digest();
        digest.update(longs(state.step()));
        state.arrays()
                .forEach(
                        (name, values) -> {
                            digest.update(name.getBytes(StandardCharsets.UTF_8));
                            digest.update(floats(values));
                        });
        state.counters()
                .forEach(
                        (name, value) -> {
                            digest.update(name.getBytes(StandardCharsets.UTF_8));
                            digest.update(longs(value));
                        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] longs(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static byte[] floats(float[] values) {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
