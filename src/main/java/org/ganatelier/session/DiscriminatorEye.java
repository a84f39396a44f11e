package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Samples;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What the discriminator of the run that is shown says of the samples that are looked at. Nothing
 * is asked while nobody watches. FX thread only.
 */
public final class DiscriminatorEye {
    /** Samples that can be looked at. */
    public enum Subject {
        /** Those of {@link Training#imagesProperty}. */
        GENERATED,
        /** Those of the weights as they are, beside the averaged ones. */
        RAW,
        /** The first of the data, where it is what the run is trained on. */
        REAL
    }

    /** It rests so many times as long as an answer took: the run loses little by its looks. */
    private static final int REST = 19;

    /** However slow the run, the next look is not farther away: a pause of the run is no work. */
    private static final long LONGEST_REST = 2_000_000_000L;

    private final ReadOnlyObjectProperty<WeightsShown> weights;
    private final RealImages data;
    private final FxThread fxThread;
    private final LongSupplier nanoTime;
    private final DiscriminatorQuestions questions;
    private final Map<Subject, Watched> watched = new EnumMap<>(Subject.class);
    private Optional<RunEntry> entry = Optional.empty();
    private Subscription following = Subscription.EMPTY;
    private byte[] asked = new byte[0];
    private boolean missed;
    private long restsUntil;

    /**
     * What D was asked about.
     *
     * @param preview the newest then: D has learnt since an earlier one
     */
    private record Look(
            Samples samples, Optional<RunEvent.Preview> preview, boolean withGradients) {}

    /** One subject: who watches, and what they see. */
    private static final class Watched {
        final ReadOnlyObjectWrapper<Optional<Seen>> seen =
                new ReadOnlyObjectWrapper<>(Optional.empty());
        int watchers;
        int gradientWatchers;
        Optional<Look> last = Optional.empty();

        void forget() {
            last = Optional.empty();
            seen.set(Optional.empty());
        }
    }

    /**
     * @param weights with which generated images are made
     * @param nanoTime {@code System::nanoTime}
     */
    DiscriminatorEye(
            ReadOnlyObjectProperty<WeightsShown> weights,
            RealImages data,
            Workers workers,
            LongSupplier nanoTime) {
        this.weights = weights;
        this.data = data;
        this.nanoTime = nanoTime;
        fxThread = workers.fxThread();
        questions = new DiscriminatorQuestions(workers.fx(), nanoTime, this::lookAgain);
        restsUntil = nanoTime.getAsLong();
        for (Subject subject : Subject.values()) {
            watched.put(subject, new Watched());
        }
        data.samplesProperty().subscribe(_ -> look());
        weights.subscribe(_ -> look());
    }

    /** What D says of the samples of a subject; empty where nobody watches or D cannot be asked. */
    public ReadOnlyObjectProperty<Optional<Seen>> seenProperty(Subject subject) {
        return watched(subject).seen.getReadOnlyProperty();
    }

    /**
     * Watches a subject until the subscription ends.
     *
     * @param gradients whether what D would change is wanted too
     */
    public Subscription watch(Subject subject, boolean gradients) {
        fxThread.require();
        count(subject, gradients, 1);
        look();
        return () -> count(subject, gradients, -1);
    }

    /**
     * Asks about samples once; there is no answer where no run can be asked or another takes its
     * place.
     *
     * @param labels the class of each; empty where D is told none
     * @param gradients whether they are wanted too
     * @throws IllegalArgumentException if the samples have another shape than the run's data
     */
    public void ask(Samples samples, byte[] labels, boolean gradients, Consumer<Seen> answer) {
        fxThread.require();
        questions.ask(samples, labels, gradients, answer);
    }

    /** Asks about the samples of a subject as they are now, without gradients. */
    void ask(Subject subject, Consumer<Seen> answer) {
        samples(subject).ifPresent(now -> questions.ask(now, labels(subject), false, answer));
    }

    /** Whether there are generated samples and real ones for D to look at. */
    boolean hasBoth() {
        return samples(Subject.GENERATED).isPresent() && samples(Subject.REAL).isPresent();
    }

    /**
     * Whether there is a discriminator to ask that looks at such samples.
     *
     * @param labels the class of each; empty where D is told none
     */
    public boolean canBeAskedAbout(Samples samples, byte[] labels) {
        return questions
                .run()
                .map(run -> run.plan().experiment())
                .filter(trained -> trained.data().shape().equals(samples.shape()))
                .filter(trained -> fit(labels, trained.classes()))
                .isPresent();
    }

