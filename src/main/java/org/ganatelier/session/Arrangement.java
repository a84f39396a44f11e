package org.ganatelier.session;

import org.ganatelier.project.ViewState;

import java.util.Optional;
import java.util.stream.Stream;

/** How all parts of the window look, to be saved with a document. FX thread only. */
public final class Arrangement {
    private final Look.Part walk;
    private Optional<Look.Part> window = Optional.empty();

    Arrangement(Look.Part walk) {
        this.walk = walk;
    }

    /** From now on this window shows the session. */
    public void show(Look.Part shown) {
        window = Optional.of(shown);
    }

    ViewState describe() {
        var look = new Look(ViewState.EMPTY);
        parts().forEach(part -> part.describe(look));
        return look.state();
    }

    void restore(ViewState state) {
        var look = new Look(state);
        parts().forEach(part -> part.restore(look));
    }

    private Stream<Look.Part> parts() {
        return Stream.concat(Stream.of(walk), window.stream());
    }
}
