package org.ganatelier.ui.shell;

import org.ganatelier.exchange.model.Remark.Fact;
import org.kordamp.ikonli.feather.Feather;

import java.util.Locale;

/**
 * What a line of an import's report means for the reader, at a glance; what asks for something to
 * be done comes first.
 */
enum ImportVerdict {
    /** It looks like a mistake. */
    WRONG(Feather.ALERT_TRIANGLE),
    /** It is not here, or not as it was. */
    LOST(Feather.HELP_CIRCLE),
    /** It is here now. */
    BECAME(Feather.CHECK),
    /** It is not needed here. */
    PASSED(Feather.MINUS);

    private final Feather icon;

    ImportVerdict(Feather icon) {
        this.icon = icon;
    }

    Feather icon() {
        return icon;
    }

    /** Of its icon. */
    String styleClass() {
        return "import-" + name().toLowerCase(Locale.ROOT);
    }

    /** Of a fact. */
    static ImportVerdict of(Fact fact) {
        return switch (fact) {
            case Fact.Became _,
                    Fact.Taken _,
                    Fact.Player _,
                    Fact.LabelsJoined _,
                    Fact.LabelsProjected _,
                    Fact.Added _,
                    Fact.Recognized _ ->
                    BECAME;
            case Fact.Passed _,
                    Fact.Kept _,
                    Fact.Trunk _,
                    Fact.Extra _,
                    Fact.Combined _,
                    Fact.Absent _,
                    Fact.Untrained _ ->
                    PASSED;
            case Fact.Unknown _,
                    Fact.Unable _,
                    Fact.Impossible _,
                    Fact.Nearest _,
                    Fact.Endless _,
                    Fact.Unreadable _,
                    Fact.Undecided _,
                    Fact.Unweighted _,
                    Fact.Reordered _,
                    Fact.WeightsLeft _,
                    Fact.WrongShape _,
                    Fact.MissingArray _,
                    Fact.LeftOver _ ->
                    LOST;
            case Fact.Suspect _ -> WRONG;
        };
    }
}
