package org.ganatelier.ui.widget;

import org.ganatelier.session.EditName;

import java.util.Map;
import java.util.Optional;

/** Which term of the glossary explains a field. */
final class FieldTerms {
    /** By the key of the field's messages. */
    private static final Map<String, String> TERMS =
            Map.ofEntries(
                    Map.entry("objective.weight-clip", "weight-clipping"),
                    Map.entry("objective.gradient-penalty", "gradient-penalty"),
                    Map.entry("objective.label-smoothing", "label-smoothing"),
                    Map.entry("objective.r1", "r1"),
                    Map.entry("objective.r1-interval", "r1"),
                    Map.entry("objective.r2", "r2"),
                    Map.entry("objective.r2-interval", "r2"),
                    Map.entry("objective.instance-noise", "instance-noise"),
                    Map.entry("objective.instance-noise-steps", "instance-noise"),
                    Map.entry("objective.batch-size", "batch"),
                    Map.entry("optimizer.updates", "step"),
                    Map.entry("optimizer.rule", "optimizer"),
                    Map.entry("optimizer.learning-rate", "learning-rate"),
                    Map.entry("optimizer.momentum", "optimizer"),
                    Map.entry("optimizer.beta1", "adam"),
                    Map.entry("optimizer.beta2", "adam"),
                    Map.entry("optimizer.weight-decay", "weight-decay"),
                    Map.entry("optimizer.weight-decay-adamw", "weight-decay"),
                    Map.entry("optimizer.clip-norm", "gradient-clipping"),
                    Map.entry("optimizer.schedule", "schedule"),
                    Map.entry("optimizer.schedule-steps", "schedule"),
                    Map.entry("optimizer.schedule-share", "schedule"),
                    Map.entry("optimizer.average", "moving-average"),
                    Map.entry("layer.field.units", "dense"),
                    Map.entry("layer.field.filters", "filter"),
                    Map.entry("layer.field.kernel", "kernel"),
                    Map.entry("layer.field.stride", "stride"),
                    Map.entry("layer.field.enlargement", "stride"),
                    Map.entry("layer.field.pool", "pooling"),
                    Map.entry("layer.field.padding", "padding"),
                    Map.entry("layer.field.padding-pixels", "padding"),
                    Map.entry("layer.field.output-padding", "padding"),
                    Map.entry("layer.field.bias", "parameter"),
                    Map.entry("layer.field.spectral-norm", "spectral-norm"),
                    Map.entry("layer.field.activation", "activation"),
                    Map.entry("layer.field.slope", "leaky-relu"),
                    Map.entry("layer.field.size", "upsampling"),
                    Map.entry("layer.field.group-size", "minibatch-std-dev"),
                    Map.entry("layer.field.target", "reshape"),
                    Map.entry("experiment.latent-size", "noise"));

    private FieldTerms() {}

    /** The term of a field, where it has one. */
    static Optional<String> of(EditName change) {
        return change instanceof EditName.ChangeField(String field, _)
                ? Optional.ofNullable(TERMS.get(field))
                : Optional.empty();
    }

    /** All that are named. */
    static Map<String, String> all() {
        return TERMS;
    }
}
