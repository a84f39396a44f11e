package org.ganatelier.ui.charts;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Optional;

/**
 * Which part of a run all plots show: the whole, which grows with the run, or a part of it. A part
 * that reaches to the newest step stays there while the run goes on. FX thread only.
 */
final class Lens {
    /** A part is at least so many steps long. */
    static final double LEAST_STEPS = 10;

    /**
     * A part of the steps.
     *
     * @param follows whether its right end is the newest step
     */
    record Part(Span span, boolean follows) {}

    private final ReadOnlyObjectWrapper<Optional<Part>> part =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** The part, or empty for the whole. */
    ReadOnlyObjectProperty<Optional<Part>> partProperty() {
        return part.getReadOnlyProperty();
    }

    /** Whether not all is seen. */
    boolean isPart() {
        return part.get().isPresent();
    }

    /** What is seen of the whole. */
    Span of(Span whole) {
        return part.get().map(chosen -> within(chosen, whole)).orElse(whole);
    }

    private static Span within(Part chosen, Span whole) {
        Span span = chosen.span();
        double length = Math.min(span.length(), whole.length());
        boolean atEnd = chosen.follows() || span.to() > whole.to();
        double from = atEnd ? whole.to() - length : Math.max(whole.from(), span.from());
        return new Span(from, from + length);
    }

    /** Shows everything. */
    void all() {
        part.set(Optional.empty());
    }

    /** Shows a part, or all where it is nearly that. */
    void show(Span wanted, Span whole) {
        double from = Math.max(whole.from(), wanted.from());
        double to = Math.min(whole.to(), wanted.to());
        if (to - from < LEAST_STEPS) {
            double middle = (from + to) / 2;
            from =
                    Math.clamp(
                            middle - LEAST_STEPS / 2,
                            whole.from(),
                            Math.max(whole.from(), whole.to() - LEAST_STEPS));
            to = from + LEAST_STEPS;
        }
        // A tenth of a step is none.
        double nearly = 0.1;
        boolean everything = from <= whole.from() + nearly && to >= whole.to() - nearly;
        part.set(
                everything
                        ? Optional.empty()
                        : Optional.of(new Part(new Span(from, to), to >= whole.to() - nearly)));
    }

    /**
     * Shows more or less, and keeps a place where it is.
     *
     * @param factor of the length that is seen: below 1 shows less
     * @param at the place, from 0 at the left edge to 1 at the right one
     */
    void zoom(double factor, double at, Span whole, XAxis axis) {
        Span now = of(whole);
        double left = axis.at(now.from());
        double right = axis.at(now.to());
        double kept = left + at * (right - left);
        double most = axis.at(whole.to()) - axis.at(whole.from());
        double length = Math.min(most, (right - left) * factor);
        double begin =
                Math.clamp(
                        kept - at * length,
                        axis.at(whole.from()),
                        Math.max(axis.at(whole.from()), axis.at(whole.to()) - length));
        show(new Span(axis.step(begin), axis.step(begin + length)), whole);
    }

    /**
     * Moves along the axis.
     *
     * @param by of what is seen: 1 is a whole width to the right
     */
    void pan(double by, Span whole, XAxis axis) {
        if (isPart()) {
            Span now = of(whole);
            double length = axis.at(now.to()) - axis.at(now.from());
            double first = axis.at(whole.from());
            double begin =
                    Math.clamp(
                            axis.at(now.from()) + by * length,
                            first,
                            Math.max(first, axis.at(whole.to()) - length));
            show(new Span(axis.step(begin), axis.step(begin + length)), whole);
        }
    }

    /** Moves so far that a step is seen. */
    void reveal(double step, Span whole) {
        Span now = of(whole);
        if (!now.contains(step)) {
            double from = step < now.from() ? step - 1 : step - now.length();
            show(new Span(from, from + now.length()), whole);
        }
    }

    /** Takes over what another one shows. */
    void takeOver(Lens other) {
        part.set(other.part.get());
    }
}