    private static boolean fit(byte[] labels, int classes) {
        for (byte label : labels) {
            if (Byte.toUnsignedInt(label) >= classes) {
                return false;
            }
        }
        return labels.length > 0 == classes > 0;
    }

    /** The classes that D is told with the samples of a subject; empty where it is told none. */
    public byte[] labels(Subject subject) {
        return switch (subject) {
            case GENERATED, RAW -> asked;
            case REAL -> realLabels();
        };
    }

    /** Looks with the eye of this run from now on. */
    void follow(Optional<RunEntry> next) {
        following.unsubscribe();
        entry = next;
        Optional<Run> run = next.flatMap(RunEntry::run);
        questions.follow(run);
        asked = run.map(r -> labels(r.plan().experiment())).orElseGet(() -> new byte[0]);
        watched.values().forEach(Watched::forget);
        restsUntil = nanoTime.getAsLong();
        following =
                next.map(
                                e ->
                                        e.previewProperty()
                                                .subscribe(_ -> look())
                                                .and(e.restingProperty().subscribe(_ -> look())))
                        .orElse(Subscription.EMPTY);
    }

    private Watched watched(Subject subject) {
        return Objects.requireNonNull(watched.get(subject));
    }

    private static byte[] labels(Experiment experiment) {
        return GeneratorInput.preview(experiment, RunOptions.live().previews()).labels();
    }

    private void count(Subject subject, boolean gradients, int change) {
        Watched one = watched(subject);
        one.watchers += change;
        one.gradientWatchers += gradients ? change : 0;
        for (Subject each : Subject.values()) {
            if (!isWanted(each)) {
                watched(each).forget();
            }
        }
    }

    /** Looks at what has changed since the last look, unless it is too soon for another. */
    private void look() {
        if (questions.isBusy()) {
            missed = true;
            return;
        }
        missed = false;
        if (isResting() || nanoTime.getAsLong() - restsUntil >= 0) {
            for (Subject subject : Subject.values()) {
                if (isWanted(subject)) {
                    samples(subject).ifPresent(samples -> look(subject, samples));
                }
            }
        }
    }

    /** All questions are answered. */
    private void lookAgain() {
        restsUntil = nanoTime.getAsLong() + Math.min(LONGEST_REST, REST * questions.workedNanos());
        if (missed) {
            look();
        }
    }

    private void look(Subject subject, Samples samples) {
        Watched one = watched(subject);
        var next = new Look(samples, preview(), one.gradientWatchers > 0);
        if (one.last.filter(next::equals).isEmpty()) {
            one.last = Optional.of(next);
            questions.ask(
                    samples,
                    labels(subject),
                    next.withGradients(),
                    seen -> {
                        // Nobody may watch any more, or other samples be asked about.
                        if (one.last.filter(next::equals).isPresent()) {
                            one.seen.set(Optional.of(seen));
                        }
                    });
        }
    }

    /** Where only differences of scores mean something, real and generated ones are both needed. */
    private boolean isWanted(Subject subject) {
        boolean paired = subject != Subject.RAW && meaning().equals(Optional.of(ScoreMeaning.GAP));
        return watched(subject).watchers > 0
                || (paired && watched.values().stream().anyMatch(one -> one.watchers > 0));
    }

    private Optional<ScoreMeaning> meaning() {
        return questions
                .run()
                .map(run -> run.plan().experiment().objective().loss().scoreMeaning());
    }

    private Optional<RunEvent.Preview> preview() {
        return entry.flatMap(e -> e.previewProperty().get());
    }

    private boolean isResting() {
        return entry.filter(e -> e.restingProperty().get()).isPresent();
    }

    private Optional<Samples> samples(Subject subject) {
        return switch (subject) {
            case GENERATED -> preview().map(preview -> weights.get().of(preview));
            case RAW -> preview().flatMap(RunEvent.Preview::raw);
            case REAL -> isTrainedOnData() ? data.samplesProperty().get() : Optional.empty();
        };
    }

    /** Whether the data that is shown is what the run learns from, and not what comes next. */
    private boolean isTrainedOnData() {
        return questions
                .run()
                .filter(run -> run.plan().experiment().data().equals(data.spec()))
                .isPresent();
    }

    /** The classes of the real images shown, where D is told any. */
    private byte[] realLabels() {
        boolean told =
                questions.run().filter(run -> run.plan().experiment().classes() > 0).isPresent();
        int count = data.samplesProperty().get().map(Samples::count).orElse(0);
        return data.datasetProperty()
                .get()
                .filter(_ -> told)
                .flatMap(Dataset::labels)
                .map(labels -> Arrays.copyOf(labels, count))
                .orElseGet(() -> new byte[0]);
    }
}
