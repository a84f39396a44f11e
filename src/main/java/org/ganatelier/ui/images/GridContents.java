package org.ganatelier.ui.images;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Subscription;

import org.ganatelier.data.Images;
import org.ganatelier.data.Samples;
import org.ganatelier.session.DiscriminatorEye;
import org.ganatelier.session.DiscriminatorEye.Subject;
import org.ganatelier.session.Seen;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.OutputScale;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Images together with what D says of them, as far as that is wanted. FX thread only. */
final class GridContents {
    private final DiscriminatorEye eye;
    private final ObservableValue<Optional<Seen>> generated;
    private final ObservableValue<Optional<Seen>> raw;
    private final ObservableValue<Optional<Seen>> real;
    private final ObservableValue<EyeChoices.Wanted> wanted;

    /**
     * @param panel of which all this is
     */
    GridContents(Node panel, DiscriminatorEye eye, EyeChoices choices) {
        this.eye = eye;
        generated = Live.on(panel, eye.seenProperty(Subject.GENERATED));
        raw = Live.on(panel, eye.seenProperty(Subject.RAW));
        real = Live.on(panel, eye.seenProperty(Subject.REAL));
        wanted = choices.wanted();
    }

    /**
     * What a grid shows. D is asked only while it is to be seen.
     *
     * @param plain the images, where nothing of D is to be seen
     */
    void show(ImageGrid grid, Subject subject, ObservableValue<Optional<Images>> plain) {
        ObservableValue<Optional<Seen>> seen = seen(subject);
        ObservableValue<Optional<GridContent>> content =
                Bindings.createObjectBinding(
                        () -> plain.getValue().map(images -> content(images, seen.getValue())),
                        plain,
                        seen,
                        wanted);
        Live.whileSeen(grid, content).subscribe(grid::show);
        Live.holdWhileSeen(
                grid,
                wanted,
                now -> now.anything() ? eye.watch(subject, now.heat()) : Subscription.EMPTY);
    }

    /** The ends of the scale, from what is seen now. */
    ObservableValue<OutputScale> scale() {
        return Bindings.createObjectBinding(
                () -> all().findFirst().map(this::scale).orElse(new OutputScale(0, 1)),
                generated,
                raw,
                real);
    }

    /**
     * The images that D was asked about, which may be a little older than the newest; those alone
     * until it has answered.
     */
    private GridContent content(Images images, Optional<Seen> seen) {
        return seen.filter(_ -> wanted.getValue().anything())
                .filter(now -> isJudgedAlone(now.samples()))
                .map(now -> GridContent.of(now, scale(now), wanted.getValue()))
                .orElseGet(() -> GridContent.of(images));
    }

    /** Points share one picture. */
    private static boolean isJudgedAlone(Samples samples) {
        return samples instanceof Images;
    }

    private OutputScale scale(Seen of) {
        List<float[]> outputs =
                all().filter(seen -> seen.meaning() == of.meaning()).map(Seen::outputs).toList();
        return OutputScale.of(of.meaning(), outputs);
    }

    private Stream<Seen> all() {
        return Stream.of(generated, raw, real)
                .map(ObservableValue::getValue)
                .flatMap(Optional::stream);
    }

    private ObservableValue<Optional<Seen>> seen(Subject subject) {
        return switch (subject) {
            case GENERATED -> generated;
            case RAW -> raw;
            case REAL -> real;
        };
    }
}
