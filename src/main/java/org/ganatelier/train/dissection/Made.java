package org.ganatelier.train.dissection;

/**
 * What G made. The labels are not copied: whoever makes an instance hands them over.
 *
 * @param fresh whether its noise was drawn for this turn: G may be taught with what D has just been
 *     taught with
 * @param noise z of the samples that are shown
 * @param labels the classes that were asked for, of the whole batch; empty where G is told none
 * @param samples the first of what it made
 */
public record Made(boolean fresh, SampleValues noise, byte[] labels, SampleValues samples) {}
