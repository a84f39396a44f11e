package org.ganatelier.ui.objective;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;

import org.ganatelier.plan.model.Outcome;
import org.ganatelier.session.ExperimentEditor;
import org.ganatelier.text.Words;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Drawer;
import org.ganatelier.ui.widget.Live;

/** The objective and the training of what an editor edits. FX thread only. */
public final class ObjectivePanel implements Drawer {
    private final ObjectiveDrawer page;
    private final ObjectiveCard card;

    /** Follows {@code editor}. */
    public ObjectivePanel(ExperimentEditor editor, Words words) {
        var model = new ObjectiveModel(editor);
        page = new ObjectiveDrawer(model, words);
        card = new ObjectiveCard(model, page, words);
        Live.on(card, editor.outcomeProperty()).subscribe(this::show);
    }

    /** The objective of the session's experiment. */
    public static Drawer in(PanelContext context) {
        return new ObjectivePanel(context.session().editor(), context.words());
    }

    private void show(Outcome outcome) {
        card.show(outcome);
        page.show(outcome);
    }

    @Override
    public Node card() {
        return card;
    }

    @Override
    public Node page() {
        return page;
    }

    @Override
    public ReadOnlyBooleanProperty openProperty() {
        return page.openProperty();
    }

    @Override
    public void close() {
        page.close();
    }
}
