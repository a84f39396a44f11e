package org.ganatelier.exchange.pytorch;

import org.ganatelier.exchange.pytorch.TorchModule.Helper;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Weighted;
import org.ganatelier.plan.model.Axes;
import org.ganatelier.plan.model.LabelUse;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.ParameterPlan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A network as one sequence of modules.
 *
 * @param cards one for each layer
 */
record TorchStack(NetworkPlan plan, List<Card> cards) {
    private static final String EMBEDDING = "embedding";

    TorchStack {
        cards = List.copyOf(cards);
    }

    /**
     * A layer's modules.
     *
     * @param first place of the first one in the sequence
     * @param modules empty where the layer does not fit what comes in
     */
    record Card(LayerPlan plan, int first, List<TorchModule> modules) {
        Card {
            modules = List.copyOf(modules);
        }

        LayerSpec layer() {
            return plan.layer();
        }

        /** Places in the sequence of the modules whose weights are spectrally normalized. */
        Optional<Integer> normalized() {
            if (!(layer() instanceof Weighted weighted && weighted.spectralNorm())) {
                return Optional.empty();
            }
            for (int i = 0; i < modules.size(); i++) {
                if (!modules.get(i).weights().isEmpty()) {
                    return Optional.of(first + i);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * An array of the state dictionary.
     *
     * @param name in PyTorch
     * @param layer index of its layer
     */
    record Entry(String name, int layer, ParameterPlan parameter) {
        /** Whether PyTorch has the matrix the other way round. */
        boolean isTransposed() {
            return parameter.axes() == Axes.IN_OUT;
        }

        /** Its lengths in PyTorch. */
        List<Integer> shape() {
            List<Integer> shape = parameter.shape().stream().map(Math::toIntExact).toList();
            return isTransposed() ? shape.reversed() : shape;
        }
    }

    static TorchStack of(NetworkPlan plan) {
        var cards = new ArrayList<Card>();
        int next = 0;
        for (LayerPlan layer : plan.layers()) {
            List<TorchModule> modules = TorchLayer.modules(layer).orElse(List.of());
            cards.add(new Card(layer, next, modules));
            next += modules.size();
        }
        return new TorchStack(plan, cards);
    }

    /** Whether a learnt vector of the class is multiplied with what goes into the last layer. */
    boolean isProjected() {
        return plan.labels() instanceof LabelUse.Projected;
    }

    /** What PyTorch does not have. */
    Set<Helper> helpers() {
        var helpers = EnumSet.noneOf(Helper.class);
        for (Helper helper : Helper.values()) {
            if (cards.stream()
                    .flatMap(card -> card.modules().stream())
                    .anyMatch(module -> module.uses(helper))) {
                helpers.add(helper);
            }
        }
        return helpers;
    }

    /** The state dictionary, in PyTorch's order; without counts of batches. */
    List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < cards.size(); i++) {
            Card card = cards.get(i);
            for (int m = 0; m < card.modules().size(); m++) {
                String module = "layers.%d.".formatted(card.first() + m);
                for (TorchModule.Weight weight : card.modules().get(m).weights()) {
                    entries.add(
                            new Entry(
                                    module + weight.name(),
                                    i,
                                    parameter(card.plan(), weight.parameter())));
                }
            }
        }
        if (isProjected()) {
            int last = cards.size() - 1;
            entries.add(
                    new Entry(
                            "embedding.weight",
                            last,
                            parameter(cards.getLast().plan(), EMBEDDING)));
        }
        return entries;
    }

    private static ParameterPlan parameter(LayerPlan layer, String name) {
        return layer.parameters().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
