package org.ganatelier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import javax.tools.ToolProvider;

/** The launcher, with a Java that only tells how it was called. */
@EnabledOnOs(OS.LINUX)
final class LauncherScriptTest {
    private static final String TELLS =
            """
            #!/bin/sh
            if [ "$1" = -version ]; then
                echo 'openjdk version "25.0.1"' >&2
            else
                echo "LC_ALL=${LC_ALL:-}"
                printf '%s\\n' "$@"
            fi
            """;

    @TempDir private Path folder = Path.of("");
    private Path app = Path.of("");

    private record Result(int code, List<String> out, String errors) {}

    @BeforeEach
    void install() throws IOException {
        app = installed("app");
    }

    /** A program with its own Java, as an installer makes it. */
    private Path installed(String name) throws IOException {
        Path made = folder.resolve(name);
        script(made.resolve("lib/runtime/bin/java"), TELLS);
        script(
                made.resolve("bin/gan-atelier"),
                Files.readString(Path.of("packaging/bin/gan-atelier")));
        return made;
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Result run(Path app, Map<String, String> environment) throws Exception {
        var builder = new ProcessBuilder(app.resolve("bin/gan-atelier").toString(), "check", "a b");
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (var out = process.getInputStream();
                var errors = process.getErrorStream()) {
            var said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            var complained = new String(errors.readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), said.lines().toList(), complained);
        }
    }

    @Test
    void anInstalledProgramRunsWithItsOwnJavaAndLibraries() throws Exception {
        Files.createDirectories(app.resolve("lib/app"));
        Files.createFile(app.resolve("lib/app/b.jar"));
        Files.createFile(app.resolve("lib/app/a.jar"));
        Result result = run(app, Map.of("LC_ALL", "C.UTF-8"));
        assertThat(result.errors()).isEmpty();
        assertThat(result.out())
                .containsExactly(
                        "LC_ALL=C.UTF-8",
                        "@" + app + "/lib/app/jvm.options",
                        "-Djava.library.path=" + app + "/lib/app/natives",
                        "-Dorg.bytedeco.javacpp.pathsFirst=true",
                        "-cp",
                        app + "/lib/app/a.jar:" + app + "/lib/app/b.jar",
                        "org.ganatelier.Main",
                        "check",
                        "a b");
    }

    @Test
    void aProgramWithoutItsOwnJavaTakesOneOfTheMachineEvenWithoutAHome() throws Exception {
        Files.delete(app.resolve("lib/runtime/bin/java"));
        script(folder.resolve("jdk/bin/java"), TELLS);
        Result result =
                run(
                        app,
                        Map.of("LC_ALL", "C.UTF-8", "JAVA_HOME", folder.resolve("jdk").toString()));
        assertThat(result.errors()).isEmpty();
        assertThat(result.out())
                .contains("@" + app + "/jvm.options", app + "/lib/*.jar", "org.ganatelier.Main");
    }

    @Test
    void aCacheForTheStartIsUsedWhereThereIsOne() throws Exception {
        assertThat(run(app, Map.of()).out()).noneMatch(argument -> argument.startsWith("-XX:AOT"));
        Files.createDirectories(app.resolve("lib/app"));
        Files.createFile(app.resolve("lib/app/start.aot"));
        assertThat(run(app, Map.of()).out())
                .contains("-XX:AOTCache=" + app + "/lib/app/start.aot", "-Xlog:aot*=off,cds*=off");
    }

    /** With the real Java, and a program that only says that it runs. */
    @Test
    void aCacheThatDoesNotFitIsIgnoredWithoutAWord() throws Exception {
        Path jar = smallProgram();
        Path cache = app.resolve("start.aot");
        run(app, real("GAN_ATELIER_START_CACHE", cache.toString()));
        assertThat(cache).isNotEmptyFile();
        assertThat(run(app, telling()).out())
                .anyMatch(line -> line.endsWith("Main source: shared objects file"));
        assertRunsQuietly();

        Files.writeString(app.resolve("jvm.options"), "-XX:-UseCompressedOops\n-XX:+UseSerialGC");
        assertRunsQuietly();
        Files.writeString(app.resolve("jvm.options"), "-XX:+UseSerialGC");

        // Java itself compares the jars of a real program: see LauncherIT.
        FileTime before = Files.getLastModifiedTime(jar);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(before.toMillis() + 60_000));
        assertThat(run(app, telling()).out())
                .noneMatch(line -> line.endsWith("Main source: shared objects file"));
        Files.setLastModifiedTime(jar, before);

