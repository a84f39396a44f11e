package org.ganatelier.engine.nd4j;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The copying of native libraries out of their jars into the user's cache, which JavaCPP does at
 * first use and tells nobody about: how much of it is done is seen from the files themselves.
 */
final class Unpacking {
    private record Library(Path file, long size) {}

    private static final Pattern LIBRARY = Pattern.compile(".*\\.(so(\\.\\d+)*|dll|dylib)");

    /** Beside oneDNN 3 lie what its Java classes need, and a library that is there already. */
    private static final Pattern LEFT_PACKED =
            Pattern.compile("org/bytedeco/dnnl/.*/lib(jnidnnl|gomp)\\..*");

    private static final long INTERVAL_MILLIS = 100;

    private final List<Library> libraries;
    private final long total;

    /**
     * @param classPath jars, with the system's separator between them
     * @param platform as JavaCPP calls it: a part of the names of the jars that hold its libraries
     * @param cache the folder that JavaCPP unpacks to, a folder for each jar
     * @throws IOException where a jar cannot be read
     */
    Unpacking(String classPath, String platform, Path cache) throws IOException {
        libraries = new ArrayList<>();
        for (String element : classPath.split(Pattern.quote(File.pathSeparator), -1)) {
            Path jar = Path.of(element);
            String name = String.valueOf(jar.getFileName());
            if (name.endsWith(".jar") && name.contains(platform) && Files.isRegularFile(jar)) {
                collect(jar, cache.resolve(name));
            }
        }
        total = libraries.stream().mapToLong(Library::size).sum();
    }

    private void collect(Path jar, Path folder) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .filter(entry -> LIBRARY.matcher(entry.getName()).matches())
                    .filter(entry -> !LEFT_PACKED.matcher(entry.getName()).matches())
                    .map(entry -> library(entry, folder))
                    .forEach(libraries::add);
        }
    }

    private static Library library(ZipEntry entry, Path folder) {
        return new Library(folder.resolve(entry.getName()), entry.getSize());
    }

    /** The share that is there, 0 to 1; 1 where nothing is to be unpacked. */
    double done() {
        if (total == 0) {
            return 1;
        }
        long there = 0;
        for (Library library : libraries) {
            there += Math.min(library.size(), library.file().toFile().length());
        }
        return (double) there / total;
    }

    /**
     * Does what unpacks the libraries and meanwhile tells how much is done, on a thread of its own;
     * tells nothing where all is there already.
     */
    <T> T during(Supplier<T> loading, DoubleConsumer listener) {
        if (done() >= 1) {
            return loading.get();
        }
        Thread watcher =
                Thread.ofPlatform().daemon().name("unpacking").start(() -> watch(listener));
        try {
            return loading.get();
        } finally {
            watcher.interrupt();
        }
    }

    private void watch(DoubleConsumer listener) {
        try {
            for (double share = done(); share < 1; share = done()) {
                listener.accept(share);
                Thread.sleep(INTERVAL_MILLIS);
            }
        } catch (InterruptedException _) {
            // Loaded: there is nothing more to tell.
        }
    }
}
