package org.ganatelier.ui.charts;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.ganatelier.session.Settings;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the user chose to see of the curves, and how; remembered. FX thread only. */
final class Choices {
    private static final String SHOWN = "charts-plots";
    private static final String UNIT = "charts-axis";
    private static final String SMOOTHING = "charts-smoothing";
    private static final String LOGARITHMIC = "charts-logarithmic";
    private static final String HIDDEN = "charts-hidden";

    /** Stands for an empty set: an empty text would be no choice. */
    private static final String NOTHING = "-";

    private final Settings settings;
    private final ObjectProperty<Set<PlotKind>> shown;
    private final ObjectProperty<XAxis.Unit> unit;
    private final ObjectProperty<Smoothing> smoothing;
    private final ObjectProperty<Set<PlotKind>> logarithmic;
    private final ObjectProperty<Set<String>> hidden;

    Choices(Settings settings) {
        this.settings = settings;
        shown = kinds(SHOWN, PlotKind::isShownAtFirst);
        logarithmic = kinds(LOGARITHMIC, PlotKind::isLogarithmicAtFirst);
        unit = one(UNIT, XAxis.Unit.STEPS, XAxis.Unit.values());
        smoothing = one(SMOOTHING, Smoothing.NORMAL, Smoothing.values());
        hidden =
                remembered(
                        HIDDEN,
                        Set.copyOf(several(HIDDEN).orElse(List.of())),
                        all -> joined(new TreeSet<>(all)));
    }

    /** The plots that are seen; at least one. */
    ObjectProperty<Set<PlotKind>> shownProperty() {
        return shown;
    }

    /** What the lower axis counts. */
    ObjectProperty<XAxis.Unit> unitProperty() {
        return unit;
    }

    ObjectProperty<Smoothing> smoothingProperty() {
        return smoothing;
    }

    /** The plots whose values are on a logarithmic axis. */
    ObjectProperty<Set<PlotKind>> logarithmicProperty() {
        return logarithmic;
    }

    /** The curves that are not seen, by their ids. */
    ObjectProperty<Set<String>> hiddenProperty() {
        return hidden;
    }

    /** Shows a curve, or hides it. */
    void toggle(PlotCurve curve) {
        var next = new TreeSet<>(hidden.get());
        if (!next.remove(curve.id())) {
            next.add(curve.id());
        }
        hidden.set(Set.copyOf(next));
    }

    /** Shows a plot, or hides it where it is not the only one. */
    void show(PlotKind kind, boolean seen) {
        Set<PlotKind> next = with(shown.get(), kind, seen);
        if (!next.isEmpty()) {
            shown.set(next);
        }
    }

    /** Puts a plot's values on a logarithmic axis, or on a linear one. */
    void setLogarithmic(PlotKind kind, boolean is) {
        logarithmic.set(with(logarithmic.get(), kind, is));
    }

    private static Set<PlotKind> with(Set<PlotKind> before, PlotKind kind, boolean member) {
        EnumSet<PlotKind> next = EnumSet.noneOf(PlotKind.class);
        next.addAll(before);
        if (member) {
            next.add(kind);
        } else {
            next.remove(kind);
        }
        return next;
    }

    /** How a plot is looked at now. */
    Look look(PlotKind kind, Optional<Look.Values> values) {
        return new Look(
                unit.get(),
                smoothing.get(),
                hidden.get(),
                logarithmic.get().contains(kind),
                values);
    }

    private ObjectProperty<Set<PlotKind>> kinds(String key, Function<PlotKind, Boolean> atFirst) {
        Optional<List<String>> known = several(key);
        Set<PlotKind> begin =
                Arrays.stream(PlotKind.values())
                        .filter(
                                kind ->
                                        known.map(ids -> ids.contains(kind.id()))
                                                .orElseGet(() -> atFirst.apply(kind)))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(PlotKind.class)));
        // What no version of the program would have written.
        boolean nothingToSee = key.equals(SHOWN) && begin.isEmpty();
        return remembered(
                key,
                nothingToSee ? EnumSet.of(PlotKind.LOSSES) : begin,
                all -> joined(all.stream().map(PlotKind::id).toList()));
    }

    private <E extends Enum<E>> ObjectProperty<E> one(String key, E atFirst, E[] all) {
        E begin =
                settings.choice(key)
                        .flatMap(
                                known ->
                                        Arrays.stream(all)
                                                .filter(each -> id(each).equals(known))
                                                .findFirst())
                        .orElse(atFirst);
        return remembered(key, begin, Choices::id);
    }

    private <T> ObjectProperty<T> remembered(String key, T begin, Function<T, String> text) {
        var property = new SimpleObjectProperty<>(begin);
        property.subscribe((_, now) -> settings.setChoice(key, text.apply(now)));
        return property;
    }

    private Optional<List<String>> several(String key) {
        return settings.choice(key)
                .map(text -> text.equals(NOTHING) ? List.of() : List.of(text.split(",", -1)));
    }

    private static String joined(Iterable<String> ids) {
        String text = String.join(",", ids);
        return text.isEmpty() ? NOTHING : text;
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
