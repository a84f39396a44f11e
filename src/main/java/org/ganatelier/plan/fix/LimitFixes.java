package org.ganatelier.plan.fix;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Change;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Violation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** For a layer or a stack that asks for too much. */
final class LimitFixes {
    // Usual values first: who asks for too much is helped most by what others use.
    private static final List<Integer> USUAL_UNITS = List.of(1024, 256, 64);
    private static final List<Integer> USUAL_FILTERS = List.of(64, 16, 4, 1);
    private static final List<Integer> USUAL_WINDOWS = List.of(5, 4, 3, 7, 2, 1);
    private static final List<Integer> USUAL_STRIDES = List.of(2, 1, 3, 4, 5, 6, 7, 8);
    private static final int LARGEST_LAYERS = 3;

    private LimitFixes() {}

    /** For a number of one layer. */
    static FixCandidates forLayer(Diagnosis diagnosis, Place place, Violation.TooMuch violation) {
        FixWriter edits = FixWriter.at(diagnosis, place);
        int index = edits.place();
        Shape.Image data = diagnosis.experiment().data().shape().asImage();
        Stream<Fix> fixes =
                switch (violation.measure()) {
                    case UNITS -> units(edits);
                    case FILTERS ->
                            all(
                                    with(USUAL_FILTERS, data.channels(), Limits.FILTERS),
                                    width -> edits.width(index, width));
                    case WINDOW ->
                            all(
                                    with(USUAL_WINDOWS, Limits.WINDOW),
                                    window -> edits.window(index, window));
                    case STRIDE, FACTOR ->
                            all(
                                    with(USUAL_STRIDES, Limits.STRIDE),
                                    stride -> edits.stride(index, stride));
                    case VALUES -> values(edits, data);
                };
        return FixCandidates.onStack(
                edits.trace().side(),
                fixes.map(fix -> Tried.on(diagnosis, fix))
                        .sorted(Comparator.comparingInt(Tried::left))
                        .map(Tried::fix)
                        .toList(),
                List.of(edits.remove(index)));
    }

    /**
     * A fix that was tried.
     *
     * @param left how much is wrong after it
     */
    private record Tried(Fix fix, int left) {
        static Tried on(Diagnosis diagnosis, Fix fix) {
            return new Tried(fix, diagnosis.after(fix).findings().size());
        }
    }

    /** For all weights together. */
    static FixCandidates forParameters(Diagnosis diagnosis, Place place) {
        FixWriter edits = FixWriter.at(diagnosis, place);
        var steps = edits.trace().steps();
        var largest =
                IntStream.range(0, steps.size())
                        .boxed()
                        .sorted(
                                Comparator.comparingLong(
                                        (Integer i) -> -steps.get(i).parameterCount()))
                        .limit(LARGEST_LAYERS)
                        .toList();
        var good = new ArrayList<Fix>();
        for (int share = 2; share <= Limits.UNITS; share *= 2) {
            for (int index : largest) {
                // Fewer outputs, or fewer inputs from the layer before.
                narrow(edits, index, share).forEach(good::add);
                for (int i = index - 1; i >= 0; i--) {
                    narrow(edits, i, share).forEach(good::add);
                }
            }
        }
        return FixCandidates.onStack(
                edits.trace().side(), good, largest.stream().map(edits::remove).toList());
    }

    /** For too many layers. */
    static FixCandidates forLayers(Diagnosis diagnosis, Place place) {
        FixWriter edits = FixWriter.at(diagnosis, place);
        Fix cut = Fix.of(new Change.KeepFirst(edits.side(), Limits.LAYERS));
        return FixCandidates.onStack(edits.trace().side(), List.of(cut), List.of());
    }

    private static Stream<Fix> narrow(FixWriter edits, int index, int share) {
        return edits.width(index, edits.out(index).features() / share);
    }

    private static Stream<Fix> units(FixWriter edits) {
        var reshapes =
                IntStream.range(edits.place() + 1, edits.size())
                        .filter(i -> edits.denseBefore(i).orElse(-1) == edits.place())
                        .mapToObj(edits::layer)
                        .filter(Reshape.class::isInstance)
                        .map(layer -> ((Reshape) layer).target().size());
        var usual = with(USUAL_UNITS, Limits.UNITS).stream().map(Integer::longValue);
        return Stream.concat(reshapes, usual).flatMap(units -> edits.width(edits.place(), units));
    }

    private static Stream<Fix> values(FixWriter edits, Shape.Image data) {
        int index = edits.place();
        var smaller =
                Stream.concat(
                        all(USUAL_STRIDES, stride -> edits.stride(index, stride)),
                        all(
                                with(USUAL_FILTERS, data.channels()),
                                width -> edits.width(index, width)));
        long values = edits.in(index).size();
        return edits.layer(index) instanceof Reshape
                ? StartShapes.at(edits.trace(), index + 1, data).stream()
                        .filter(start -> start.divides(values))
                        .map(start -> edits.reshape(index, start.with(values / start.count())))
                : smaller;
    }

    private static List<Integer> with(List<Integer> usual, Integer... more) {
        return Stream.concat(usual.stream(), Stream.of(more)).toList();
    }

    private static Stream<Fix> all(List<Integer> values, IntFunction<Stream<Fix>> fix) {
        return values.stream().flatMap(fix::apply);
    }
}
