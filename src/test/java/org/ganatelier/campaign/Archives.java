package org.ganatelier.campaign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Zips, and how they are damaged. */
final class Archives {
    /** Values that readers are known to stumble over. */
    private static final List<String> ODD =
            List.of(
                    "null",
                    "-1",
                    "0",
                    "1e300",
                    "1e-400",
                    "9223372036854775807",
                    "99999999999999999999999",
                    "2147483648",
                    "\"\"",
                    "\"\\u001b[2J\\n\"",
                    "[]",
                    "{}",
                    "true",
                    "NaN",
                    "[[[[[[[[]]]]]]]]",
                    "\"" + "x".repeat(3000) + "\"",
                    "\"../../etc/passwd\"");

    private static final List<Float> ODD_FLOATS =
            List.of(Float.NaN, Float.POSITIVE_INFINITY, -0f, Float.MAX_VALUE, Float.MIN_VALUE);

    private Archives() {}

    /** What a zip holds, in order. */
    static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    /** Writes a zip that is damaged in one to three ways, inside or as a whole. */
    static Path damaged(Map<String, byte[]> sound, Path file, RandomGenerator random)
            throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>(sound);
        int times = random.nextInt(1, 4);
        for (int i = 0; i < times && !entries.isEmpty(); i++) {
            damageEntry(entries, random);
        }
        byte[] bytes = zip(entries);
        if (random.nextInt(3) == 0) {
            bytes = damageBytes(bytes, random);
        }
        return Files.write(file, bytes);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static void damageEntry(Map<String, byte[]> entries, RandomGenerator random) {
        List<String> names = List.copyOf(entries.keySet());
        String name = names.get(random.nextInt(names.size()));
        byte[] content = Objects.requireNonNull(entries.get(name));
        switch (random.nextInt(6)) {
            case 0 -> entries.remove(name);
            case 1 -> entries.put(name, entries.get(names.get(random.nextInt(names.size()))));
            case 2 -> entries.put(name, Arrays.copyOf(content, random.nextInt(content.length + 5)));
            default ->
                    entries.put(
                            name,
                            name.endsWith(".f32")
                                    ? damageFloats(content, random)
                                    : damageText(content, random));
        }
    }

    private static byte[] damageFloats(byte[] content, RandomGenerator random) {
        var floats = ByteBuffer.wrap(content.clone()).order(ByteOrder.LITTLE_ENDIAN);
        if (content.length >= Float.BYTES) {
            int at = random.nextInt(content.length / Float.BYTES);
            floats.putFloat(at * Float.BYTES, ODD_FLOATS.get(random.nextInt(ODD_FLOATS.size())));
        }
        return floats.array();
    }

    /** Another value in place of one, a piece twice, or a piece less. */
    private static byte[] damageText(byte[] content, RandomGenerator random) {
        String text = new String(content, StandardCharsets.UTF_8);
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ':' || text.charAt(i) == '[' || text.charAt(i) == ',') {
                values.add(i + 1);
            }
        }
        int from = values.isEmpty() ? 0 : values.get(random.nextInt(values.size()));
        int to = Math.min(text.length(), from + random.nextInt(1, 20));
        for (int i = from; i < to; i++) {
            if (",]}\n".indexOf(text.charAt(i)) >= 0 && i > from + 1) {
                to = i;
            }
        }
        String piece =
                switch (random.nextInt(3)) {
                    case 0 -> "";
                    case 1 -> text.substring(from, to).repeat(2);
                    default -> ODD.get(random.nextInt(ODD.size()));
                };
        return (text.substring(0, from) + piece + text.substring(to))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] damageBytes(byte[] bytes, RandomGenerator random) {
        byte[] damaged =
                random.nextInt(4) == 0
                        ? Arrays.copyOf(bytes, random.nextInt(bytes.length))
                        : bytes.clone();
        int flips = random.nextInt(1, 6);
        for (int i = 0; i < flips && damaged.length > 0; i++) {
            // The table of contents stands at the end.
            int back = random.nextBoolean() ? Math.min(damaged.length, 600) : damaged.length;
            damaged[damaged.length - 1 - random.nextInt(back)] = (byte) random.nextInt();
        }
        return damaged;
    }
}
