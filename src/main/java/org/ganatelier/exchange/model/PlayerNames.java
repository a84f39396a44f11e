package org.ganatelier.exchange.model;

import org.ganatelier.experiment.basics.Side;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which player a name speaks of: "netG", "build_discriminator", "critic". */
public final class PlayerNames {
    private PlayerNames() {}

    /** The player of a name; empty where it speaks of none. */
    public static Optional<Side> of(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        if (small.contains("disc") || small.contains("critic")) {
            return Optional.of(Side.DISCRIMINATOR);
        }
        if (small.contains("generator") || small.startsWith("gen") || small.contains("_gen")) {
            return Optional.of(Side.GENERATOR);
        }
        for (String word : name.split("[_.]|(?<=[a-z])(?=[A-Z])", -1)) {
            if (word.equalsIgnoreCase("d")) {
                return Optional.of(Side.DISCRIMINATOR);
            }
            if (word.equalsIgnoreCase("g")) {
                return Optional.of(Side.GENERATOR);
            }
        }
        return Optional.empty();
    }

    /** The player of the first name that speaks of one. */
    public static Optional<Side> of(List<String> names) {
        return names.stream().flatMap(name -> of(name).stream()).findFirst();
    }
}
