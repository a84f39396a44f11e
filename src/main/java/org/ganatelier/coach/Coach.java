package org.ganatelier.coach;

import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Severity;
import org.ganatelier.coach.rule.Moment;
import org.ganatelier.coach.rule.Rule;
import org.ganatelier.coach.rule.Rules;
import org.ganatelier.train.RunRecord;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the story of one run and says, rarely, what is happening in it. It looks at the run at
 * steps that lie a fixed way apart, so that it says the same of a story that is read at once as it
 * did while the story grew (but for figures that came late).
 *
 * <p>A finding must last before it is said, and what was said stands for a while before anything
 * else is said, unless that is worse. What is good is not said while anything bad is found. Owned
 * by one thread.
 */
public final class Coach {
    /** Steps from one look to the next; more where a run is long. */
    private static final int APART = 10;

    private static final double APART_OF_ALL = 0.01;

    /** How long a statement stands before another of its kind may take its place. */
    private static final double STANDS_SECONDS = 10;

    private static final long STANDS_STEPS = 100;

    /** So many times while a statement must stand its figures may change. */
    private static final int REFRESHED = 3;

    /** So many times its patience must a rule find nothing before it may say the same again. */
    private static final int FORGOTTEN = 10;

    /** What is known of one rule. */
    private static final class Watch {
        /** The first look of those in a row that found something. */
        private long since = -1;

        /** The last look that found something. */
        private long found = -1;

        private Optional<Finding> newest = Optional.empty();

        /** Whether it was said, and not forgotten since. */
        private boolean said;
    }

    private final Map<Rule, Watch> watches = new LinkedHashMap<>();
    private final List<Finding> said = new ArrayList<>();
    private Optional<Finding> front = Optional.empty();
    private long frontAt;
    private long looked;
    private int edits;
    private boolean ended;

    /** A coach who knows all rules and has seen nothing. */
    public Coach() {
        this(Rules.all());
    }

    /** A coach who knows these rules only, the most important first. */
    Coach(List<Rule> rules) {
        rules.forEach(rule -> watches.put(rule, new Watch()));
    }

    /** What it says of a whole story, oldest first. */
    public static List<Finding> of(RunRecord record) {
        var coach = new Coach();
        return coach.hear(record);
    }

    /**
     * Reads on in the story of the run.
     *
     * @param record later than, or the same as, the one before
     * @return what it says that it had not said before, oldest first
     */
    public List<Finding> hear(RunRecord record) {
        int before = said.size();
        long last = record.history().lastStep();
        long next = next(record);
        while (next <= last) {
            look(new Moment(record, next));
            looked = next;
            next = next(record);
        }
        if (record.end().isPresent() && !ended) {
            ended = true;
            look(new Moment(record, last));
        }
        return List.copyOf(said.subList(before, said.size()));
    }

    /**
     * Looks at the end of a story that was not looked at while it grew: what is found there is said
     * at once, as nothing follows that could confirm it.
     *
     * @return what it says that it had not said before
     */
    public List<Finding> conclude(RunRecord record) {
        var moment = new Moment(record, record.history().lastStep());
        Optional<Finding> worst =
                watches.entrySet().stream()
                        .filter(watch -> !watch.getValue().said)
                        .flatMap(watch -> watch.getKey().look(moment).stream())
                        .reduce(Coach::worse);
        worst.ifPresent(this::say);
        return worst.stream().toList();
    }

    private long next(RunRecord record) {
        long from = Math.max(looked, record.history().firstStep() - 1);
        return from + Math.max(APART, (long) (APART_OF_ALL * from));
    }

    /** All that it has said, oldest first. */
    public List<Finding> said() {
        return Collections.unmodifiableList(said);
    }

    /**
     * What it said last, with figures as they were not long ago: nobody can read what moves all the
     * time.
     */
    public Optional<Finding> front() {
        return front;
    }

    /** Whether what it said last still holds. */
    public boolean stillHolds() {
        return !said.isEmpty()
                && watches.entrySet().stream()
                        .filter(watch -> watch.getKey().id().equals(said.getLast().rule()))
                        .anyMatch(watch -> holds(watch.getKey(), watch.getValue()));
    }

    private boolean holds(Rule rule, Watch watch) {
        return watch.found >= 0 && looked - watch.found <= rule.patience();
    }

