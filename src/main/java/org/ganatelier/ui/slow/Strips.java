package org.ganatelier.ui.slow;

import org.ganatelier.train.dissection.Opinion;
import org.ganatelier.train.dissection.Seen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/** Makes rows of samples. FX thread only. */
final class Strips {
    /** What lies behind a picture. */
    enum Paper {
        /** Behind images. */
        BLACK,
        /** Behind colours that are more or less transparent. */
        LIGHT;

        private String style() {
            return "slow-paper-" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final SlowTexts texts;
    private final VerdictScale scale;

    Strips(SlowTexts texts, VerdictScale scale) {
        this.texts = texts;
        this.scale = scale;
    }

    /**
     * Samples of which D says nothing.
     *
     * @param labels of the samples; empty where they have none
     */
    Strip plain(String title, List<Picture> pictures, byte[] labels, Paper paper) {
        var tiles = new ArrayList<Tile>();
        for (int i = 0; i < pictures.size(); i++) {
            var tile = new Tile(pictures.get(i), paper.style());
            name(tile, pictures.size() > 1 ? labels : new byte[0], i);
            tiles.add(tile);
        }
        return new Strip(title, tiles);
    }

    /**
     * Samples with what D says of them; of points, with what it says on average.
     *
     * @param before what D said earlier
     * @param loss of each sample alone
     */
    Strip judged(
            String title, Seen seen, Optional<Opinion> before, Optional<IntToDoubleFunction> loss) {
        List<Picture> pictures = Pictures.of(seen.samples());
        boolean single = Pictures.areSingle(seen.samples());
        var tiles = new ArrayList<Tile>();
        for (int i = 0; i < pictures.size(); i++) {
            var tile = new Tile(pictures.get(i), Paper.BLACK.style());
            name(tile, single ? seen.labels() : new byte[0], i);
            double now = output(seen.opinion(), single, i);
            OptionalDouble then =
                    before.isPresent()
                            ? OptionalDouble.of(output(before.get(), single, i))
                            : OptionalDouble.empty();
            tile.judge(new VerdictBar(scale, now, then));
            if (loss.isPresent() && single) {
                tile.say(texts.number(loss.get().applyAsDouble(i)), "slow-number");
            } else {
                String said =
                        then.isPresent()
                                ? texts.shortChange(then.getAsDouble(), now)
                                : texts.number(now);
                tile.say(said, "slow-number");
            }
            tiles.add(tile);
        }
        return new Strip(title, tiles);
    }

    private static double output(Opinion opinion, boolean single, int index) {
        return single ? opinion.output(index) : opinion.mean();
    }

    private void name(Tile tile, byte[] labels, int index) {
        String name = texts.className(labels, index);
        if (!name.isEmpty()) {
            tile.say(name, "slow-class");
        }
    }
}
