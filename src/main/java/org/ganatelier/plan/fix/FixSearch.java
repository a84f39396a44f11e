package org.ganatelier.plan.fix;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Change;
import org.ganatelier.plan.model.Concern;
import org.ganatelier.plan.model.Finding;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Violation;
import org.ganatelier.plan.model.Warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tries candidates on an experiment and keeps those that work. */
public final class FixSearch {
    /** More links on a card would only be harder to choose from. */
    private static final int MOST_FIXES = 3;

    /** Findings that take each other's place: a remedy must not trade one for another. */
    private record Family(Optional<Side> side, Class<? extends Violation> kind) {
        static Family of(Finding finding) {
            return new Family(sideOf(finding.place()), finding.violation().getClass());
        }
    }

    private final Diagnosis before;
    private final Tries tries;

    public FixSearch(Diagnosis before, Tries tries) {
        this.before = before;
        this.tries = tries;
    }

    /**
     * What solves a finding and makes no new ones; the best first. None where no try is left.
     *
     * <p>Where nothing is left to solve, the next thing a user does is to train. So the best brings
     * learning rates that suit the networks, where theirs do not; it stands there without them too.
     */
    public List<Fix> fixes(Finding finding) {
        if (tries.over()) {
            return List.of();
        }
        List<Fix> solutions = solutions(finding);
        return Stream.concat(
                        solutions.stream().limit(1).flatMap(this::withSuitableRates),
                        solutions.stream())
                .toList();
    }

    private Stream<Fix> withSuitableRates(Fix fix) {
        Diagnosis after = before.after(fix);
        return after.findings().isEmpty()
                ? after.warnings().stream()
                        .map(Warning::concern)
                        .filter(Concern.FastWithoutNormalization.class::isInstance)
                        .map(Concern.FastWithoutNormalization.class::cast)
                        .map(fast -> new Change.LowerLearningRates(fast.usual()))
                        .map(rates -> fix.and(Fix.of(rates)))
                : Stream.empty();
    }

    private List<Fix> solutions(Finding finding) {
        FixCandidates candidates = FixCandidates.of(before, finding);
        return Stream.of(
                        candidates.good(),
                        candidates.crude(),
                        candidates.drastic(),
                        candidates.unlabelled())
                .map(rank -> working(rank.stream(), after -> isClean(finding, after)))
                .filter(fixes -> !fixes.isEmpty())
                .findFirst()
                .orElseGet(
                        () ->
                                working(candidates.all(), after -> isSolved(finding, after))
                                        .stream()
                                        .limit(1)
                                        .toList());
    }

    private List<Fix> working(Stream<Fix> candidates, Predicate<Diagnosis> test) {
        var results = new ArrayList<Experiment>();
        return candidates
                .takeWhile(fix -> tries.take())
                .filter(
                        fix -> {
                            Diagnosis after = before.after(fix);
                            return test.test(after)
                                    && !results.contains(after.experiment())
                                    && results.add(after.experiment());
                        })
                .limit(MOST_FIXES)
                .toList();
    }

    private boolean isSolved(Finding finding, Diagnosis after) {
        // Elsewhere in the stack the same may be wrong: one less is what a remedy can do.
        Family family = Family.of(finding);
        return count(after, other -> Family.of(other).equals(family))
                        < count(before, other -> Family.of(other).equals(family))
                && count(after, other -> isSame(finding, other))
                        < count(before, other -> isSame(finding, other));
    }

    private boolean isClean(Finding finding, Diagnosis after) {
        if (!isSolved(finding, after)) {
            return false;
        }
        Map<Family, Long> old = families(before);
        return families(after).entrySet().stream()
                .allMatch(entry -> entry.getValue() <= old.getOrDefault(entry.getKey(), 0L));
    }

    private static boolean isSame(Finding a, Finding b) {
        return sideOf(a.place()).equals(sideOf(b.place())) && a.violation().equals(b.violation());
    }

    private static long count(Diagnosis diagnosis, Predicate<Finding> test) {
        return diagnosis.findings().stream().filter(test).count();
    }

    private static Map<Family, Long> families(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .collect(Collectors.groupingBy(Family::of, Collectors.counting()));
    }

    private static Optional<Side> sideOf(Place place) {
        return switch (place) {
            case Place.Layer(Side side, int _) -> Optional.of(side);
            case Place.Network(Side side) -> Optional.of(side);
            case Place.Settings _ -> Optional.empty();
        };
    }
}
