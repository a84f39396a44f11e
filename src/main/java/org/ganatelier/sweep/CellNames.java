package org.ganatelier.sweep;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.project.sweep.SweepFile;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What the folders of cells are called: experiment, seed and eight digits of what determines the
 * training. A sweep file that is changed never takes an old cell for a new one, and finds again
 * what is the same.
 */
final class CellNames {
    private static final int DIGITS = 8;
    private static final int LONGEST = 40;
    private static final Pattern EXTENSION = Pattern.compile("\\.(json|atelier)$");
    private static final Pattern UNUSUAL = Pattern.compile("[^\\p{Alnum}._-]+");

    private CellNames() {}

    static String of(String base, Experiment experiment, SweepFile file) {
        // How many go on at a rung changes no training that does.
        String all = ProjectJson.write(experiment) + file.goals() + file.score();
        String digits = Sha256.of(all.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
        return "%s-%d-%s".formatted(title(base), experiment.seed(), digits);
    }

    private static String title(String base) {
        String file = base.substring(base.replace('\\', '/').lastIndexOf('/') + 1);
        String plain = UNUSUAL.matcher(EXTENSION.matcher(file).replaceFirst("")).replaceAll("-");
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }
}
