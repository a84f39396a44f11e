package org.ganatelier;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        var unformatted = new ArrayList<Path>();
        for (Path source : sources) {
            String text = Files.readString(source);
            String formatted = formatter.formatSourceAndFixImports(text);
            if (!text.equals(formatted)) {
                unformatted.add(source);
                if (APPLY) {
                    Files.writeString(source, formatted);
                }
            }
        }
        if (!APPLY) {
            assertThat(unformatted)
                    .as("\"mvn test -Dtest=FormatTest -Dformat=apply\" formats every source")
                    .isEmpty();
        }
    }
}
