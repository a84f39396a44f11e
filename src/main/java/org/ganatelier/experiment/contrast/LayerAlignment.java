package org.ganatelier.experiment.contrast;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.LayerSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which layer of one stack became which layer of another: the cheapest series of changes (Wagner
 * and Fischer 1974), in which one layer more or less costs as much as many other values.
 */
final class LayerAlignment {
    /** Of a layer that comes or goes. */
    private static final int STEP = 100;

    /** Of one of another kind in its place: a little less than one that goes and one that comes. */
    private static final int REPLACED = 2 * STEP - 1;

    /** Of one other value. No layer has so many that it would be cheaper to replace it. */
    private static final int VALUE = 10;

    private final Side side;
    private final List<LayerSpec> before;
    private final List<LayerSpec> after;

    /** The cost of what follows the first i layers of one stack and the first j of the other. */
    private final int[][] rest;

    LayerAlignment(Side side, List<LayerSpec> before, List<LayerSpec> after) {
        this.side = side;
        this.before = before;
        this.after = after;
        rest = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size(); i >= 0; i--) {
            for (int j = after.size(); j >= 0; j--) {
                rest[i][j] = cheapest(i, j);
            }
        }
    }

    private int cheapest(int i, int j) {
        if (i == before.size()) {
            return STEP * (after.size() - j);
        }
        if (j == after.size()) {
            return STEP * (before.size() - i);
        }
        return Math.min(
                pair(i, j) + rest[i + 1][j + 1], STEP + Math.min(rest[i + 1][j], rest[i][j + 1]));
    }

    /** What it costs that one layer becomes another. */
    private int pair(int i, int j) {
        LayerSpec old = before.get(i);
        LayerSpec now = after.get(j);
        if (old.equals(now)) {
            return 0;
        }
        return old.kind().equals(now.kind())
                ? STEP / 2 + VALUE * new Contrast.Altered(side, j, old, now).fields().size()
                : REPLACED;
    }

    /** All that differs, from the first layer to the last. */
    List<Contrast> contrasts() {
        var all = new ArrayList<Contrast>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size()
                    && j < after.size()
                    && rest[i][j] == pair(i, j) + rest[i + 1][j + 1]) {
                become(i++, j++, all);
            } else if (i < before.size() && rest[i][j] == STEP + rest[i + 1][j]) {
                all.add(new Contrast.Removed(side, i, before.get(i)));
                i++;
            } else {
                all.add(new Contrast.Added(side, j, after.get(j)));
                j++;
            }
        }
        return moved(all);
    }

    private void become(int i, int j, List<Contrast> all) {
        LayerSpec old = before.get(i);
        LayerSpec now = after.get(j);
        if (old.equals(now)) {
            return;
        }
        all.add(
                old.kind().equals(now.kind())
                        ? new Contrast.Altered(side, j, old, now)
                        : new Contrast.Replaced(side, j, old, now));
    }

    /** A layer that goes here and comes there has moved. */
    private List<Contrast> moved(List<Contrast> all) {
        var result = new ArrayList<Contrast>(all);
        for (Contrast each : all) {
            if (each instanceof Contrast.Removed gone) {
                comesAgain(gone, result)
                        .ifPresent(
                                come -> {
                                    result.remove(come);
                                    result.set(
                                            result.indexOf(gone),
                                            new Contrast.Moved(
                                                    side,
                                                    gone.index(),
                                                    come.index(),
                                                    gone.layer()));
                                });
            }
        }
        return result;
    }

    private static Optional<Contrast.Added> comesAgain(
            Contrast.Removed gone, List<Contrast> among) {
        return among.stream()
                .filter(Contrast.Added.class::isInstance)
                .map(Contrast.Added.class::cast)
                .filter(come -> come.layer().equals(gone.layer()))
                .findFirst();
    }
}