        byte[] whole = Files.readAllBytes(cache);
        Files.write(cache, Arrays.copyOf(whole, whole.length / 2));
        assertRunsQuietly();
        Files.writeString(cache, "no cache");
        assertRunsQuietly();
    }

    private void assertRunsQuietly() throws Exception {
        Result result = run(app, real("LC_ALL", "C.UTF-8"));
        assertThat(result.errors()).isEmpty();
        assertThat(result.out()).containsExactly("runs");
        assertThat(result.code()).isZero();
    }

    /** Without a Java of its own. */
    private Path smallProgram() throws IOException {
        Files.delete(app.resolve("lib/runtime/bin/java"));
        Files.writeString(app.resolve("jvm.options"), "-XX:+UseSerialGC");
        Path source = folder.resolve("Main.java");
        Files.writeString(
                source,
                """
                package org.ganatelier;
                public class Main {
                    public static void main(String[] args) { System.out.println("runs"); }
                }
                """);
        int code =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", folder.toString(), source.toString());
        assertThat(code).isZero();
        Path jar = app.resolve("lib/program.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("org/ganatelier/Main.class"));
            out.write(Files.readAllBytes(folder.resolve("org/ganatelier/Main.class")));
        }
        return jar;
    }

    private static Map<String, String> telling() {
        return real("JDK_JAVA_OPTIONS", "-Xlog:class+load");
    }

    private static Map<String, String> real(String variable, String value) {
        return Map.of("JAVA_HOME", System.getProperty("java.home", ""), variable, value);
    }

    @Test
    void namesOfFilesMayHaveAccentsInAnyLocale() throws Exception {
        for (String locale : List.of("POSIX", "C", "en_US.ISO-8859-1")) {
            assertThat(run(app, Map.of("LC_ALL", locale)).out()).contains("LC_ALL=C.UTF-8");
        }
        assertThat(run(app, Map.of()).out()).contains("LC_ALL=C.UTF-8");
    }

    @Test
    void theLanguageStays() throws Exception {
        assertThat(run(app, Map.of("LANG", "de_DE.ISO-8859-1")).out())
                .contains("-Duser.language=de");
        assertThat(run(app, Map.of("LANG", "POSIX")).out())
                .noneMatch(argument -> argument.startsWith("-Duser.language"));
    }

    @Test
    void aFolderThatJavaDoesNotUnderstandIsASentence() throws Exception {
        assertThat(run(installed("josé"), Map.of("LC_ALL", "C.UTF-8")).code()).isZero();
        Result result = run(installed("🎨"), Map.of("LC_ALL", "C.UTF-8"));
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.errors())
                .startsWith("GAN Atelier does not start from this folder")
                .hasLineCount(1);
    }

    @Test
    void aJavaThatDoesNotStartSaysWhy() throws Exception {
        Files.delete(app.resolve("lib/runtime/bin/java"));
        Path broken = folder.resolve("jdk/bin/java");
        script(broken, "#!/bin/sh\necho 'Could not reserve enough space'\nexit 1\n");
        // The same script, without the places of this machine that hold a Java.
        Path launcher = app.resolve("bin/gan-atelier");
        String text = Files.readString(launcher).replaceAll("/(usr|opt|Library)/", "/nowhere/");
        Files.writeString(launcher, text);
        Result result =
                run(
                        app,
                        Map.of(
                                "LC_ALL",
                                "C.UTF-8",
                                "JAVA_HOME",
                                folder.resolve("jdk").toString(),
                                "PATH",
                                path()));
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.errors())
                .isEqualTo(
                        "GAN Atelier needs Java 25 or newer, and %s does not start: Could not"
                                        .formatted(broken)
                                + " reserve enough space \n");
    }

    /** A search path with all that the launcher needs, but without a Java. */
    private String path() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool :
                List.of(
                        "sh",
                        "dirname",
                        "readlink",
                        "grep",
                        "sed",
                        "head",
                        "tr",
                        "uname",
                        "locale")) {
            Path found = Path.of("/usr/bin", tool);
            Files.createSymbolicLink(tools.resolve(tool), found);
        }
        return tools.toString();
    }
}
