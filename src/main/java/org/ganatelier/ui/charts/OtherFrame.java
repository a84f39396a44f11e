package org.ganatelier.ui.charts;

import java.util.List;
import java.util.Set;

/**
 * A run that is drawn beside another.
 *
 * @param color which of the colours of other runs it has, from 0
 * @param name of the run
 * @param frame of its curves, on the scale of the other one
 */
record OtherFrame(int color, String name, Frame frame) {
    /**
     * Its curves, before it is known on what scale they are drawn.
     *
     * @param part of its own steps that lies where that of the other run does
     */
    record Curves(Material.Other run, List<Smoothed> all, XAxis axis, Span part) {
        /**
         * Thins the part of a run that lies between the same places of the lower axis.
         *
         * @param axis of the other run
         * @param seen the steps of the other run that are seen
         */
        static Curves of(
                Material.Other run, PlotSpec spec, Look look, XAxis axis, Span seen, double width) {
            Material material = run.material();
            XAxis own = XAxis.of(axis.unit(), material.history());
            var part = new Span(own.step(axis.at(seen.from())), own.step(axis.at(seen.to())));
            Reading reading = spec.reading().apply(material);
            return new Curves(run, Frame.curves(material, reading, look, part, width), own, part);
        }

        OtherFrame frame(
                Set<String> hidden, Scale scale, boolean cutOff, double width, double height) {
            return new OtherFrame(
                    run.color(),
                    run.name(),
                    new Frame(
                            all,
                            List.of(),
                            hidden,
                            scale,
                            cutOff,
                            axis,
                            part,
                            run.material().history().lastStep(),
                            width,
                            height));
        }
    }
}
