package org.ganatelier.ui.charts;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A run that is drawn beside another, or several as a band.
 *
 * @param color which of the colours of other runs it has, from 0
 * @param name of the run or of all
 * @param runs the frames of their curves, on the scale of the other run; at least one
 */
record OtherFrame(int color, String name, List<Frame> runs) {
    /** Whether it is several runs. */
    boolean isBand() {
        return runs.size() > 1;
    }

    /** The band of a curve, by its place among the curves of each run. */
    Band band(int curve) {
        return new Band(runs, curve);
    }

    /** Their curves, before it is known on what scale they are drawn. */
    record Curves(Material.Other of, List<Run> runs) {
        /** Those of one run. */
        record Run(List<Smoothed> curves, XAxis axis, Span part, long lastStep) {}

        /**
         * Thins the parts of runs that lie between the same places of the lower axis.
         *
         * @param axis of the other run
         * @param seen the steps of the other run that are seen
         */
        static Curves of(
                Material.Other other,
                PlotSpec spec,
                Look look,
                XAxis axis,
                Span seen,
                double width) {
            return new Curves(
                    other,
                    other.runs().stream()
                            .map(material -> run(material, spec, look, axis, seen, width))
                            .toList());
        }

        private static Run run(
                Material material, PlotSpec spec, Look look, XAxis axis, Span seen, double width) {
            XAxis own = XAxis.of(axis.unit(), material.history());
            var part = new Span(own.step(axis.at(seen.from())), own.step(axis.at(seen.to())));
            Reading reading = spec.reading().apply(material);
            return new Run(
                    Frame.curves(material, reading, look, part, width),
                    own,
                    part,
                    material.history().lastStep());
        }

        /** All curves of all runs. */
        Stream<Smoothed> all() {
            return runs.stream().flatMap(run -> run.curves().stream());
        }

        OtherFrame on(
                Scale scale, Set<String> hidden, boolean cutOff, double width, double height) {
            return new OtherFrame(
                    of.color(),
                    of.name(),
                    runs.stream()
                            .map(
                                    run ->
                                            new Frame(
                                                    run.curves(),
                                                    List.of(),
                                                    hidden,
                                                    scale,
                                                    cutOff,
                                                    run.axis(),
                                                    run.part(),
                                                    run.lastStep(),
                                                    width,
                                                    height))
                            .toList());
        }
    }
}
