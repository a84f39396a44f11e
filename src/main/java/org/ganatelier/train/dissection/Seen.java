package org.ganatelier.train.dissection;

/**
 * What D looked at, and what it said. The labels are not copied: whoever makes an instance hands
 * them over.
 *
 * @param samples the first of the batch as D saw them, with instance noise where there is any
 * @param labels as which classes it saw the whole batch; empty where D is told none
 * @param opinion of the whole batch
 */
public record Seen(SampleValues samples, byte[] labels, Opinion opinion) {}
