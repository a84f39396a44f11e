package org.ganatelier.spark;

import org.ganatelier.files.SafeFile;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a cell on their way from one machine to another.
 *
 * @param contents by name
 */
record CellFiles(TreeMap<String, byte[]> contents) implements Serializable {
    private static final long serialVersionUID = 1;

    static final CellFiles NONE = new CellFiles(new TreeMap<>());

    /** All files in a folder. */
    static CellFiles in(Path folder) throws IOException {
        var contents = new TreeMap<String, byte[]>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                contents.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        }
        return new CellFiles(contents);
    }

    /** Writes each, whole or not at all. */
    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var file : contents.entrySet()) {
            SafeFile.write(folder.resolve(file.getKey()), out -> out.write(file.getValue()));
        }
    }

    /** Removes a folder of files. */
    static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.list(folder)) {
            all = paths.toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
        Files.deleteIfExists(folder);
    }
}
