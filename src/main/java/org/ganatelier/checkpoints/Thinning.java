package org.ganatelier.checkpoints;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Which checkpoints have to go where there are too many: those that are missed least. The further
 * back, the wider the gaps may be, up to nine times as wide at the beginning of a run as at its
 * end. Values in, values out.
 *
 * @param mostBytes that all of them may take
 * @param most how many there may be
 */
public record Thinning(long mostBytes, int most) {
    /** As many as a film strip can show. */
    public static final int USUAL_MOST = 240;

    /** The share of a run that counts as its present: there all gaps weigh about the same. */
    private static final double PRESENT = 1.0 / 8;

    /** Keeps all. */
    public static final Thinning NONE = new Thinning(Long.MAX_VALUE, Integer.MAX_VALUE);

    public Thinning {
        if (mostBytes < 0 || most < 1) {
            throw new IllegalArgumentException(
                    "No checkpoint fits into %d bytes for %d".formatted(mostBytes, most));
        }
    }

    /** How many checkpoints of a size fit, at least one. */
    public int room(long bytes) {
        return (int) Math.clamp(mostBytes / Math.max(1, bytes), 1, (long) most);
    }

    /**
     * Those that have to go. Never among them: the newest, the marked, and the best by image
     * quality, even where these alone take too much. The first goes last.
     *
     * @param kept in the order of their steps
     * @param best the step of the best, where one is known
     */
    public List<CheckpointFile> surplus(List<CheckpointFile> kept, OptionalLong best) {
        var left = new ArrayList<>(kept);
        var surplus = new ArrayList<CheckpointFile>();
        long bytes = left.stream().mapToLong(CheckpointFile::bytes).sum();
        while (bytes > mostBytes || left.size() > most) {
            int index = leastMissed(left, best);
            if (index < 0) {
                return surplus;
            }
            CheckpointFile gone = left.remove(index);
            surplus.add(gone);
            bytes -= gone.bytes();
        }
        return surplus;
    }

    /** The index of the one that is missed least, or -1 where all have to stay. */
    private static int leastMissed(List<CheckpointFile> kept, OptionalLong best) {
        int found = -1;
        double smallest = Double.POSITIVE_INFINITY;
        long newest = kept.isEmpty() ? 0 : kept.getLast().step();
        for (int i = 0; i < kept.size() - 1; i++) {
            CheckpointFile one = kept.get(i);
            boolean isBest = best.isPresent() && best.getAsLong() == one.step();
            boolean stays = one.marked() || isBest;
            double missed =
                    i == 0
                            ? Double.MAX_VALUE
                            : (kept.get(i + 1).step() - kept.get(i - 1).step())
                                    / (newest - one.step() + PRESENT * newest);
            if (!stays && missed < smallest) {
                found = i;
                smallest = missed;
            }
        }
        return found;
    }
}
