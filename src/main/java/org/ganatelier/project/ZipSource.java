package org.ganatelier.project;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** Where the entries of a zip are read from. */
sealed interface ZipSource extends AutoCloseable {
    /** The entry of that name, with its length and its checksum, or null. */
    @Nullable ZipEntry entry(String name);

    /** The bytes of an entry. */
    InputStream open(ZipEntry entry) throws IOException;

    @Override
    void close() throws IOException;

    /** A file on the disk. */
    record OnDisk(ZipFile zip) implements ZipSource {
        @Override
        public @Nullable ZipEntry entry(String name) {
            return zip.getEntry(name);
        }

        @Override
        public InputStream open(ZipEntry entry) throws IOException {
            return zip.getInputStream(entry);
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    /** A zip of the program's own, unpacked: there is no file of it, and none is needed. */
    final class InMemory implements ZipSource {
        private final Map<String, ZipEntry> entries = new HashMap<>();
        private final Map<String, byte[]> contents = new HashMap<>();

        /** Reads all of a stream, which must be one that can be trusted. */
        InMemory(InputStream in) throws IOException {
            var zip = new ZipInputStream(in);
            for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                var checksum = new CRC32();
                checksum.update(content);
                var entry = new ZipEntry(next.getName());
                entry.setSize(content.length);
                entry.setCrc(checksum.getValue());
                entries.put(next.getName(), entry);
                contents.put(next.getName(), content);
            }
        }

        @Override
        public @Nullable ZipEntry entry(String name) {
            return entries.get(name);
        }

        @Override
        public InputStream open(ZipEntry entry) throws IOException {
            byte[] content = contents.get(entry.getName());
            if (content == null) {
                throw new IOException(entry.getName());
            }
            return new ByteArrayInputStream(content);
        }

        @Override
        public void close() {}
    }
}
