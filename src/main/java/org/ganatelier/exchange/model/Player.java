package org.ganatelier.exchange.model;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.Weighted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which player a stack is.
 *
 * @param byName whether its name says so; else its layers do
 */
record Player(ImportedStack stack, Side side, boolean byName) {
    /** At most one for each side: names first, then what the layers look like. */
    @SuppressWarnings("ReferenceEquality") // two equal stacks are two players
    static List<Player> of(List<ImportedStack> stacks) {
        var players = new ArrayList<Player>();
        for (ImportedStack stack : stacks) {
            Optional<Side> named = PlayerNames.of(stack.name());
            named.filter(side -> isFree(side, players))
                    .ifPresent(side -> players.add(new Player(stack, side, true)));
        }
        for (ImportedStack stack : stacks) {
            boolean placed = players.stream().anyMatch(player -> player.stack == stack);
            if (!placed && players.size() < 2) {
                Side looks = looks(stack);
                Side other = looks == Side.GENERATOR ? Side.DISCRIMINATOR : Side.GENERATOR;
                players.add(new Player(stack, isFree(looks, players) ? looks : other, false));
            }
        }
        return players;
    }

    private static boolean isFree(Side side, List<Player> players) {
        return players.stream().noneMatch(player -> player.side == side);
    }

    /** What gives one number is D, unless it makes images larger or ends as images do. */
    private static Side looks(ImportedStack stack) {
        boolean enlarges =
                stack.layers().stream()
                        .anyMatch(
                                layer ->
                                        layer instanceof Conv2DTranspose
                                                || layer instanceof UpSampling2D
                                                || layer instanceof PixelShuffle
                                                || layer instanceof Reshape);
        boolean fromImage = stack.input().filter(Shape.Image.class::isInstance).isPresent();
        return !enlarges && (fromImage || endsInOne(stack.layers()))
                ? Side.DISCRIMINATOR
                : Side.GENERATOR;
    }

    private static boolean endsInOne(List<LayerSpec> layers) {
        for (LayerSpec layer : layers.reversed()) {
            boolean tanh =
                    layer instanceof Activated activated
                            && activated.activation() instanceof Activation.Tanh;
            if (tanh) {
                return false;
            }
            if (layer instanceof Weighted weighted) {
                return weighted.width() == 1;
            }
            if (!(layer instanceof Activate
                    || layer instanceof Flatten
                    || layer instanceof Dropout)) {
                return false;
            }
        }
        return false;
    }
}
