package org.ganatelier.campaign;

import static org.ganatelier.campaign.RandomLayers.pick;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** What becomes of files: damaged disks, other programs, malice. */
record Mutations(RandomGenerator random) {
    private static final List<Integer> SIZES =
            List.of(0, 1, -1, 255, 256, 65_535, 65_536, 1 << 24, Integer.MAX_VALUE, 1 << 31);

    /** In the place of a value of JSON. */
    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "0",
                    "-0.0",
                    "-1",
                    "1e999",
                    "1.2e-239",
                    "9".repeat(400),
                    "1e400",
                    "\"\"",
                    "\"\\u001b[2J\\n\\u202e\"",
                    "\"" + "A".repeat(2_000) + "\"",
                    "[]",
                    "{}",
                    "[".repeat(600) + "]".repeat(600),
                    "{\"type\": \"java.lang.Runtime\"}",
                    "NaN",
                    "\"\\ud800\"",
                    "2147483648",
                    "9223372036854775808",
                    "0.1",
                    "[1, 2, 3]");

    /** Bytes changed, put in, taken out, repeated or cut off. */
    byte[] bytes(byte[] original) {
        byte[] result = original.clone();
        for (int times = random.nextInt(1, 6); times > 0 && result.length > 0; times--) {
            result = once(result);
        }
        return result;
    }

    private byte[] once(byte[] from) {
        int at = random.nextInt(from.length);
        // Headers are at the beginning.
        int early = random.nextBoolean() ? at : random.nextInt(Math.min(from.length, 64));
        return switch (random.nextInt(7)) {
            case 0 -> changed(from, early, (byte) (from[early] ^ 1 << random.nextInt(8)));
            case 1 -> changed(from, early, (byte) random.nextInt());
            case 2 -> size(from, early);
            case 3 -> Arrays.copyOf(from, at);
            case 4 -> joined(Arrays.copyOf(from, at), some(random.nextInt(1, 40)), from, at);
            case 5 -> joined(Arrays.copyOf(from, at), new byte[0], from, to(from, at));
            default -> joined(from, new byte[0], from, at);
        };
    }

    private int to(byte[] from, int at) {
        return Math.min(from.length, at + random.nextInt(1, 40));
    }

    private byte[] some(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] changed(byte[] from, int at, byte value) {
        byte[] result = from.clone();
        result[at] = value;
        return result;
    }

    private byte[] size(byte[] from, int at) {
        byte[] result = from.clone();
        if (at + Integer.BYTES <= result.length) {
            ByteBuffer.wrap(result).putInt(at, pick(random, SIZES));
        }
        return result;
    }

    /** The first two, then the third from a place on. */
    private static byte[] joined(byte[] first, byte[] second, byte[] third, int from) {
        return ByteBuffer.allocate(first.length + second.length + third.length - from)
                .put(first)
                .put(second)
                .put(third, from, third.length - from)
                .array();
    }

    /** Values, names and brackets of a JSON text changed, or its bytes. */
    String json(String original) {
        String result = original;
        for (int times = random.nextInt(1, 4); times > 0 && !result.isEmpty(); times--) {
            result =
                    switch (random.nextInt(4)) {
                        case 0 -> replaced(result, "(?<=: )[^,{}\\[\\]]+", pick(random, VALUES));
                        case 1 -> replaced(result, "\"\\w+\"(?=:)", name(result));
                        case 2 ->
                                replaced(
                                        result,
                                        "[{}\\[\\],:]",
                                        pick(random, List.of("", ",", "]", "{", "}")));
                        default -> changed(result);
                    };
        }
        return result;
    }

    private String changed(String text) {
        byte[] bytes = bytes(text.getBytes(StandardCharsets.UTF_8));
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String name(String text) {
        var names = Pattern.compile("\"\\w+\"(?=:)").matcher(text).results().toList();
        return random.nextInt(4) == 0 || names.isEmpty()
                ? "\"\\u001bname\\n" + "x".repeat(random.nextInt(300)) + "\""
                : pick(random, names).group();
    }

    /** One of the places where a pattern matches. */
    private String replaced(String text, String pattern, String by) {
        var found = Pattern.compile(pattern).matcher(text).results().toList();
        if (found.isEmpty()) {
            return text;
        }
        var place = pick(random, found);
        return text.substring(0, place.start()) + by + text.substring(place.end());
    }
}
