package org.ganatelier.project;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word somebody meant. */
final class Nearest {
    private static final int LETTER = 4;

    private Nearest() {}

    /** The candidate with the fewest letters to change, case aside; empty without candidates. */
    static Optional<String> to(String word, Collection<String> candidates) {
        return candidates.stream().min(Comparator.comparingInt(other -> distance(word, other)));
    }

    /** Levenshtein's edit distance (1966), with a change of case cheaper than of letter. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j * LETTER;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i * LETTER;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + cost(a.charAt(i - 1), b.charAt(j - 1));
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + LETTER);
            }
        }
        return row[b.length()];
    }

    private static int cost(char a, char b) {
        if (a == b) {
            return 0;
        }
        return Character.toLowerCase(a) == Character.toLowerCase(b) ? 1 : LETTER;
    }
}
