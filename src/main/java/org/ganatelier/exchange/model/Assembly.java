package org.ganatelier.exchange.model;

import org.ganatelier.data.Catalog;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.data.DataSpec;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes an experiment of what was imported. What the import does not say is taken from a known
 * experiment that has the same networks, or else from the one to begin with.
 */
public final class Assembly {
    private final Imported imported;
    private final List<Remark> remarks;
    private final Map<Side, Part> parts = new EnumMap<>(Side.class);
    private Experiment base;

    private Assembly(Imported imported, Experiment base) {
        this.imported = imported;
        this.base = base;
        this.remarks = new ArrayList<>(imported.remarks());
    }

    /**
     * Puts an import together. It may have problems: an import with problems still opens.
     *
     * @param imported of one file, or of two with {@link Imported#and}
     * @param name of the experiment; that of a known one where its networks are recognized
     * @param base what is not said is as here
     * @param known experiments whose settings are taken where both networks are theirs
     */
    public static Assembled of(
            Imported imported, String name, Experiment base, List<Experiment> known) {
        return new Assembly(imported, base).assembled(name, known);
    }

    private Assembled assembled(String name, List<Experiment> known) {
        List<Player> players = Player.of(imported.stacks());
        for (Player player : players) {
            remark(new Fact.Player(player.stack().name(), player.side(), player.byName()));
            parts.put(player.side(), Part.of(player.stack()));
        }
        judgeEnd();
        // Of two with the same networks, the one that was chosen.
        Optional<Experiment> same =
                hasSameNetworks(base)
                        ? Optional.empty()
                        : known.stream().filter(this::hasSameNetworks).findFirst();
        same.ifPresent(
                found -> {
                    remark(new Fact.Recognized(found.name()));
                    base = found;
                });
        for (Side side : Side.values()) {
            if (!parts.containsKey(side)) {
                remark(new Fact.Absent(side));
            }
        }
        Experiment experiment =
                withNetworks(base.withName(same.map(Experiment::name).orElse(name)));
        experiment = new SettingsUse(imported.settings(), this::remark).applied(experiment);
        experiment = withShapes(experiment);
        return new Assembled(experiment, weights(), remarks);
    }

    private void remark(Fact fact) {
        remarks.add(new Remark(new Remark.Source.Whole(), fact));
    }

    /** D ends in a logit here: the sigmoid is a part of the loss. */
    private void judgeEnd() {
        Part judge = parts.get(Side.DISCRIMINATOR);
        if (judge == null || !imported.settings().lossHasSigmoid()) {
            return;
        }
        boolean outputs =
                imported.remarks().stream().anyMatch(r -> r.fact() instanceof Fact.OutputAsLoss);
        if (!outputs && judge.endsInSigmoid()) {
            parts.put(Side.DISCRIMINATOR, judge.withoutSigmoid());
            remark(new Fact.SigmoidInLoss(judge.name()));
        }
    }

    private boolean hasSameNetworks(Experiment other) {
        return Stream.of(Side.values())
                .allMatch(
                        side -> {
                            Part part = parts.get(side);
                            return part != null
                                    && part.layers().equals(other.network(side).layers());
                        });
    }

    /** Whether nothing but weights came for the experiment that the import began with. */
    private boolean sameAsBase() {
        return parts.entrySet().stream()
                .allMatch(
                        each ->
                                each.getValue()
                                        .layers()
                                        .equals(base.network(each.getKey()).layers()));
    }

    private Experiment withNetworks(Experiment experiment) {
        Experiment result = experiment;
        for (Map.Entry<Side, Part> each : parts.entrySet()) {
            result = result.withNetwork(each.getKey(), n -> n.withLayers(each.getValue().layers()));
        }
        return result;
    }

    /** With noise and data of the shapes that the networks want, and the networks led to them. */
    private Experiment withShapes(Experiment experiment) {
        Experiment result =
                experiment.withLatentSize(latent(experiment)).withData(data(experiment));
        if (imported.settings().conditioning().isPresent() && result.data().classes() > 0) {
            Conditioning told = imported.settings().conditioning().get();
            result = result.withConditioning(told);
        } else if (!sameAsBase()) {
            result = result.withConditioning(Conditioning.NONE);
        }
        var ends = new Outside(result, parts, this::remark);
        ends.lead();
        return withNetworks(result);
    }

    private int latent(Experiment experiment) {
        Part generator = parts.get(Side.GENERATOR);
        if (generator != null && generator.input().orElse(null) instanceof Shape.Flat(int units)) {
            return units;
        }
        if (generator != null && !sameAsBase() && imported.settings().latentSize().isEmpty()) {
            remark(new Fact.Kept(ImportedSetting.LATENT_SIZE));
        }
        return imported.settings().latentSize().orElse(experiment.latentSize());
    }

    private DataSpec data(Experiment experiment) {
        Optional<DataSpec> named =
                imported.settings().dataset().flatMap(Catalog::find).map(set -> set.spec());
        if (named.isPresent()) {
            return named.get();
        }
        Optional<Shape> wanted =
                Optional.ofNullable(parts.get(Side.DISCRIMINATOR)).flatMap(Part::input);
        boolean fits = wanted.filter(shape -> shape.equals(experiment.data().shape())).isPresent();
        Optional<DataSpec> found =
                fits
                        ? Optional.of(experiment.data())
                        : Catalog.all().stream()
                                .<DataSpec>map(set -> set.spec())
                                .filter(spec -> wanted.equals(Optional.of(spec.shape())))
                                .findFirst();
        if (found.isEmpty() && !sameAsBase()) {
            remark(new Fact.Kept(ImportedSetting.DATA));
        }
        return found.orElse(experiment.data());
    }

    private Map<Side, List<Map<String, float[]>>> weights() {
        var weights = new EnumMap<Side, List<Map<String, float[]>>>(Side.class);
        parts.forEach(
                (side, part) -> {
                    if (part.isTrained()) {
                        weights.put(side, part.arrays());
                    }
                });
        if (!weights.isEmpty()) {
            for (Side side : Side.values()) {
                if (!weights.containsKey(side)) {
                    remark(new Fact.Untrained(side));
                }
            }
        }
        return weights;
    }
}
