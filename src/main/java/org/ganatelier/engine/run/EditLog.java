package org.ganatelier.engine.run;

import org.ganatelier.engine.gan.Game;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Edit;
import org.ganatelier.train.Edits;
import org.ganatelier.train.LiveSettings;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** What a run is asked to become, and the edits that it made on its way there. */
final class EditLog {
    private volatile Plan plan;

    // Below: the training thread only.
    private final Deque<Edit> replay;
    private final List<Edit> made = new ArrayList<>();

    /**
     * @param replay edits to make at their steps, in order
     */
    EditLog(Plan plan, List<Edit> replay) {
        this.plan = plan;
        this.replay = new ArrayDeque<>(replay);
    }

    /** What the run shall be from its next step on; for any thread. */
    Plan plan() {
        return plan;
    }

    /**
     * Asks for other live values; for any thread.
     *
     * @throws IllegalArgumentException where anything else differs
     */
    synchronized void ask(Plan changed) {
        if (!LiveSettings.canBecome(plan.experiment(), changed.experiment())) {
            throw new IllegalArgumentException("This change needs a new run");
        }
        plan = changed;
    }

    private synchronized void make(Edit edit) {
        // Live values shape no layer.
        plan = new Plan(edit.applyTo(plan.experiment()), plan.generator(), plan.discriminator());
    }

    /** Takes over the edits of the run that this one goes on from. */
    void goOnFrom(List<Edit> earlier) {
        made.addAll(earlier);
    }

    /** All edits so far, in order. */
    List<Edit> made() {
        return Collections.unmodifiableList(made);
    }

    /**
     * Makes the edits that were asked for since the last step, and those of the replay that are
     * due: these one by one, for an average that is switched off and on again begins anew, even
     * where no step lies between.
     *
     * @param step steps done
     * @param playing goes on with what the run becomes
     * @param listener hears of each edit
     */
    void catchUp(long step, Game playing, Consumer<Edit> listener) {
        while (!replay.isEmpty() && replay.getFirst().step() <= step) {
            Edit edit = replay.removeFirst();
            if (edit.step() == step) {
                make(edit);
                change(step, playing, listener);
            }
        }
        change(step, playing, listener);
    }

    private void change(long step, Game playing, Consumer<Edit> listener) {
        Experiment before = playing.experiment();
        Experiment after = plan.experiment();
        if (!before.equals(after)) {
            playing.change(after);
            for (Edit edit : LiveSettings.between(step, before, after)) {
                Edits.append(made, edit);
                listener.accept(edit);
            }
        }
    }
}
