package org.ganatelier.exchange.source;

import java.util.regex.Pattern;

/** Whose names and defaults a layer has. */
enum Dialect {
    KERAS,
    TORCH;

    private static final Pattern TORCH_WORDS = Pattern.compile("\\b(torch|nn\\.[A-Z])");
    private static final Pattern TORCH_PATH = Pattern.compile("(torch|nn|F)\\b.*");
    private static final Pattern KERAS_PATH =
            Pattern.compile("(tf|keras|tensorflow|layers|K)\\b.*");

    /** Of a whole text: for names without anything before them. */
    static Dialect ofText(String text) {
        return TORCH_WORDS.matcher(text).find() ? TORCH : KERAS;
    }

    /** Of a name such as "nn.Linear", in a text of this dialect. */
    Dialect ofPath(String dotted) {
        if (TORCH_PATH.matcher(dotted).matches() && dotted.contains(".")) {
            return TORCH;
        }
        return KERAS_PATH.matcher(dotted).matches() && dotted.contains(".") ? KERAS : this;
    }
}
