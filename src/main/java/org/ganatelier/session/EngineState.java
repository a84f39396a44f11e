package org.ganatelier.session;

import org.ganatelier.train.EngineInfo;
import org.ganatelier.train.RunFailure;

/** Whether the engine is there. */
public sealed interface EngineState {
    /** Its native libraries are being loaded. */
    record Loading() implements EngineState {}

    /**
     * Its native libraries are being unpacked, which only the first start does.
     *
     * @param share that is done, 0 to 1
     */
    record Unpacking(double share) implements EngineState {}

    /** It can train. */
    record Loaded(EngineInfo info) implements EngineState {}

    /** It cannot run on this machine. */
    record Missing(RunFailure failure) implements EngineState {}
}
