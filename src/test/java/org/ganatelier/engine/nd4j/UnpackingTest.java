package org.ganatelier.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

final class UnpackingTest {
    private static final String JAR = "engine-1.0-linux-x86_64-onednn.jar";

    @TempDir private Path folder;
    private Path cache;
    private Unpacking unpacking;

    @BeforeEach
    void writeJars() throws IOException {
        cache = folder.resolve("cache");
        jar(JAR, "lib/liblarge.so", 3000, "lib/libsmall.so.1", 1000, "lib/readme.txt", 500);
        jar("engine-1.0.jar", "lib/other.so", 9000, "A.class", 9, "B.class", 9);
        unpacking = new Unpacking(classPath(), "linux-x86_64", cache);
    }

    @Test
    void librariesOfThePlatformCountByTheirSize() throws IOException {
        assertThat(unpacking.done()).isZero();
        unpack("lib/liblarge.so", 1500);
        assertThat(unpacking.done()).isEqualTo(1500 / 4000.0);
        unpack("lib/liblarge.so", 3000);
        unpack("lib/libsmall.so.1", 1000);
        assertThat(unpacking.done()).isEqualTo(1);
    }

    @Test
    void whatIsNeverUnpackedDoesNotCount() throws IOException {
        String folderInside = "org/bytedeco/dnnl/linux-x86_64/";
        jar(JAR, folderInside + "libdnnl.so.3", 100, folderInside + "libjnidnnl.so", 900);
        unpacking = new Unpacking(classPath(), "linux-x86_64", cache);
        assertThat(unpacking.done()).isZero();
        unpack(folderInside + "libdnnl.so.3", 100);
        assertThat(unpacking.done()).isEqualTo(1);
    }

    @Test
    void nothingIsToUnpackWhereTheJarsHoldNoLibraries() throws IOException {
        assertThat(new Unpacking(classPath(), "windows-x86_64", cache).done()).isEqualTo(1);
    }

    @Test
    void tellsTheShareWhileTheLibrariesAreUnpacked() throws IOException {
        unpack("lib/libsmall.so.1", 1000);
        BlockingQueue<Double> told = new LinkedBlockingQueue<>();
        String result = unpacking.during(() -> "loaded at " + take(told), told::add);
        assertThat(result).isEqualTo("loaded at 0.25");
    }

    @Test
    void tellsNothingWhereAllIsThere() throws IOException {
        unpack("lib/liblarge.so", 3000);
        unpack("lib/libsmall.so.1", 1000);
        BlockingQueue<Double> told = new LinkedBlockingQueue<>();
        assertThat(unpacking.during(() -> "loaded", told::add)).isEqualTo("loaded");
        assertThat(told).isEmpty();
    }

    private static double take(BlockingQueue<Double> told) {
        try {
            return told.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String classPath() {
        return String.join(
                System.getProperty("path.separator"),
                List.of(
                        folder.resolve(JAR).toString(),
                        folder.resolve("engine-1.0.jar").toString(),
                        "missing-linux-x86_64.jar"));
    }

    private void unpack(String library, int size) throws IOException {
        Path file = cache.resolve(JAR).resolve(library);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[size]);
    }

    private void jar(String name, Object... namesAndSizes) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (int i = 0; i < namesAndSizes.length; i += 2) {
                jar.putNextEntry(new ZipEntry((String) namesAndSizes[i]));
                jar.write(new byte[(int) namesAndSizes[i + 1]]);
            }
        }
    }
}
