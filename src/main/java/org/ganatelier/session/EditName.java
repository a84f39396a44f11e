package org.ganatelier.session;

import org.ganatelier.coach.fact.Remedy;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem;

import java.util.Map;

/**
 * What an edit of the experiment did, for the undo menu. A fact: the window says it in the language
 * that it has when the menu opens.
 */
public sealed interface EditName {
    /**
     * A value was changed in place.
     *
     * @param field the key of the field's messages, such as {@code experiment.latent-size}
     * @param arguments of these messages, by name
     */
    record ChangeField(String field, Map<String, String> arguments) implements EditName {
        public ChangeField {
            arguments = Map.copyOf(arguments);
        }
    }

    /** The seed was changed. */
    record ChangeSeed() implements EditName {}

    /** The initial weights of a network are drawn in another way. */
    record ChangeInitialWeights(Side side) implements EditName {}

    /**
     * A layer was added.
     *
     * @param layer its name, the same in every language: "Conv2D"
     */
    record AddLayer(String layer) implements EditName {}

    /** A layer was taken out. */
    record RemoveLayer(String layer) implements EditName {}

    /** A layer was copied. */
    record DuplicateLayer(String layer) implements EditName {}

    /** A layer was moved within its network. */
    record MoveLayer(String layer) implements EditName {}

    /** A layer was moved into the other network, which is {@code to}. */
    record MoveLayerAcross(String layer, Side to) implements EditName {}

    /** Other data was chosen: a set by its title. */
    record UseData(DataSpec data) implements EditName {}

    /** A preset was loaded, by its name. */
    record LoadPreset(String preset) implements EditName {}

    /** An experiment without layers came into the editor. */
    record NewExperiment() implements EditName {}

    /** A file was opened, by its name. */
    record OpenFile(String name) implements EditName {}

    /** What the lesson of a preset says one could try was tried. */
    record FollowLesson() implements EditName {}

    /** The experiment of an earlier run came back, to go on with it. */
    record BringBackRun() implements EditName {}

    /** What the coach suggested was done. */
    record FollowCoach(Remedy remedy) implements EditName {}

    /**
     * A problem was fixed.
     *
     * @param place where the problem stood
     * @param before the experiment that had it
     */
    record ApplyFix(Fix fix, Problem.Place place, Experiment before) implements EditName {}
}
