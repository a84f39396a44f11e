package org.ganatelier.exchange.pytorch;

import static org.ganatelier.exchange.code.Python.number;

import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem.Place;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Both networks as they are before the first step, and what keeps an eye on them. */
final class StartCode {
    private static final String FOLLOW =
            """
            @torch.no_grad()
            def follow(average, generator, updates):
                \"""Moves the average of G's weights towards the newest (arXiv:1806.04498).\"""
                keep = min(%s, (1 + updates) / (10 + updates))  # the first weights fade soon
                newest = generator.state_dict()
                for name, values in average.state_dict().items():
                    if %s:
                        values.lerp_(newest[name], 1 - keep)
            """;

    private static final String STATISTICS =
            """
            def keep_statistics(network, on):
                \"""Whether batch normalization takes what it sees into its running statistics.\"""
                for module in network.modules():
                    if isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d)):
                        module.track_running_stats = on
            """;

    private final CodeWriter code;
    private final Plan plan;

    StartCode(CodeWriter code, Plan plan) {
        this.code = code;
        this.plan = plan;
    }

    private TorchStack stack(Side side) {
        return TorchStack.of(plan.network(side));
    }

    private List<LayerSpec> layers(Side side) {
        return plan.experiment().network(side).layers();
    }

    /** Whether a network has batch normalization. */
    boolean normalizes(Side side) {
        return layers(side).stream().anyMatch(BatchNorm.class::isInstance);
    }

    private List<Integer> normalized(Side side) {
        return stack(side).cards().stream()
                .map(TorchStack.Card::normalized)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether any weights are spectrally normalized. */
    boolean hasNorms() {
        return !normalized(Side.GENERATOR).isEmpty() || !normalized(Side.DISCRIMINATOR).isEmpty();
    }

    /** Functions, two empty lines behind each. */
    void write() {
        Initialization ofGenerator = plan.experiment().generator().initialization();
        Initialization ofDiscriminator = plan.experiment().discriminator().initialization();
        code.at(
                new Place.Settings(),
                () -> {
                    if (ofGenerator == ofDiscriminator) {
                        initialization("initialize", ofGenerator);
                    } else {
                        initialization("initialize_generator", ofGenerator);
                        initialization("initialize_discriminator", ofDiscriminator);
                    }
                });
        boolean keeps =
                normalizes(Side.DISCRIMINATOR)
                        || (normalizes(Side.GENERATOR)
                                && plan.experiment().training().discriminatorSteps() > 1);
        if (keeps) {
            code.line(STATISTICS.stripTrailing()).blank().blank();
        }
        double decay = plan.experiment().training().averageDecay();
        if (decay > 0) {
            String averaged =
                    normalized(Side.GENERATOR).isEmpty()
                            ? "values.is_floating_point()"
                            : "not name.endswith((\"._u\", \"._v\")) and"
                                    + " values.is_floating_point()";
            code.at(
                    new Place.Settings(),
                    () -> code.line(FOLLOW.formatted(number(decay), averaged).stripTrailing()));
            code.blank().blank();
        }
    }

    private void initialization(String name, Initialization scheme) {
        code.line("def %s(module):".formatted(name));
        code.indented(
                () -> {
                    code.line("\"\"\"Draws a module's first weights; biases begin at 0.\"\"\"");
                    code.line("kinds = (nn.Linear, nn.Conv2d, nn.ConvTranspose2d, nn.Embedding)");
                    code.line("if isinstance(module, kinds):");
                    code.indented(
                            () -> {
                                code.line("nn.init." + draw(scheme));
                                code.line("if getattr(module, \"bias\", None) is not None:");
                                code.line("    nn.init.zeros_(module.bias)");
                            });
                    if (scheme == Initialization.NORMAL_002) {
                        code.line("elif isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d)):");
                        code.line("    nn.init.normal_(module.weight, 1.0, 0.02)");
                    }
                });
        code.blank().blank();
    }

    /** PyTorch counts fan-in and fan-out of all these as this program does. */
    private static String draw(Initialization scheme) {
        return switch (scheme) {
            case GLOROT_UNIFORM -> "xavier_uniform_(module.weight)";
            case GLOROT_NORMAL -> "xavier_normal_(module.weight)";
            case HE_NORMAL -> "kaiming_normal_(module.weight, nonlinearity=\"relu\")";
            case NORMAL_002 -> "normal_(module.weight, 0.0, 0.02)";
            case ORTHOGONAL -> "orthogonal_(module.weight)";
        };
    }

    /** Makes both networks. */
    void writeNetworks() {
        boolean same =
                plan.experiment().generator().initialization()
                        == plan.experiment().discriminator().initialization();
        for (Side side : List.of(Side.GENERATOR, Side.DISCRIMINATOR)) {
            String name = TorchCode.fileName(side);
            code.line(
                    "%s = %s().apply(%s)"
                            .formatted(
                                    name,
                                    NetworkCode.className(side),
                                    same ? "initialize" : "initialize_" + name));
        }
        for (Side side : List.of(Side.GENERATOR, Side.DISCRIMINATOR)) {
            List<Integer> places = normalized(side);
            if (!places.isEmpty()) {
                String tuple =
                        places.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                + (places.size() == 1 ? "," : "");
                code.line(
                        "# Spectral normalization: weights divided by their largest singular"
                                + " value.");
                code.line("for i in (%s):".formatted(tuple));
                code.line(
                        "    parametrizations.spectral_norm(%s.layers[i])"
                                .formatted(TorchCode.fileName(side)));
            }
        }
    }
}
