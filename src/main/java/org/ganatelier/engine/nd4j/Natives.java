package org.ganatelier.engine.nd4j;

import org.bytedeco.javacpp.Loader;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.EngineInfo;
import org.ganatelier.train.RunFailure;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The native libraries: loaded once per process, with the settings they read only then. */
public final class Natives {
    /** One: at this size of network a second thread costs more in waiting than it brings. */
    public static final int DEFAULT_THREADS = 1;

    /** Whether an installer has unpacked the libraries beside the program. */
    private static final boolean ALREADY_THERE =
            Boolean.getBoolean("org.bytedeco.javacpp.pathsFirst");

    /** Behind the name of the library, as Linux has it. */
    private static final String ONEDNN_VERSION = ".3";

    private Natives() {}

    /** Initialised by the first thread that asks; others wait for it. */
    private static final class Loaded {
        static final EngineInfo INFO = loadWhereSafe();

        private static EngineInfo loadWhereSafe() {
            if (!ALREADY_THERE) {
                requireFolder();
            }
            return load();
        }
    }

    /**
     * Loads the libraries if nobody has yet.
     *
     * @throws EngineException where they cannot run on this machine
     */
    public static EngineInfo load(int threads) {
        try {
            EngineInfo info = Loaded.INFO;
            useThreads(threads);
            return info;
        } catch (ExceptionInInitializerError failure) {
            if (failure.getCause() instanceof EngineException known) {
                throw known;
            }
            throw new EngineException(new RunFailure.NativesMissing(), failure);
        } catch (LinkageError failure) {
            throw new EngineException(new RunFailure.NativesMissing(), failure);
        }
    }

    /**
     * The same, telling how much is unpacked where that must be done first.
     *
     * @param unpacked as in {@link org.ganatelier.train.Trainer#warmUp}
     */
    public static EngineInfo load(int threads, DoubleConsumer unpacked) {
        if (ALREADY_THERE) {
            return load(threads);
        }
        requireFolder();
        return unpacking()
                .during(
                        () -> {
                            EngineInfo info = load(threads);
                            oneDnn();
                            return info;
                        },
                        unpacked);
    }

    /**
     * Libraries are run as code: they are unpacked where the program has chosen, and nowhere else.
     */
    private static void requireFolder() {
        String refused = System.getProperty("org.ganatelier.natives.refused");
        if (refused != null) {
            throw new EngineException(new RunFailure.NoFolderForNatives(refused));
        }
        String chosen = System.getProperty("org.bytedeco.javacpp.cachedir");
        try {
            if (chosen != null && !Loader.getCacheDir().equals(new File(chosen))) {
                throw new EngineException(new RunFailure.NoFolderForNatives(chosen));
            }
        } catch (IOException failure) {
            throw new EngineException(
                    new RunFailure.UnpackingFailed(String.valueOf(failure.getMessage())), failure);
        }
    }

    /**
     * The library of oneDNN 3, unpacked like all others; empty where the program was built without
     * it.
     *
     * @throws EngineException where it cannot be unpacked
     */
    public static Optional<Path> oneDnn() {
        load(DEFAULT_THREADS);
        String name = System.mapLibraryName("dnnl") + ONEDNN_VERSION;
        if (ALREADY_THERE) {
            return Stream.of(
                            System.getProperty("java.library.path", "")
                                    .split(Pattern.quote(File.pathSeparator)))
                    .map(folder -> Path.of(folder, name))
                    .filter(Files::isRegularFile)
                    .findFirst();
        }
        String resource = "/org/bytedeco/dnnl/" + Loader.getPlatform() + "/" + name;
        try {
            return Optional.ofNullable(Loader.cacheResource(Natives.class, resource))
                    .map(File::toPath);
        } catch (IOException failure) {
            throw new EngineException(
                    new RunFailure.UnpackingFailed(String.valueOf(failure.getMessage())), failure);
        }
    }

    private static Unpacking unpacking() {
        try {
            return new Unpacking(
                    System.getProperty("java.class.path", ""),
                    Loader.getPlatform(),
                    Loader.getCacheDir().toPath());
        } catch (IOException failure) {
            throw new EngineException(
                    new RunFailure.UnpackingFailed(String.valueOf(failure.getMessage())), failure);
        }
    }

    /** How many threads the operations called from this thread use. */
    static void useThreads(int threads) {
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
    }

    private static EngineInfo load() {
        // OpenMP's threads spin while they wait, unless told so before the library loads: beside
        // any other busy thread,
        // such as a window's, that makes two threads many times slower than one.
        setEnvironment("OMP_WAIT_POLICY", "passive");
        Nd4j.create(1).close();
        String version = Nd4j.class.getPackage().getImplementationVersion();
        return new EngineInfo(
                "DL4J " + (version == null ? "1.0.0-M2.1" : version), DEFAULT_THREADS);
    }

    /**
     * The environment of this process, as the C library sees it; System.getenv is a copy and cannot
     * be changed.
     */
    @SuppressWarnings("restricted")
    private static void setEnvironment(String name, String value) {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup()
                .find("setenv")
                .ifPresent(
                        symbol -> {
                            var setenv =
                                    linker.downcallHandle(
                                            symbol,
                                            FunctionDescriptor.of(
                                                    ValueLayout.JAVA_INT,
                                                    ValueLayout.ADDRESS,
                                                    ValueLayout.ADDRESS,
                                                    ValueLayout.JAVA_INT));
                            try (Arena arena = Arena.ofConfined()) {
                                int failed =
                                        (int)
                                                setenv.invokeExact(
                                                        arena.allocateFrom(name),
                                                        arena.allocateFrom(value),
                                                        1);
                                assert failed == 0;
                            } catch (Throwable failure) {
                                throw new IllegalStateException(
                                        name + " could not be set", failure);
                            }
                        });
    }
}
