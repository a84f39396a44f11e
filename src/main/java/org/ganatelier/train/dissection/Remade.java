package org.ganatelier.train.dissection;

/**
 * What G makes of the same noise after its update.
 *
 * @param samples the first of the batch
 * @param opinion what D, which has not changed meanwhile, says of the whole batch
 */
public record Remade(SampleValues samples, Opinion opinion) {}
