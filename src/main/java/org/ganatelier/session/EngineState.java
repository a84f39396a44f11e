package org.ganatelier.session;

import org.ganatelier.train.EngineInfo;

/** Whether the engine is there. */
public sealed interface EngineState {
    /** Its native libraries are being loaded. */
    record Loading() implements EngineState {}

    /** It can train. */
    record Loaded(EngineInfo info) implements EngineState {}

    /**
     * It cannot run on this machine.
     *
     * @param sentence why, and what to do
     */
    record Missing(String sentence) implements EngineState {}
}