    private void look(Moment moment) {
        if (moment.edits().size() != edits) {
            edits = moment.edits().size();
            watches.values()
                    .forEach(watch -> watch.said &= watch.newest.filter(Coach::isNote).isPresent());
        }
        watches.forEach((rule, watch) -> note(rule, watch, rule.look(moment), moment.step()));
        choose(moment)
                .ifPresentOrElse(
                        finding -> {
                            say(finding);
                            frontAt = moment.step();
                        },
                        () -> refresh(moment));
    }

    private void refresh(Moment moment) {
        if (REFRESHED * (moment.step() - frontAt) >= stands(moment)) {
            frontAt = moment.step();
            front =
                    front.flatMap(
                            shown ->
                                    watches.values().stream()
                                            .filter(watch -> watch.found == moment.step())
                                            .flatMap(watch -> watch.newest.stream())
                                            .filter(finding -> saysTheSame(finding, shown))
                                            .findFirst()
                                            .or(() -> Optional.of(shown)));
        }
    }

    private static boolean saysTheSame(Finding one, Finding other) {
        return one.rule().equals(other.rule())
                && one.words().equals(other.words())
                && one.severity() == other.severity();
    }

    private static long stands(Moment moment) {
        return Math.max(STANDS_STEPS, moment.stepsIn(STANDS_SECONDS));
    }

    private static void note(Rule rule, Watch watch, Optional<Finding> finding, long step) {
        boolean gone = watch.found < 0 || step - watch.found > gap(step);
        if (finding.isPresent()) {
            if (gone) {
                watch.since = step;
            }
            watch.found = step;
            watch.newest = finding;
        } else if (watch.said
                && step - watch.found > (long) FORGOTTEN * rule.patience()
                && watch.newest.filter(Coach::isNote).isEmpty()) {
            watch.said = false;
        }
    }

    /** A row of findings is not broken by one look that finds nothing. */
    private static long gap(long step) {
        return 2 * Math.max(APART, (long) (APART_OF_ALL * step)) + 1;
    }

    private static boolean isNote(Finding finding) {
        return finding.severity().compareTo(Severity.NOTE) <= 0;
    }

    private Optional<Finding> choose(Moment moment) {
        return watches.entrySet().stream()
                .filter(watch -> isReady(watch.getKey(), watch.getValue(), moment))
                .map(watch -> watch.getValue().newest.orElseThrow())
                .reduce(Coach::worse)
                .filter(finding -> mayBeSaid(finding, moment));
    }

    /** Of two equally bad ones, the one of the earlier rule. */
    private static Finding worse(Finding one, Finding other) {
        return other.severity().compareTo(one.severity()) > 0 ? other : one;
    }

    private boolean isReady(Rule rule, Watch watch, Moment moment) {
        boolean lasts =
                watch.found == moment.step()
                        && (moment.step() - watch.since >= rule.patience()
                                || (moment.end().isPresent() && isFinal(watch)));
        return lasts && !watch.said;
    }

    /** What ended the run needs no patience. */
    private static boolean isFinal(Watch watch) {
        return watch.newest.filter(finding -> finding.severity() == Severity.FAILURE).isPresent();
    }

    private boolean mayBeSaid(Finding finding, Moment moment) {
        if (finding.severity() == Severity.GOOD && isAnythingBad(moment)) {
            return false;
        }
        if (said.isEmpty()) {
            return true;
        }
        Finding last = said.getLast();
        if (last.severity() == Severity.FAILURE && stillHolds()) {
            return false;
        }
        return finding.severity().compareTo(last.severity()) > 0
                || moment.step() - last.step() >= stands(moment);
    }

    private boolean isAnythingBad(Moment moment) {
        var bad = EnumSet.of(Severity.WARNING, Severity.FAILURE);
        return watches.entrySet().stream()
                .filter(
                        watch ->
                                moment.step() - watch.getValue().found <= watch.getKey().patience())
                .flatMap(watch -> watch.getValue().newest.stream())
                .anyMatch(finding -> bad.contains(finding.severity()));
    }

    private void say(Finding finding) {
        said.add(finding);
        front = Optional.of(finding);
        watches.forEach(
                (rule, watch) -> {
                    if (rule.id().equals(finding.rule())) {
                        watch.said = true;
                    } else if (finding.severity().compareTo(Severity.NOTE) > 0
                            && watch.newest
                                    .filter(one -> one.severity() == Severity.GOOD)
                                    .isPresent()) {
                        // When this is over, it is worth saying that all is well again.
                        watch.said = false;
                    }
                });
    }
}
