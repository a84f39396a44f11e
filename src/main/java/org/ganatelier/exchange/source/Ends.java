package org.ganatelier.exchange.source;

import org.ganatelier.exchange.model.ImportedStack;
import org.ganatelier.exchange.model.PlayerNames;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.LayerSpec;

import java.util.List;
import java.util.Optional;

/** What looks wrong at D, once it is known. */
final class Ends {
    private Ends() {}

    /**
     * @param takesLogits whether the code's loss has a sigmoid of its own
     */
    static void judge(List<ImportedStack> stacks, boolean takesLogits, Found found) {
        Optional<ImportedStack> judge =
                stacks.stream()
                        .filter(
                                s ->
                                        PlayerNames.of(s.name())
                                                .equals(Optional.of(Side.DISCRIMINATOR)))
                        .findFirst();
        boolean normalized =
                judge.filter(s -> s.layers().stream().anyMatch(BatchNorm.class::isInstance))
                        .isPresent();
        if (!normalized) {
            found.forget(Fact.Frozen.class);
        }
        if (takesLogits && judge.isPresent() && endsInSigmoid(judge.get().layers())) {
            int line = found.lastLineOf(judge.get().layers().getLast()).orElse(1);
            found.remark(line, new Fact.SigmoidTwice(judge.get().name()));
        }
    }

    private static boolean endsInSigmoid(List<LayerSpec> layers) {
        for (LayerSpec layer : layers.reversed()) {
            if (layer instanceof Activated activated) {
                return activated.activation() instanceof Activation.Sigmoid;
            }
        }
        return false;
    }
}
