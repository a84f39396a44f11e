package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Change;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.ui.networks.Experiments;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Labels are made from changes, in every language. */
final class FixTextTest {
    private static final Place.Layer DENSE = new Place.Layer(Side.GENERATOR, 0);

    private final Experiment experiment = Experiments.classroom();
    private final Words german = Words.of(Language.GERMAN);

    private String english(Place place, Change... changes) {
        return FixText.label(Words.english(), Fix.of(changes), place, experiment);
    }

    private String german(Place place, Change... changes) {
        return FixText.label(german, Fix.of(changes), place, experiment);
    }

    @Test
    void aLayerIsNamedUnlessTheProblemStandsThere() {
        var change = new Change.SetWidth(DENSE, 784);
        assertThat(english(DENSE, change)).isEqualTo("Set units to 784");
        assertThat(english(new Place.Settings(), change)).isEqualTo("Set units of Dense to 784");
        assertThat(german(DENSE, change)).isEqualTo("Einheiten auf 784 setzen");
        assertThat(german(new Place.Settings(), change))
                .isEqualTo("Einheiten von Dense auf 784 setzen");
    }

    @Test
    void severalChangesAreJoinedAndOnlyTheFirstStartsTheSentence() {
        Change[] changes = {
            new Change.SetBatchSize(64),
            new Change.UseSmallNetworks(),
            new Change.TrainWithoutLabels()
        };
        assertThat(english(DENSE, changes))
                .isEqualTo("Set batch size to 64, use small networks, and train without labels");
        assertThat(german(DENSE, changes))
                .isEqualTo(
                        "Batchgröße auf 64 setzen, kleine Netze verwenden und ohne Labels"
                                + " trainieren");
    }

    @Test
    void aLayerIsNamedAsItStandsAfterTheChangesBefore() {
        assertThat(
                        english(
                                new Place.Settings(),
                                new Change.RemoveAll(Side.GENERATOR, List.of(0, 1)),
                                new Change.Remove(DENSE)))
                .isEqualTo("Remove Dense and BatchNorm and remove Reshape");
    }
}
