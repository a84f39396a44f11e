package org.ganatelier.bench.libtorch;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The training step: D learns from a real and a generated batch, then G learns from what D says of
 * generated images. Non-saturating losses.
 */
final class Game {
    static final Scalar ONE = new Scalar(1.0);

    private static final double DISCRIMINATOR_RATE = 5e-4;
    private static final double GENERATOR_RATE = 1e-3;

    private final Pair pair;
    private final Tensor images;
    private final Settings settings;
    private final Optimizer discriminatorOptimizer;
    private final Optimizer generatorOptimizer;
    private final Tensor real;
    private final Tensor generated;

    /**
     * @param images all of the data, between -1 and 1
     */
    Game(Pair pair, Tensor images, Settings settings) {
        this.pair = pair;
        this.images = images;
        this.settings = settings;
        discriminatorOptimizer = optimizer(pair.discriminator(), DISCRIMINATOR_RATE);
        generatorOptimizer = optimizer(pair.generator(), GENERATOR_RATE);
        real = torch.ones(settings.batch(), 1);
        generated = torch.zeros(settings.batch(), 1);
    }

    private Optimizer optimizer(Network network, double rate) {
        return settings.fusedAdam()
                ? Optimizer.fused(network.parameters(), rate)
                : Optimizer.separate(network.parameters(), rate);
    }

    /** Does one step; the losses are read out where they are wanted. */
    Losses step(boolean wanted) {
        try (var _ = new PointerScope()) {
            Tensor shared = settings.sharedFakes() ? generate() : null;
            float discriminatorLoss = discriminatorTurn(shared, wanted);
            pair.discriminator().learn(false);
            float generatorLoss = generatorTurn(shared, wanted);
            pair.discriminator().learn(true);
            return new Losses(discriminatorLoss, generatorLoss);
        }
    }

    private float discriminatorTurn(Tensor shared, boolean wanted) {
        try (var _ = new PointerScope()) {
            Tensor fakes = shared == null ? withoutGraph() : shared.detach();
            Tensor loss =
                    settings.joined()
                            ? joinedLoss(fakes)
                            : loss(realImages(), real).add(loss(fakes, generated));
            learn(loss, pair.discriminator(), discriminatorOptimizer);
            return wanted ? loss.item_float() : Float.NaN;
        }
    }

    private float generatorTurn(Tensor shared, boolean wanted) {
        try (var _ = new PointerScope()) {
            Tensor loss = loss(shared == null ? generate() : shared, real);
            learn(loss, pair.generator(), generatorOptimizer);
            return wanted ? loss.item_float() : Float.NaN;
        }
    }

    private static void learn(Tensor loss, Network network, Optimizer optimizer) {
        network.parameters().forEach(parameter -> parameter.mutable_grad().reset());
        loss.backward();
        optimizer.step();
    }

    /** Both batches as one, which is the same for a discriminator without BatchNorm. */
    private Tensor joinedLoss(Tensor fakes) {
        var both = new TensorVector(realImages(), fakes);
        var targets = new TensorVector(real, generated);
        return loss(torch.cat(both, 0), torch.cat(targets, 0)).mul(new Scalar(2.0));
    }

    private Tensor loss(Tensor images, Tensor target) {
        return torch.binary_cross_entropy_with_logits(pair.discriminator().forward(images), target);
    }

    private Tensor realImages() {
        return images.index_select(0, torch.randint(images.size(0), new long[] {settings.batch()}));
    }

    private Tensor generate() {
        return pair.generator().forward(torch.randn(settings.batch(), pair.noise()));
    }

    private Tensor withoutGraph() {
        GradMode.set_enabled(false);
        try {
            return generate();
        } finally {
            GradMode.set_enabled(true);
        }
    }

    /** D's, of real plus generated images, and G's; NaN where they are not wanted. */
    record Losses(float discriminator, float generator) {}
}
