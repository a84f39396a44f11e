package org.ganatelier.session;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.measure.Neighbours;
import org.ganatelier.train.RunEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The real image nearest to each of some generated ones, searched in the background again and again
 * while somebody watches. FX thread only.
 */
public final class NearestReal {
    private static final Logger LOG = LoggerFactory.getLogger(NearestReal.class);

    /** What is compared. */
    public enum Measure {
        /** The pixels. */
        PIXELS,
        /** What the classifier of the data makes of the pixels: strokes, and not places. */
        FEATURES
    }

    /**
     * What was found.
     *
     * @param step of the run at which the images were made
     * @param known how many real images were compared with
     * @param images the generated ones
     * @param nearest the nearest real image to each
     * @param distances of each from that, and whether it is a copy
     * @param baseline the same of as many real images, each from all others
     */
    public record Found(
            Measure measure,
            long step,
            int known,
            Images images,
            Images nearest,
            Neighbours distances,
            Neighbours baseline) {}

    /** So many images are searched for: as many as can be looked at. */
    static final int MOST = 24;

    /** It rests so many times as long as a search took. */
    private static final int REST = 19;

    private final Workers workers;
    private final RealImages data;
    private final ReadOnlyObjectProperty<WeightsShown> weights;
    private final NearestSearches searches;
    private final LongSupplier nanoTime;
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.PIXELS);
    private final ReadOnlyObjectWrapper<Optional<Found>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper featuresKnown = new ReadOnlyBooleanWrapper();
    private Optional<RunEntry> entry = Optional.empty();
    private Subscription following = Subscription.EMPTY;
    private Optional<Search> last = Optional.empty();
    private Abandonable current = new Abandonable();
    private long restsUntil;
    private int watchers;

    /** What a search is about: another one is of use when anything of this has changed. */
    private record Search(Measure measure, RunEvent.Preview preview, Dataset dataset) {}

    /** Tells a search that nobody wants its answer any more. */
    private static final class Abandonable {
        private volatile boolean abandoned;
    }

    /**
     * @param weights with which the generated images are made
     * @param nanoTime {@code System::nanoTime}
     */
    NearestReal(
            RealImages data,
            ReadOnlyObjectProperty<WeightsShown> weights,
            NearestSearches searches,
            Workers workers,
            LongSupplier nanoTime) {
        this.data = data;
        this.weights = weights;
        this.searches = searches;
        this.workers = workers;
        this.nanoTime = nanoTime;
        restsUntil = nanoTime.getAsLong();
        data.datasetProperty().subscribe(this::turnTo);
        measure.subscribe(_ -> begin());
    }

    /** What is compared; without a classifier of the data, pixels. */
    public ObjectProperty<Measure> measureProperty() {
        return measure;
    }

    /** Whether there is a classifier for the data. */
    public ReadOnlyBooleanProperty featuresKnownProperty() {
        return featuresKnown.getReadOnlyProperty();
    }

    /** What was found last for the run that is shown. */
    public ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Whether a search goes on. */
    public ReadOnlyBooleanProperty searchingProperty() {
        return searching.getReadOnlyProperty();
    }

    /** Watches until the subscription ends. */
    public Subscription watch() {
        workers.fxThread().require();
        watchers++;
        look();
        return () -> {
            watchers--;
            if (watchers == 0) {
                abandon();
            }
        };
    }

    /** Searches at once, rested or not. */
    public void searchNow() {
        workers.fxThread().require();
        begin();
    }

    /** Searches for the images of this run from now on. */
    void follow(Optional<RunEntry> next) {
        following.unsubscribe();
        abandon();
        found.set(Optional.empty());
        entry = next;
        restsUntil = nanoTime.getAsLong();
        following =
                next.map(
                                e ->
                                        e.previewProperty()
                                                .subscribe(_ -> look())
                                                .and(e.restingProperty().subscribe(_ -> look())))
                        .orElse(Subscription.EMPTY);
    }

    /** Other data: what was found is of no meaning any more. */
    private void turnTo(Optional<Dataset> now) {
        abandon();
        found.set(Optional.empty());
        featuresKnown.set(now.isPresent() && searches.hasFeatures(data.spec()));
        look();
    }

    private void begin() {
        abandon();
        restsUntil = nanoTime.getAsLong();
        look();
    }

    private void abandon() {
        current.abandoned = true;
        searching.set(false);
        last = Optional.empty();
    }

    private void look() {
        boolean resting = entry.filter(e -> e.restingProperty().get()).isPresent();
        boolean due = resting || nanoTime.getAsLong() - restsUntil >= 0;
        if (watchers > 0 && due && !searching.get()) {
            wanted().filter(next -> last.filter(next::equals).isEmpty()).ifPresent(this::search);
        }
    }

    /** Empty without images of either kind, and for points. */
    private Optional<Search> wanted() {
        Measure now = featuresKnown.get() ? measure.get() : Measure.PIXELS;
        return entry.filter(e -> e.start().experiment().data().equals(data.spec()))
                .flatMap(e -> e.previewProperty().get())
                .filter(preview -> preview.samples().shape() instanceof Shape.Image)
                .flatMap(
                        preview ->
                                data.datasetProperty()
                                        .get()
                                        .filter(set -> set.size() > 2)
                                        .map(set -> new Search(now, preview, set)));
    }

    private void search(Search next) {
        last = Optional.of(next);
        searching.set(true);
        var asker = new Abandonable();
        current = asker;
        long begin = nanoTime.getAsLong();
        Images all = Images.require(weights.get().of(next.preview()));
        var order =
                new NearestSearches.Order(
                        next.measure(),
                        data.spec(),
                        next.dataset(),
                        all.some(MOST),
                        next.preview().step());
        workers.work(
                () -> searches.search(order, () -> asker.abandoned),
                result -> take(asker, begin, result),
                failure -> {
                    LOG.error("The nearest real images could not be found", failure);
                    take(asker, begin, Optional.empty());
                });
    }

    private void take(Abandonable asker, long begin, Optional<Found> result) {
        if (!asker.abandoned) {
            searching.set(false);
            found.set(result);
            restsUntil = nanoTime.getAsLong() + REST * (nanoTime.getAsLong() - begin);
            look();
        }
    }
}
