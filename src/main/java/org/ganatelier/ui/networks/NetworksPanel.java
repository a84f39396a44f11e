package org.ganatelier.ui.networks;

import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.session.ExperimentEditor;
import org.ganatelier.text.LayerText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Metrics;
import org.ganatelier.ui.layers.PaletteView;
import org.ganatelier.ui.panel.KeyHelp;
import org.ganatelier.ui.panel.Panel;
import org.ganatelier.ui.panel.PanelContext;
import org.ganatelier.ui.widget.Card;
import org.ganatelier.ui.widget.Drawer;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Remarks;
import org.ganatelier.ui.widget.Repaint;
import org.ganatelier.ui.widget.Terms;
import org.ganatelier.ui.widget.Zoom;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Both networks side by side, to be read and edited in place, and the objective below both. FX
 * thread only.
 */
public final class NetworksPanel extends StackPane implements Panel {
    private static final double NARROWEST = 365;

    /** A share of the window: 369 at 1366 pixels, 380 at 1440, then a little more. */
    private static final double USUAL = 369;

    private static final double USUAL_WINDOW = 1366;
    private static final double SHARE_OF_MORE = 0.15;
    private static final double WIDEST = 480;

    private static final KeyCombination PASTE =
            new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final Words words;
    private final NetworksModel model;
    private final WeightsMenu weights;
    private final Drawer objective;
    private final StackView generator;
    private final StackView discriminator;
    private final CardDrag drag;
    private final LayerCommands commands;
    private final ObservableValue<List<Metrics.Sigma>> sigmas;
    private @Nullable Experiment shown;
    private Runnable paste = () -> {};

