package org.ganatelier.engine.run;

import org.ganatelier.data.Samples;
import org.ganatelier.train.Edit;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.PlayerStep;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.dissection.StepRecording;

import java.util.Optional;
import java.util.function.Consumer;

/** Tells the events of one run, in its name. For any thread. */
record RunVoice(long runId, Consumer<RunEvent> listener) {
    void tell(RunEvent.State state) {
        listener.accept(new RunEvent.StateChanged(runId, state));
    }

    void tell(Metrics metrics) {
        listener.accept(new RunEvent.Measured(runId, metrics));
    }

    void tell(Edit edit) {
        listener.accept(new RunEvent.Edited(runId, edit));
    }

    void tell(PlayerStep step) {
        listener.accept(new RunEvent.Stepped(runId, step));
    }

    void tell(long step, Samples images, Optional<Samples> raw) {
        listener.accept(new RunEvent.Preview(runId, step, images, raw));
    }

    void tell(StepRecording recording) {
        listener.accept(new RunEvent.Dissected(runId, recording));
    }

    void tell(RunEvent.End end) {
        listener.accept(new RunEvent.Ended(runId, end));
    }
}
