package org.ganatelier.train;

/**
 * What computes.
 *
 * @param name of the engine with its version: "DL4J 1.0.0-M2.1 (oneDNN)"
 * @param threads that it uses unless told otherwise
 */
public record EngineInfo(String name, int threads) {}
