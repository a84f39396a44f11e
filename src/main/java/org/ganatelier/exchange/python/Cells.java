package org.ganatelier.exchange.python;

import java.util.regex.Pattern;

/** What notebooks and terminals add to code. */
final class Cells {
    private static final Pattern PROMPT = Pattern.compile("(?m)^[ \\t]*(>>>|\\.\\.\\.)( |$)");
    private static final Pattern COMMAND = Pattern.compile("(?m)^[ \\t]*[!%][^\\n]*$");
    private static final Pattern FENCE = Pattern.compile("(?m)^[ \\t]*```[^\\n]*$");

    private Cells() {}

    /** The code alone, in as many lines. */
    static String plain(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace("\uFEFF", "");
        String code = lines.replace('\u00a0', ' ');
        code = PROMPT.matcher(code).replaceAll("");
        code = COMMAND.matcher(code).replaceAll("");
        return FENCE.matcher(code).replaceAll("");
    }
}
