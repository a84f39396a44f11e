package org.ganatelier.ui.networks;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.session.EditName;
import org.ganatelier.session.ExperimentEditor;
import org.ganatelier.text.LayerText;
import org.ganatelier.ui.layers.Palette;
import org.ganatelier.ui.layers.Site;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The selected layer and the commands on the stacks. FX thread only; no controls. */
public final class NetworksModel {
    private final ExperimentEditor editor;
    private final ReadOnlyObjectWrapper<Optional<Place.Layer>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private final BooleanProperty arithmeticShown = new SimpleBooleanProperty();

    /**
     * @param outcomes the editor's, followed as long as somebody looks
     */
    public NetworksModel(ExperimentEditor editor, ObservableValue<Outcome> outcomes) {
        this.editor = editor;
        outcomes.addListener((property, old, now) -> follow(old.plan(), now.plan()));
    }

    public ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return editor.outcomeProperty();
    }

    /** Whether open cards show their arithmetic. */
    BooleanProperty arithmeticShownProperty() {
        return arithmeticShown;
    }

    Plan plan() {
        return editor.outcomeProperty().get().plan();
    }

    ReadOnlyObjectProperty<Optional<Place.Layer>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    Optional<Place.Layer> selected() {
        return selected.get();
    }

    void select(Place.Layer at) {
        selected.set(Optional.of(at));
    }

    /** No layer is selected any more. */
    void deselect() {
        selected.set(Optional.empty());
    }

    /** How many layers a stack has. */
    int size(Side side) {
        return stack(side).layers().size();
    }

    LayerSpec layer(Place.Layer at) {
        return stack(at.side()).layers().get(at.index());
    }

    /** Where the next layer of a stack goes: behind the selected one, else at the end. */
    int insertionIndex(Side side) {
        return selected()
                .filter(at -> at.side() == side)
                .map(at -> at.index() + 1)
                .orElse(size(side));
    }

    /** Puts a layer of the palette behind the selected one and selects it. */
    public void add(Side side, Palette.Entry entry) {
        int index = insertionIndex(side);
        LayerSpec layer = entry.layer().apply(Site.of(plan(), side, index));
        editor.edit(
                new EditName.AddLayer(LayerText.name(layer)),
                e -> e.withNetwork(side, n -> n.withInserted(index, layer)));
        select(new Place.Layer(side, index));
    }

    /** Takes a layer out; the one that comes into its place is selected. */
    void remove(Place.Layer at) {
        editor.edit(
                new EditName.RemoveLayer(LayerText.name(layer(at))),
                e -> e.withNetwork(at.side(), n -> n.without(at.index())));
        int last = size(at.side()) - 1;
        selected.set(
                last < 0
                        ? Optional.empty()
                        : Optional.of(new Place.Layer(at.side(), Math.min(at.index(), last))));
    }

    /** Puts a copy behind a layer and selects the copy. */
    void duplicate(Place.Layer at) {
        LayerSpec layer = layer(at);
        editor.edit(
                new EditName.DuplicateLayer(LayerText.name(layer)),
                e -> e.withNetwork(at.side(), n -> n.withInserted(at.index() + 1, layer)));
        select(new Place.Layer(at.side(), at.index() + 1));
    }

    /** Whether there is room for a move by {@code by} places within the stack. */
    boolean canMove(Place.Layer at, int by) {
        int to = at.index() + by;
        return to >= 0 && to < size(at.side());
    }

    /** Moves a layer by {@code by} places within its stack. */
    void move(Place.Layer at, int by) {
        if (canMove(at, by)) {
            place(at, new Place.Layer(at.side(), at.index() + by));
        }
    }

    /**
     * Moves a layer into a gap.
     *
     * @param gap the index of the layer in front of which it is put, or the size of the stack
     */
    void moveIntoGap(Place.Layer at, Side side, int gap) {
        boolean shifted = side == at.side() && gap > at.index();
        place(at, new Place.Layer(side, shifted ? gap - 1 : gap));
    }

    /** Moves a layer to the same height, or the end, of the other stack. */
    void moveAcross(Place.Layer at) {
        Side other = other(at.side());
        moveIntoGap(at, other, Math.min(at.index(), size(other)));
    }

    /** Replaces a layer by what an edited field made of it. */
    void change(Place.Layer at, EditName editName, LayerSpec layer) {
        editor.edit(
                editName, e -> e.withNetwork(at.side(), n -> n.withReplaced(at.index(), layer)));
    }

    /** Lets the first weights of a network be drawn in another way. */
    void initialize(Side side, Initialization scheme) {
        if (scheme != stack(side).initialization()) {
            editor.edit(
                    new EditName.ChangeInitialWeights(side),
                    e -> e.withNetwork(side, n -> n.withInitialization(scheme)));
        }
    }

    /** Replaces the experiment by what an edited field made of it. */
    void change(EditName editName, Experiment experiment) {
        editor.edit(editName, e -> experiment);
    }

    /** Changes the experiment. */
    void change(EditName editName, UnaryOperator<Experiment> change) {
        editor.edit(editName, change);
    }

    /** Applies a fix of a problem that stands at {@code place}. */
    public void apply(Place place, Fix fix) {
        editor.apply(place, fix);
    }

    static Side other(Side side) {
        return switch (side) {
            case GENERATOR -> Side.DISCRIMINATOR;
            case DISCRIMINATOR -> Side.GENERATOR;
        };
    }

    private void place(Place.Layer from, Place.Layer to) {
        LayerSpec layer = layer(from);
        String name = LayerText.name(layer);
        if (from.side() == to.side()) {
            editor.edit(
                    new EditName.MoveLayer(name),
                    e -> e.withNetwork(from.side(), n -> n.withMoved(from.index(), to.index())));
        } else {
            editor.edit(
                    new EditName.MoveLayerAcross(name, to.side()),
                    e ->
                            e.withNetwork(from.side(), n -> n.without(from.index()))
                                    .withNetwork(
                                            to.side(), n -> n.withInserted(to.index(), layer)));
        }
        select(to);
    }

    private NetworkSpec stack(Side side) {
        return plan().experiment().network(side);
    }

    /** Keeps the selection on its layer where an edit, an undo or a preset moved it. */
    private void follow(Plan old, Plan now) {
        selected.set(
                selected()
                        .flatMap(
                                at ->
                                        Alignment.of(layers(old, at.side()), layers(now, at.side()))
                                                .after(at.index())
                                                .map(index -> new Place.Layer(at.side(), index))));
    }

    private static List<LayerSpec> layers(Plan plan, Side side) {
        return plan.experiment().network(side).layers();
    }
}
