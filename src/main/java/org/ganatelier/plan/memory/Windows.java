package org.ganatelier.plan.memory;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.Window;
import org.ganatelier.plan.model.Axis;
import org.ganatelier.plan.model.Count;
import org.ganatelier.plan.model.Spectrum;

/**
 * The window of a convolution over the image on its larger side.
 *
 * @param smallChannels channels of the image on its other side
 * @param spectra whether it may be computed by spectra
 */
record Windows(Axis rows, Axis columns, int largeChannels, int smallChannels, boolean spectra) {
    static Windows of(Conv2D conv, Shape in, Shape out) {
        return of(in, out, conv.kernel(), conv.stride(), conv.dilation(), conv.padding());
    }

    static Windows of(Conv2DTranspose conv, Shape in, Shape out) {
        return of(out, in, conv.kernel(), conv.stride(), 1, new Padding.Explicit(conv.cropped()));
    }

    /** Of a convolution of single pixels. */
    static Windows pointwise(Shape out) {
        return of(out, out, 1, 1, 1, Padding.VALID);
    }

    /** What lies between the two parts of a separable convolution. */
    static Shape.Image between(SeparableConv2D conv, Shape in, Shape out) {
        Shape.Image image = out.asImage();
        return new Shape.Image(
                image.height(),
                image.width(),
                Math.clamp(
                        (long) in.asImage().channels() * conv.depthMultiplier(),
                        1,
                        Integer.MAX_VALUE));
    }

    private static Windows of(
            Shape large, Shape small, int kernel, int stride, int dilation, Padding padding) {
        Shape.Image from = large.asImage();
        Shape.Image to = small.asImage();
        return new Windows(
                Axis.of(from.height(), to.height(), kernel, stride, dilation, padding),
                Axis.of(from.width(), to.width(), kernel, stride, dilation, padding),
                from.channels(),
                to.channels(),
                true);
    }

    /** The same, by spectra only where there is room for them. */
    Windows withSpectra(boolean room) {
        return new Windows(rows, columns, largeChannels, smallChannels, room);
    }

    /** Numbers of the kernel that ND4J computes with, where it is wider than the user's; else 0. */
    long widened() {
        return rows.widened() || columns.widened()
                ? Count.product(largeChannels, smallChannels, rows.kernel(), columns.kernel())
                : 0;
    }

    /**
     * Numbers that the way up to an image of one channel computes in, which is a loop of Java: a
     * shifted copy of the small image for each tap that differs, and a sum for each phase.
     *
     * @param large the image on the larger side
     */
    static long thin(Windows windows, Shape large) {
        if (large.asImage().channels() > 1) {
            return 0;
        }
        Axis rows = windows.rows;
        Axis columns = windows.columns;
        long margin = Math.max(reach(rows), reach(columns));
        long width = phase(columns) + 2 * margin;
        long plane = (phase(rows) - 1) * width + phase(columns);
        long phases =
                (long) Math.min(rows.stride(), rows.large())
                        * Math.min(columns.stride(), columns.large());
        long taps = 2L * rows.kernel() * columns.kernel();
        return Count.sum(
                Count.product(shifts(rows), shifts(columns), plane + 1),
                Count.product(phases, plane),
                // Each tap with its weight's and its shift's number, as an object.
                Count.product(taps, TAP),
                Count.product(phase(rows) + 2 * margin, width) + 2 * margin);
    }

    private static final int TAP = 4;

    /**
     * Numbers of a sample that the same way computes in where oneDNN is: what each pixel of the
     * small image sends through each tap.
     *
     * @param large the image on the larger side
     */
    long sent(Shape large) {
        return large.asImage().channels() > 1
                ? 0
                : Count.product(rows.small(), columns.small(), rows.weights(), columns.weights());
    }

    /**
     * Numbers of all copies of the weights, and of their gradients, in the layouts that oneDNN
     * likes: channels in blocks. None of what is computed by spectra.
     */
    long packed() {
        return transformed()
                ? 0
                : Count.product(
                        PACKED_COPIES,
                        Math.ceilDiv(smallChannels, BLOCK) * (long) BLOCK,
                        Math.ceilDiv(largeChannels, BLOCK) * (long) BLOCK,
                        (long) rows.weights() * columns.weights());
    }

    /** Numbers of the spectrum of the weights, where there is one. */
    long weightSpectrum() {
        return transformed() ? spectrum().weightNumbers() : 0;
    }

    /** Numbers of the spectrum of a large image, where there is one. */
    long largeSpectrum() {
        return transformed() ? ofLarge(spectrum()) : 0;
    }

    /** Numbers of the spectrum of a small image, where there is one. */
    long smallSpectrum() {
        return transformed() ? ofSmall(spectrum()) : 0;
    }

    /** Numbers of a sample of what a pass computes in between: a spectrum, and images in phases. */
    long workspace() {
        if (!transformed()) {
            return 0;
        }
        Spectrum spectrum = spectrum();
        long images =
                Count.product(spectrum.phases(), spectrum.phasePixels(), spectrum.largeChannels());
        return Math.max(ofSmall(spectrum), Count.sum(ofLarge(spectrum), images));
    }

    private static long ofLarge(Spectrum spectrum) {
        return Count.product(spectrum.products(), spectrum.phases(), spectrum.largeChannels());
    }

    private static long ofSmall(Spectrum spectrum) {
        return Count.product(spectrum.products(), spectrum.smallChannels());
    }

    /** Whether it is computed by spectra. */
    private boolean transformed() {
        return spectra && spectrum().pays();
    }

    private Spectrum spectrum() {
        return new Spectrum(rows, columns, largeChannels, smallChannels);
    }

    /** Of the weights for the way down and for the way up, and of the gradients. */
    private static final int PACKED_COPIES = 3;

    /** Channels in a register of the widest kind. */
    private static final int BLOCK = 16;

    private static long phase(Axis axis) {
        return Math.max(axis.small(), Math.ceilDiv(axis.large(), axis.stride()));
    }

    /** By how many pixels of the small image taps may move it. */
    private static long shifts(Axis axis) {
        return shift(axis, axis.kernel() - 1) - shift(axis, 0) + 1L;
    }

    private static long reach(Axis axis) {
        return Math.max(Math.abs(shift(axis, 0)), Math.abs(shift(axis, axis.kernel() - 1)));
    }

    private static int shift(Axis axis, int tap) {
        return Math.floorDiv(tap - axis.padding(), axis.stride());
    }

    /**
     * Numbers that a convolution of each channel by itself computes in: what each tap sees of a
     * channel, and the channel in planes, twice.
     */
    static long depthwise(Shape in, Shape out, Window window) {
        Windows windows = of(in, out, window.size(), window.stride(), 1, window.padding());
        long height = side(windows.rows);
        long width = side(windows.columns);
        long lanes = (windows.rows.small() - 1) * width + windows.columns.small();
        return Count.sum(
                Count.product(window.size(), window.size(), lanes),
                2 * lanes,
                Count.product(2, window.stride(), window.stride(), height, width),
                out.size());
    }

    private static long side(Axis axis) {
        return (long) axis.small() + (axis.weights() - 1) / axis.stride();
    }
}
