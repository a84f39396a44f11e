package org.ganatelier.ui.networks;

import org.ganatelier.experiment.layer.LayerSpec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Which layer of a changed stack was which before, so that cards, selection and focus stay with
 * their layer. Layers carry no identity: what starts and ends alike stays; between, equal layers
 * are paired first, then layers of the same kind in their order (an edited field).
 */
final class Alignment {
    private static final int NEW = -1;

    /** For each layer after the change, its index before it. */
    private final int[] before;

    private final boolean[] used;

    private Alignment(int sizeBefore, int sizeAfter) {
        before = new int[sizeAfter];
        Arrays.fill(before, NEW);
        used = new boolean[sizeBefore];
    }

    static Alignment of(List<LayerSpec> old, List<LayerSpec> now) {
        var alignment = new Alignment(old.size(), now.size());
        int shorter = Math.min(old.size(), now.size());
        int start = 0;
        while (start < shorter && old.get(start).equals(now.get(start))) {
            alignment.pair(start, start);
            start++;
        }
        for (int end = 1; end <= shorter - start; end++) {
            if (!old.get(old.size() - end).equals(now.get(now.size() - end))) {
                break;
            }
            alignment.pair(old.size() - end, now.size() - end);
        }
        alignment.pairRest(old, now, LayerSpec::equals);
        alignment.pairRest(old, now, (a, b) -> a.getClass() == b.getClass());
        return alignment;
    }

    /** Where the layer now at {@code index} was; empty if it is new. */
    Optional<Integer> before(int index) {
        return before[index] == NEW ? Optional.empty() : Optional.of(before[index]);
    }

    /** Where the layer that was at {@code index} is now; empty if it is gone. */
    Optional<Integer> after(int index) {
        return IntStream.range(0, before.length)
                .filter(i -> before[i] == index)
                .boxed()
                .findFirst();
    }

    private void pairRest(
            List<LayerSpec> old, List<LayerSpec> now, BiPredicate<LayerSpec, LayerSpec> alike) {
        for (int i = 0; i < now.size(); i++) {
            for (int j = 0; before[i] == NEW && j < old.size(); j++) {
                if (!used[j] && alike.test(old.get(j), now.get(i))) {
                    pair(j, i);
                }
            }
        }
    }

    private void pair(int indexBefore, int indexNow) {
        before[indexNow] = indexBefore;
        used[indexBefore] = true;
    }
}
