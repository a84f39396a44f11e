package org.ganatelier.engine.run;

import org.ganatelier.engine.gan.Average;
import org.ganatelier.engine.gan.Game;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.RunOptions;

import java.util.Optional;

/** Decides when a run shows where it stands, and with which weights. The training thread only. */
final class PreviewPolicy {
    /** A preview takes at most this share of one core's time. */
    private static final int SHARE = 12;

    private static final long NEVER = -1;

    private final RunOptions options;
    private final Viewer viewer;
    private final RunVoice voice;
    private boolean rawShown;
    private long shownStep = NEVER;
    private long shownAt;

    PreviewPolicy(RunOptions options, Viewer viewer, RunVoice voice) {
        this.options = options;
        this.viewer = viewer;
        this.voice = voice;
    }

    /** See {@link org.ganatelier.train.Run#showRaw}. */
    void showRaw(boolean wanted) {
        rawShown = wanted;
        // A run that rests shows where it stands once more.
        shownStep = NEVER;
    }

    /**
     * Whether a run that goes on shows itself now.
     *
     * @param now in nanoseconds
     */
    boolean due(long now) {
        long interval =
                Math.max(options.previewInterval().toNanos(), viewer.previewNanos() * SHARE);
        return options.previews() > 0 && !viewer.previewing() && now - shownAt >= interval;
    }

    /** Shows where a run stands that rests, unless that is what it showed last. */
    void showOnce(Game playing, long step) {
        if (shownStep != step) {
            show(playing, step);
        }
    }

    /** Shows where the run stands. */
    void show(Game playing, long step) {
        update(playing);
        shownStep = step;
        shownAt = System.nanoTime();
        if (options.previews() > 0) {
            var input = GeneratorInput.preview(playing.experiment(), options.previews());
            viewer.preview(
                    input, raw(playing), (images, others) -> voice.tell(step, images, others));
        }
    }

    /** Hands over what questions are answered from: D only where somebody asks about it. */
    void update(Game playing) {
        update(playing, viewer.takeDiscriminatorWanted());
    }

    /** Brings D where a question about it waits for that. */
    void updateWhereAwaited(Game playing) {
        if (viewer.lacksDiscriminator()) {
            update(playing, true);
        }
    }

    private void update(Game playing, boolean withDiscriminator) {
        Snapshot generator =
                playing.average().map(Snapshot::of).orElseGet(() -> Snapshot.of(playing.generator));
        Optional<Snapshot> discriminator =
                withDiscriminator
                        ? Optional.of(Snapshot.of(playing.discriminator))
                        : Optional.empty();
        viewer.update(new Snapshots(generator, discriminator));
    }

    private Optional<Snapshot> raw(Game playing) {
        Optional<Average> beside = playing.average().filter(_ -> rawShown);
        return beside.map(_ -> Snapshot.of(playing.generator));
    }
}