    /**
     * The panel of what {@code editor} edits.
     *
     * @param sigmas what the run divides the weights of these layers by
     * @param objective stands at the foot
     */
    public NetworksPanel(
            ExperimentEditor editor,
            ObservableValue<List<Metrics.Sigma>> sigmas,
            Drawer objective,
            Words words) {
        this.sigmas = Live.on(this, sigmas);
        ObservableValue<Outcome> outcomes = Live.on(this, editor.outcomeProperty());
        this.words = words;
        model = new NetworksModel(editor, outcomes);
        weights = new WeightsMenu(model, words);
        this.objective = objective;
        generator = newStack(Side.GENERATOR);
        discriminator = newStack(Side.DISCRIMINATOR);
        drag = new CardDrag(this, stacks(), this::drop);
        commands = new LayerCommands(model, this::open, this::addBehind, words);
        layOut();
        show(editor.outcomeProperty().get());
        outcomes.subscribe(this::refresh);
        model.selectedProperty().subscribe(this::markSelected);
        var repaint = new Repaint(this, this::showSigmas);
        this.sigmas.subscribe(_ -> repaint.request());
        addEventHandler(KeyEvent.KEY_PRESSED, this::type);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::showMenu);
        sceneProperty().flatMap(Scene::widthProperty).subscribe(_ -> fit());
        Zoom.on(this).subscribe(_ -> fit());
    }

    /** The panel of the session's experiment, above an objective. */
    public static Panel in(PanelContext context, Drawer objective) {
        var session = context.session();
        var panel =
                new NetworksPanel(
                        session.editor(),
                        session.sigmas().knownProperty(),
                        objective,
                        context.words());
        panel.share(session.selectedPlaceProperty());
        panel.paste = context.paste();
        return panel;
    }

    /** What is selected elsewhere is selected here, and the reverse. */
    void share(Property<Optional<Place>> place) {
        Live.on(this, place).subscribe(this::follow);
        Live.on(this, model.selectedProperty())
                .subscribe(
                        (_, now) -> {
                            if (now.isPresent()
                                    || place.getValue().orElse(null) instanceof Place.Layer) {
                                place.setValue(now.map(Place.class::cast));
                            }
                        });
    }

    /** Elsewhere a place was selected: the card comes into view, the keyboard stays there. */
    private void follow(Optional<Place> place) {
        if (place.isPresent() && !place.equals(model.selected())) {
            if (place.get() instanceof Place.Layer at && card(at).isPresent()) {
                model.select(at);
                card(at).ifPresent(stack(at.side()).scroll()::reveal);
            } else {
                model.deselect();
            }
        }
    }

    @Override
    public String id() {
        return "networks";
    }

    @Override
    public String title() {
        return words.say("networks.title");
    }

    @Override
    public Feather icon() {
        return Feather.LAYERS;
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public String sheet() {
        return "networks.css";
    }

    /** The selected layer, or else the first; the objective while its page is open. */
    @Override
    public Node entrance() {
        return objective.openProperty().get()
                ? objective.page()
                : model.selected()
                        .flatMap(this::card)
                        .or(() -> cards().findFirst())
                        .map(Node.class::cast)
                        .orElse(this);
    }

    @Override
    public List<KeyHelp> keys() {
        return commands.help();
    }

    @Override
    public boolean shows(Place place) {
        return true;
    }

    @Override
    public void takeOver(Panel before) {
        if (before instanceof NetworksPanel other) {
            other.model.selected().ifPresent(model::select);
            for (Side side : Side.values()) {
                stack(side).scroll().keepAt(other.stack(side).scroll().offset());
            }
        }
    }

    @Override
    public void reveal(Place place) {
        objective.close();
        switch (place) {
            case Place.Layer at -> card(at).ifPresent(this::focus);
            case Place.Network(Side side) -> focusEnd(stack(side));
            case Place.Settings() -> revealSettings();
        }
    }

    private void revealSettings() {
        if (Remarks.onSettings(model.outcomeProperty().get()).reject()) {
            objective.card().requestFocus();
        } else {
            generator.focusNoise();
        }
    }

    private StackView newStack(Side side) {
        var stack = new StackView(side, model, this::newCard, words);
        stack.addButton().setOnAction(event -> showPalette(side, stack.addButton()));
        return stack;
    }

    private LayerCard newCard(Place.Layer at) {
        var card = new LayerCard(model, at, this::opened, words);
        drag.attach(card);
        return card;
    }

    private List<StackView> stacks() {
        return List.of(generator, discriminator);
    }

    private StackView stack(Side side) {
        return switch (side) {
            case GENERATOR -> generator;
            case DISCRIMINATOR -> discriminator;
        };
    }

    private void layOut() {
        getStyleClass().add("networks-panel");
        var title = new Label(words.say("networks.title"));
        title.getStyleClass().add("networks-title");
        Hints.on(title, words.say("networks.title.meaning"));
        Terms.on(title, "gan", words);
        title.setMinWidth(USE_PREF_SIZE);
        var how = new Label(words.say("networks.how"));
        how.getStyleClass().add("networks-how");
        how.setWrapText(true);
        Hints.on(how, words.say("networks.how.meaning"));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var heading = new HBox(title, how, space, weights);
        heading.getStyleClass().add("networks-heading");
        var columns = new HBox(generator, discriminator);
        columns.getStyleClass().add("networks-columns");
        stacks().forEach(stack -> HBox.setHgrow(stack, Priority.ALWAYS));
        var foot = new VBox(objective.card());
        foot.getStyleClass().add("networks-game");
        var stacks = new VBox(heading, columns, foot);
        stacks.visibleProperty().bind(objective.openProperty().not());
        VBox.setVgrow(columns, Priority.ALWAYS);
        getChildren().addAll(stacks, objective.page());
        objective.openProperty().addListener((_, _, _) -> swap());
        fit();
    }

    private void fit() {
        double zoom = Zoom.of(this);
        double window = getScene() == null ? USUAL_WINDOW : getScene().getWidth() / zoom;
        double usual = USUAL + SHARE_OF_MORE * (window - USUAL_WINDOW);
        // What is left over is shared, so both start from the same width.
        stacks().forEach(stack -> stack.setPrefWidth(zoom * NARROWEST / 2));
        setMinWidth(zoom * NARROWEST);
        setPrefWidth(zoom * Math.clamp(usual, NARROWEST, WIDEST));
    }

    private void show(Outcome outcome) {
        stacks().forEach(stack -> stack.show(outcome));
        weights.show(outcome.plan().experiment());
    }

    /** The objective has come in place of the stacks, or gone. */
    private void swap() {
        if (objective.openProperty().get()) {
            closeOthers(objective.card());
        } else {
            objective.card().requestFocus();
        }
    }

    /** After an edit: the same cards where they can stay, and the focus where it was, or near. */
    private void refresh(Outcome outcome) {
        Experiment experiment = outcome.plan().experiment();
        if (!experiment.equals(shown)) {
            // The layer in the hand may be gone, and a removed card hears of no release.
            drag.cancel();
            shown = experiment;
        }
        var focus = new StackFocus(stacks(), getScene());
        show(outcome);
        markSelected();
        focus.keep();
    }

    private void markSelected() {
        Place.Layer at = model.selected().orElse(null);
        cards().forEach(card -> card.setSelected(card.at().equals(at)));
    }

    private void showSigmas() {
        List<Metrics.Sigma> now = sigmas.getValue();
        cards().forEach(
                        card ->
                                card.showSigma(
                                        now.stream()
                                                .filter(sigma -> isOf(sigma, card.at()))
                                                .mapToDouble(Metrics.Sigma::value)
                                                .findFirst()));
    }

    private static boolean isOf(Metrics.Sigma sigma, Place.Layer at) {
        return sigma.side() == at.side() && sigma.layer() == at.index();
    }

    private Stream<LayerCard> cards() {
        return stacks().stream().map(StackView::cards).flatMap(List::stream);
    }

    /** The selected layer, or where the first one of a stack would be added. */
    private void focusSelected(Side side) {
        model.selected()
                .flatMap(this::card)
                .ifPresentOrElse(this::focus, () -> focusEnd(stack(side)));
    }

    private void focus(LayerCard card) {
        card.requestFocus();
        stack(card.at().side()).scroll().reveal(card);
    }

    private static void focusEnd(StackView stack) {
        stack.addButton().requestFocus();
        stack.scroll().reveal(stack.addButton());
    }

    private Optional<LayerCard> card(Place.Layer at) {
        List<LayerCard> cards = stack(at.side()).cards();
        return at.index() < cards.size() ? Optional.of(cards.get(at.index())) : Optional.empty();
    }

    private void open(Place.Layer at) {
        card(at).ifPresent(LayerCard::open);
    }

    private void opened(Card opened) {
        closeOthers(opened);
        stacks().forEach(stack -> stack.scroll().reveal(opened));
    }

    /** One card is open at a time, but none closes over text that is not finished. */
    private void closeOthers(Node opened) {
        cards().filter(card -> !card.equals(opened) && !card.isUnfinished()).forEach(Card::close);
    }

    private void drop(Place.Layer from, Side side, int gap) {
        model.moveIntoGap(from, side, gap);
        focusSelected(side);
    }

    private void addBehind(Place.Layer at) {
        model.select(at);
        card(at).ifPresent(card -> showPalette(at.side(), card));
    }

    private void showPalette(Side side, Node owner) {
        int index = model.insertionIndex(side);
        String where =
                index == 0
                        ? words.say("networks.add-first")
                        : words.say(
                                "networks.add-behind",
                                "layer",
                                LayerText.name(model.layer(new Place.Layer(side, index - 1))));
        PaletteView.showBeside(
                owner,
                where,
                entry -> {
                    model.add(side, entry);
                    focusSelected(side);
                },
                words);
    }

    private void type(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && drag.cancel()) {
            event.consume();
        } else if (PASTE.match(event) && !(event.getTarget() instanceof TextInputControl)) {
            event.consume();
            paste.run();
        } else if (event.getTarget() instanceof LayerCard card) {
            Side side = card.at().side();
            if (commands.handle(event, card.at())) {
                event.consume();
                focusSelected(side);
            } else if (!event.isAltDown() && !event.isShortcutDown()) {
                CardOrder.from(card.at(), event.getCode(), model::size)
                        .flatMap(this::card)
                        .ifPresent(
                                next -> {
                                    event.consume();
                                    focus(next);
                                });
            }
        }
    }

    private void showMenu(ContextMenuEvent event) {
        for (Node node = (Node) event.getTarget(); !equals(node); node = node.getParent()) {
            if (node instanceof LayerCard card) {
                event.consume();
                card.requestFocus();
                commands.menu(card.at()).show(card, event.getScreenX(), event.getScreenY());
                return;
            }
        }
    }
}
