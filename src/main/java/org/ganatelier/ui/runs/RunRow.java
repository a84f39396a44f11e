package org.ganatelier.ui.runs;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.ganatelier.session.Overlay;
import org.ganatelier.session.RunEntry;
import org.ganatelier.session.Runs;
import org.ganatelier.text.RunText;
import org.ganatelier.text.Words;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** A run as a line of the table; it changes when it is told to. FX thread only. */
final class RunRow {
    private final RunEntry run;
    private final Words words;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final Map<RunColumn, ReadOnlyStringWrapper> texts = new EnumMap<>(RunColumn.class);
    private final ReadOnlyObjectWrapper<OptionalInt> color =
            new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<Boolean> shown = new ReadOnlyObjectWrapper<>(false);
    private long revision = -1;

    RunRow(RunEntry run, Words words) {
        this.run = run;
        this.words = words;
        for (RunColumn column : RunColumn.values()) {
            texts.put(column, new ReadOnlyStringWrapper(""));
        }
    }

    RunEntry run() {
        return run;
    }

    ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    ReadOnlyStringProperty textProperty(RunColumn column) {
        return of(column).getReadOnlyProperty();
    }

    /** The colour of its curves, while they are drawn beside those of the run that is shown. */
    ReadOnlyObjectProperty<OptionalInt> colorProperty() {
        return color.getReadOnlyProperty();
    }

    /** Whether the window shows this run. */
    ReadOnlyObjectProperty<Boolean> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Calls it otherwise; its number is its name where nothing is left. */
    void rename(String wanted) {
        String stripped = wanted.strip();
        boolean own = stripped.isEmpty() || stripped.equals(RunText.name(words, run));
        if (!own || stripped.isEmpty()) {
            run.nameProperty().set(stripped);
        }
        name.set(RunText.name(words, run));
    }

    /** Says what the run is now. */
    void update(Runs runs) {
        name.set(RunText.name(words, run));
        shown.set(runs.shownProperty().get().filter(run::equals).isPresent());
        Optional<Overlay> overlay =
                runs.overlays().allProperty().get().stream()
                        .filter(each -> each.of().equals(run))
                        .findFirst();
        color.set(overlay.map(each -> OptionalInt.of(each.color())).orElse(OptionalInt.empty()));
        of(RunColumn.STANDING).set(RunColumn.STANDING.of(run, words));
        if (run.revisionProperty().get() != revision) {
            revision = run.revisionProperty().get();
            texts.forEach((column, text) -> text.set(column.of(run, words)));
        }
    }

    private ReadOnlyStringWrapper of(RunColumn column) {
        return Objects.requireNonNull(texts.get(column));
    }
}
