package org.ganatelier.session;

import org.ganatelier.checkpoints.CheckpointFile;
import org.ganatelier.data.Samples;
import org.ganatelier.train.Edit;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A checkpoint of a run as it is looked at.
 *
 * @param file where the state is
 * @param seconds of training up to it
 * @param samples what its generator makes of the noise of the previews
 * @param distance the Fréchet distance that was measured last before it, if any was
 * @param edits made since the frame before it
 */
public record Frame(
        CheckpointFile file,
        double seconds,
        Samples samples,
        OptionalDouble distance,
        List<Edit> edits) {
    public Frame {
        edits = List.copyOf(edits);
    }

    /** How many steps were done. */
    public long step() {
        return file.step();
    }

    /** Whether the user has marked it, to keep it. */
    public boolean marked() {
        return file.marked();
    }

    Frame withFile(CheckpointFile other) {
        return new Frame(other, seconds, samples, distance, edits);
    }

    Frame withEdits(List<Edit> others) {
        return new Frame(file, seconds, samples, distance, others);
    }
}
