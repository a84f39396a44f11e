package org.ganatelier;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Every source looks as google-java-format writes it, in the style of the Android project. */
final class FormatTest {
    private static final boolean APPLY = "apply".equals(System.getProperty("format"));

    private final Formatter formatter =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    @Test
    void everySourceIsFormatted() throws Exception {
        List<Path> sources;
        try (var files = Files.walk(Path.of("src"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
        assertThat(sources).contains(Path.of("src/main/java/org/ganatelier/Main.java"));
        for (Path source : sources) {
            check(source);
        }
    }

    private void check(Path source) throws Exception {
        String text = Files.readString(source);
        String formatted = formatter.formatSourceAndFixImports(text);
        if (APPLY && !text.equals(formatted)) {
            Files.writeString(source, formatted);
        } else {
            assertThat(text)
                    .as(
                            "%s is not formatted; \"mvn test -Dtest=FormatTest -Dformat=apply\""
                                    + " formats every source",
                            source)
                    .isEqualTo(formatted);
        }
    }
}
