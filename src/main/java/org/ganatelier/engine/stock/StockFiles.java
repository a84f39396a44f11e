package org.ganatelier.engine.stock;

import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.plan.model.LabelUse;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.RunFailure;
import org.ganatelier.train.RunFailure.UnsupportedByStock.Lack;
import org.ganatelier.train.StockModels;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Writes what DL4J's {@code ModelSerializer} reads. */
public final class StockFiles implements StockModels {
    private static final String EMBEDDING = "embedding";

    @Override
    public List<Missing> missing(NetworkPlan plan) {
        var missing = new ArrayList<Missing>();
        for (int i = 0; i < plan.layers().size(); i++) {
            int index = i;
            missing(plan.layers().get(i)).ifPresent(lack -> missing.add(new Missing(index, lack)));
        }
        return missing;
    }

    private static Optional<Lack> missing(LayerPlan plan) {
        // DL4J's are approximations, off by up to 0.03.
        if (plan.layer() instanceof Activated bent
                && bent.activation() instanceof Activation.GELU) {
            return Optional.of(new Lack.Setting(plan.layer(), "activation"));
        }
        // Where a kernel leaves gaps of two pixels, DL4J centres it in its stride.
        if (plan.layer() instanceof Conv2DTranspose conv && conv.kernel() < conv.stride() - 1) {
            return Optional.of(new Lack.Setting(conv, "stride"));
        }
        try {
            var _ = StockLayers.layers(plan);
            return Optional.empty();
        } catch (EngineException e) {
            if (e.failure() instanceof RunFailure.UnsupportedByStock(Lack lack)) {
                return Optional.of(lack);
            }
            throw e;
        }
    }

    @Override
    public void write(NetworkPlan plan, List<Map<String, float[]>> arrays, OutputStream out)
            throws IOException {
        Natives.load(Natives.DEFAULT_THREADS);
        // DL4J closes what it writes to.
        var zip = new ByteArrayOutputStream();
        try (var network = new StockNetwork(plan)) {
            network.copyFrom(arrays.stream().map(StockFiles::ofLayer).toList());
            switch (plan.labels()) {
                case LabelUse.Projected(int classes) ->
                        network.write(
                                Objects.requireNonNull(arrays.getLast().get(EMBEDDING)),
                                classes,
                                zip);
                case LabelUse.Joined _, LabelUse.None _ -> network.write(zip);
            }
        }
        zip.writeTo(out);
    }

    /** An embedding stands beside its layer. */
    private static Map<String, float[]> ofLayer(Map<String, float[]> arrays) {
        var own = new LinkedHashMap<>(arrays);
        own.remove(EMBEDDING);
        return own;
    }
}
