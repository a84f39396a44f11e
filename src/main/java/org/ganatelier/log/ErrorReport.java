package org.ganatelier.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the authors need to mend an error: versions, the system, the stack and the newest lines of
 * the log. Nothing of the user's work is in it, and the home folder is a {@code ~}.
 *
 * @param engine what computes, as far as it is known
 * @param error what happened
 * @param more how many errors came after it
 * @param recent the newest lines of the log
 */
public record ErrorReport(Optional<String> engine, Throwable error, int more, List<String> recent) {
    private static final int MOST_OF_THE_STACK = 20_000;

    /** Of each text of the log: a stack that never ends would hide the rest. */
    private static final int MOST_OF_A_TEXT = 4000;

    private static final int MEGABYTE = 1 << 20;

    public ErrorReport {
        recent = List.copyOf(recent);
    }

    /** The report as one text of several lines. */
    public String text() {
        var text = new StringBuilder();
        line(text, "program", "GAN Atelier " + version());
        line(text, "java", property("java.vendor.version") + ", " + property("java.vm.version"));
        line(
                text,
                "system",
                "%s %s, %s"
                        .formatted(
                                property("os.name"), property("os.version"), property("os.arch")));
        Runtime runtime = Runtime.getRuntime();
        line(text, "processors", Integer.toString(runtime.availableProcessors()));
        line(
                text,
                "heap",
                "%d / %d MB"
                        .formatted(
                                (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE,
                                runtime.maxMemory() / MEGABYTE));
        line(text, "language", Locale.getDefault(Locale.Category.DISPLAY).toLanguageTag());
        line(text, "engine", engine.orElse("-"));
        line(text, "errors", Integer.toString(more + 1));
        text.append('\n').append(stack(error)).append('\n');
        recent.forEach(each -> text.append(shortened(each, MOST_OF_A_TEXT)));
        return withoutHome(text.toString());
    }

    private static void line(StringBuilder text, String what, String value) {
        text.append(what).append(": ").append(value).append('\n');
    }

    private static String version() {
        String version = ErrorReport.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }

    private static String property(String name) {
        return System.getProperty(name, "?");
    }

    private static String stack(Throwable error) {
        var text = new StringWriter();
        error.printStackTrace(new PrintWriter(text, true));
        return shortened(text.toString(), MOST_OF_THE_STACK);
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + " \u2026\n";
    }

    private static String withoutHome(String text) {
        String home = System.getProperty("user.home", "");
        // A home of "/" is part of every path.
        return home.length() < 2 ? text : text.replaceAll(Pattern.quote(home) + "(?![\\w-])", "~");
    }
}
