package org.ganatelier.ui.widget;

import javafx.scene.Node;

import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.session.EditName;
import org.ganatelier.text.Words;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A card that opens to show its fields inside. FX thread only.
 *
 * @param <S> what its fields are parts of
 */
public abstract class FieldCard<S> extends Card {
    private final Words words;
    private final Consumer<Card> opened;
    private Optional<FieldForm<S>> form = Optional.empty();
    private Optional<Node> foot = Optional.empty();

    /**
     * A card without words yet.
     *
     * @param fixer receives the fix whose link was followed, and where its problem stands
     * @param opened is told when this card opens
     */
    protected FieldCard(BiConsumer<Place, Fix> fixer, Consumer<Card> opened, Words words) {
        super(fixer, words);
        this.words = words;
        this.opened = opened;
    }

    /** The fields as they are now. */
    protected abstract List<Field.Section<S>> sections();

    /** What stands below the fields, newly made; empty for nothing. */
    protected Optional<Node> newFoot() {
        return Optional.empty();
    }

    /** An edit that one of the fields has made. */
    protected abstract void edited(EditName editName, S result);

    @Override
    protected final void show(Face shown, Remarks remarks) {
        super.show(shown, remarks);
        form.ifPresent(f -> f.show(sections()));
    }

    /** Whether a field holds text that is not a possible value. */
    public final boolean isUnfinished() {
        return form.filter(FieldForm::isUnfinished).isPresent();
    }

    @Override
    public final boolean isOpen() {
        return form.isPresent();
    }

    @Override
    public final void open() {
        if (form.isEmpty()) {
            var fields = new FieldForm<S>(this::edited, this::closeAndFocus, words);
            form = Optional.of(fields);
            fields.show(sections());
            getChildren().add(1, fields);
            foot = newFoot();
            foot.ifPresent(below -> getChildren().add(2, below));
            layOutOpen();
            opened.accept(this);
        }
        form.ifPresent(FieldForm::focusFirst);
    }

    @Override
    public final void close() {
        form.ifPresent(getChildren()::remove);
        foot.ifPresent(getChildren()::remove);
        form = Optional.empty();
        foot = Optional.empty();
        layOutOpen();
    }

    @Override
    protected final boolean isForEditing(Node node) {
        return form.filter(node::equals).isPresent() || foot.filter(node::equals).isPresent();
    }
}
