package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.ganatelier.train.EngineException;
import org.ganatelier.train.RunFailure;
import org.ganatelier.train.Trainer;

/** The engine's loading, which happens while the window is already in use. FX thread only. */
public final class Engine {
    private final ReadOnlyObjectWrapper<EngineState> state =
            new ReadOnlyObjectWrapper<>(new EngineState.Loading());

    Engine(Trainer trainer, Workers workers, Notices notices) {
        workers.work(
                () -> trainer.warmUp(share -> workers.fx().execute(() -> showUnpacking(share))),
                info -> state.set(new EngineState.Loaded(info)),
                failure -> {
                    RunFailure fact = fact(failure);
                    state.set(new EngineState.Missing(fact));
                    notices.error(new Happening.EngineMissing(fact), failure);
                });
    }

    /** A report may come late: what is loaded is not unpacked any more. */
    private void showUnpacking(double share) {
        switch (state.get()) {
            case EngineState.Loading(), EngineState.Unpacking _ ->
                    state.set(new EngineState.Unpacking(share));
            case EngineState.Loaded _, EngineState.Missing _ -> {}
        }
    }

    /** Whether it is there yet. */
    public ReadOnlyObjectProperty<EngineState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private static RunFailure fact(Throwable failure) {
        return failure instanceof EngineException known
                ? known.failure()
                : new RunFailure.EngineBroken(failure.toString());
    }
}
