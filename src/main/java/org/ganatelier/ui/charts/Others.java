package org.ganatelier.ui.charts;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import org.ganatelier.session.Drawn;
import org.ganatelier.session.Overlay;
import org.ganatelier.session.RunEntry;
import org.ganatelier.session.Session;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The runs that are drawn beside the one that is shown.
 *
 * @param all those chosen; the one that is shown is not drawn twice
 * @param shown the run that they are beside
 * @param growth changes when one of them has grown
 * @param remove takes one off the plots
 */
record Others(
        ObservableValue<List<Overlay>> all,
        ObservableValue<Optional<RunEntry>> shown,
        ObservableValue<?> growth,
        Consumer<Drawn> remove) {
    /** None, ever. */
    static final Others NONE =
            new Others(
                    new SimpleObjectProperty<>(List.of()),
                    new SimpleObjectProperty<>(Optional.empty()),
                    new SimpleObjectProperty<>(),
                    _ -> {});

    /** Those of a session. */
    static Others of(Session session) {
        var overlays = session.runs().overlays();
        return new Others(
                overlays.allProperty(),
                session.runs().shownProperty(),
                session.training().currentMetricsProperty(),
                overlays::remove);
    }

    /** Those that are drawn now. */
    List<Overlay> drawn() {
        return all.getValue().stream()
                .filter(each -> shown.getValue().filter(each.of()::equals).isEmpty())
                .filter(each -> !each.of().runs().isEmpty())
                .toList();
    }
}
