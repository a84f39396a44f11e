package org.ganatelier.text;

import java.util.Properties;

/**
 * Makes English strange: whatever still looks like English in a window was never looked up, and
 * whatever is cut off has no room for a longer language.
 */
final class Pseudo {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ACCENTED = "àƀçđéƒğĥíĵķľɱñóþɋŕšŧúṽŵẋýžÀƁÇĐÉƑĞĤÍĴĶĽṀÑÓÞɊŔŠŦÚṼŴẊÝŽ";

    /** German is about this much longer than English in a window. */
    private static final double LONGER = 0.4;

    private Pseudo() {}

    static Properties of(Properties english) {
        var strange = new Properties();
        english.forEach((key, pattern) -> strange.put(key, of((String) pattern)));
        return strange;
    }

    /** A message pattern with every letter outside its arguments accented, and made longer. */
    static String of(String pattern) {
        var out = new StringBuilder();
        int letters = 0;
        int depth = 0;
        boolean inSelector = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{') {
                depth++;
                // {name, plural, one {text}}: names at odd depths, text at even ones.
                inSelector = depth % 2 == 1;
            } else if (c == '}') {
                depth--;
                inSelector = depth % 2 == 1;
            }
            int at = inSelector ? -1 : PLAIN.indexOf(c);
            if (at >= 0) {
                letters++;
            }
            out.append(at >= 0 ? ACCENTED.charAt(at) : c);
        }
        out.append("~".repeat((int) Math.ceil(letters * LONGER)));
        return out.toString();
    }
}
