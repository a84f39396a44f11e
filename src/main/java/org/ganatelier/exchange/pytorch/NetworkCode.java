package org.ganatelier.exchange.pytorch;

import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.exchange.pytorch.TorchModule.Helper;
import org.ganatelier.exchange.pytorch.TorchStack.Card;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.LabelUse;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem.Place;

import java.util.EnumSet;
import java.util.List;

/** Networks as classes of Python. */
final class NetworkCode {
    private static final String NOISE =
            """
            class GaussianNoise(nn.Module):
                \"""Adds normal noise while training.\"""

                def __init__(self, deviation):
                    super().__init__()
                    self.deviation = deviation

                def forward(self, x):
                    return x + self.deviation * torch.randn_like(x) if self.training else x
            """;

    private static final String DEVIATION =
            """
            class MinibatchStdDev(nn.Module):
                \"""Adds one channel: how much the samples of a group differ (arXiv:1710.10196).\"""

                def __init__(self, size):
                    super().__init__()
                    self.size = size

                def forward(self, x):
                    groups = max(1, len(x) // self.size)  # sample n belongs to group n % groups
                    spread = torch.stack([
                        (x[i::groups].var(dim=0, unbiased=False) + 1e-8).sqrt().mean()
                        for i in range(groups)
                    ])
                    own = spread[torch.arange(len(x)) % groups]
                    shape = (len(x), 1) + x.shape[2:]
                    return torch.cat([x, own.view(-1, *[1] * (x.dim() - 1)).expand(shape)], dim=1)
            """;

    private static final String POOL =
            """
            class PaddedAveragePool(nn.Module):
                \"""Average pooling that does not count its padding: (left, right, top, bottom).\"""

                def __init__(self, window, stride, padding):
                    super().__init__()
                    self.pad = nn.ZeroPad2d(padding)
                    self.pool = nn.AvgPool2d(window, stride=stride)

                def forward(self, x):
                    inside = torch.ones_like(x[:1, :1])
                    return self.pool(self.pad(x)) / self.pool(self.pad(inside))
            """;

    private final CodeWriter code;
    private final Plan plan;
    private final Told told;

    NetworkCode(CodeWriter code, Plan plan) {
        this.code = code;
        this.plan = plan;
        told = Told.of(plan.experiment());
    }

    /** The name of a network's class. */
    static String className(Side side) {
        return switch (side) {
            case GENERATOR -> "Generator";
            case DISCRIMINATOR -> "Discriminator";
        };
    }

    /** What PyTorch does not have, then the classes, two empty lines behind each. */
    void write(List<Side> sides) {
        var helpers = EnumSet.noneOf(Helper.class);
        sides.forEach(side -> helpers.addAll(TorchStack.of(plan.network(side)).helpers()));
        for (Helper helper : helpers) {
            String text =
                    switch (helper) {
                        case GAUSSIAN_NOISE -> NOISE;
                        case MINIBATCH_STD_DEV -> DEVIATION;
                        case PADDED_AVERAGE_POOL -> POOL;
                    };
            code.line(text.stripTrailing()).blank().blank();
        }
        sides.forEach(this::network);
    }

    private void network(Side side) {
        TorchStack stack = TorchStack.of(plan.network(side));
        code.line("class %s(nn.Module):".formatted(className(side)));
        code.indented(
                () -> {
                    code.line("\"\"\"" + purpose(side) + "\"\"\"").blank();
                    code.line("def __init__(self):");
                    code.indented(() -> members(side, stack)).blank();
                    code.line("def forward(self, %s):".formatted(arguments(side)));
                    code.indented(() -> forward(side, stack.plan().labels()));
                });
        code.blank().blank();
    }

    private String purpose(Side side) {
        return switch (side) {
            case GENERATOR ->
                    "Makes "
                            + told.samples()
                            + (told.areImages() ? " (values from -1 to 1)" : "")
                            + " out of noise.";
            case DISCRIMINATOR ->
                    "Scores " + told.samples() + ": the higher, the more real they look to it.";
        };
    }

    private String arguments(Side side) {
        String first =
                switch (side) {
                    case GENERATOR -> "noise";
                    case DISCRIMINATOR -> "x";
                };
        return first + told.ifLabels(", label");
    }

    private void members(Side side, TorchStack stack) {
        code.line("super().__init__()");
        code.line("self.layers = nn.Sequential(");
        code.indented(
                () -> {
                    List<Card> cards = stack.cards();
                    for (int i = 0; i < cards.size(); i++) {
                        Card card = cards.get(i);
                        code.at(new Place.Layer(side, i), () -> modules(card));
                    }
                });
        code.line(")");
        if (stack.plan().labels() instanceof LabelUse.Projected(int classes)
                && !stack.cards().isEmpty()) {
            long features =
                    stack.cards().getLast().plan().input().map(shape -> shape.size()).orElse(0L);
            code.line("# A learnt vector for each class (projection, arXiv:1802.05637).");
            code.line("self.embedding = nn.Embedding(%d, %d)".formatted(classes, features));
        }
    }

    /** A comment names the card where it became several lines. */
    private void modules(Card card) {
        if (card.modules().isEmpty()) {
            code.line("# %s: does not fit what comes in".formatted(Cards.title(card.layer())));
            return;
        }
        if (card.modules().size() > 1) {
            code.line("# " + Cards.title(card.layer()));
        }
        card.modules().forEach(module -> code.line(module.code() + ","));
    }

    private void forward(Side side, LabelUse labels) {
        String input = arguments(side).replace(", label", "");
        String end = side == Side.DISCRIMINATOR ? ".flatten()" : "";
        switch (labels) {
            case LabelUse.None _ -> code.line("return self.layers(%s)%s".formatted(input, end));
            case LabelUse.Joined(int classes) -> {
                boolean planes = side == Side.DISCRIMINATOR && told.areImages();
                code.line("one_hot = functional.one_hot(label, %d).float()".formatted(classes));
                if (planes) {
                    code.line(
                            "# A plane for each class: 1 everywhere on its own, 0 on the others.");
                    code.line("planes = one_hot[:, :, None, None].expand(-1, -1, *x.shape[2:])");
                }
                code.line(
                        "return self.layers(torch.cat([%s, %s], dim=1))%s"
                                .formatted(input, planes ? "planes" : "one_hot", end));
            }
            case LabelUse.Projected _ -> {
                code.line("features = self.layers[:-1](x)");
                code.line("score = self.layers[-1](features).flatten()");
                code.line("return score + (self.embedding(label) * features).sum(dim=1)");
            }
        }
    }
}
