package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.exchange.model.ImportException.Refusal;
import org.ganatelier.exchange.model.ImportedSetting;
import org.ganatelier.exchange.model.Remark;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.exchange.model.Remark.Source;
import org.ganatelier.experiment.basics.InvalidValue.Reason;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.junit.jupiter.api.Test;

import java.util.List;

/** The report of an import is said in the window's language. */
final class ImportTextTest {
    private static final Words ENGLISH = Words.english();

    private static Remark at(Source source, Fact fact) {
        return new Remark(source, fact);
    }

    @Test
    void everyFactIsSaidInEveryLanguage() {
        Facts.requireSaid(
                Fact.class,
                List.of(
                        new Fact.Became("Flatten()", List.of(new Flatten())),
                        new Fact.Became("nn.Identity()", List.of()),
                        new Fact.Passed("Dense(3)", "name"),
                        new Fact.Unknown("Lambda()"),
                        new Fact.Unable("Conv2D(3)", "kernel_size", "(3, 5)"),
                        new Fact.Impossible("Dense(-1)", new Reason.TooLarge()),
                        new Fact.Nearest("Dropout2d()", new Dropout(0.5)),
                        new Fact.LabelsJoined("concat"),
                        new Fact.Endless(),
                        new Fact.Unreadable(),
                        new Fact.Undecided("if x"),
                        new Fact.Taken("nz", ImportedSetting.LATENT_SIZE, "100"),
                        new Fact.Kept(ImportedSetting.BATCH_SIZE),
                        new Fact.Trunk("add"),
                        new Fact.Extra("encoder"),
                        new Fact.Combined("gan"),
                        new Fact.Player("netG", Side.GENERATOR, true),
                        new Fact.Player("", Side.GENERATOR, false),
                        new Fact.Absent(Side.DISCRIMINATOR),
                        new Fact.Added(Side.DISCRIMINATOR, List.of(new Flatten())),
                        new Fact.Recognized("x"),
                        new Fact.WeightsLeft(),
                        new Fact.Untrained(Side.DISCRIMINATOR),
                        new Fact.WrongShape("[3, 4]", 0, "weight", "[4, 4]"),
                        new Fact.MissingArray(0, "bias"),
                        new Fact.LeftOver(),
                        new Fact.LabelsProjected("Dot"),
                        new Fact.Unweighted("dense"),
                        new Fact.Reordered("reshape"),
                        new Fact.EpsilonByPlace("BatchNorm2d(8, 0.8)", 0.8),
                        new Fact.SigmoidInLoss("D"),
                        new Fact.SigmoidTwice("D"),
                        new Fact.Frozen("D.trainable"),
                        new Fact.LabelsMultiplied("multiply"),
                        new Fact.NoiseAsData("real = randn()"),
                        new Fact.OutputAsLoss("loss = D(x)"),
                        new Fact.LossAsGradient("apply_gradients"),
                        new Fact.GeneratorNotJudged("g_loss = G(z)")),
                ImportText::say);
    }

    @Test
    void everyRefusalIsSaidInEveryLanguage() {
        Facts.requireSaid(
                Refusal.class,
                List.of(
                        new Refusal.Damaged("HDF5", ""),
                        new Refusal.Damaged("HDF5", "12"),
                        new Refusal.TooLarge("text", 12_000, 10_000),
                        new Refusal.Forbidden("os.system"),
                        new Refusal.Elsewhere("weights.bin"),
                        new Refusal.WeightsAlone(),
                        new Refusal.Empty()),
                ImportText::say);
    }

    @Test
    void everySettingHasAName() {
        for (ImportedSetting setting : ImportedSetting.values()) {
            assertThat(ImportText.say(ENGLISH, new Fact.Kept(setting))).doesNotContain("{");
        }
    }

    @Test
    void aRemarkSaysWhereItStands() {
        var fact = new Fact.Unknown("Lambda()");
        assertThat(ImportText.say(ENGLISH, at(new Source.Line(1200), fact)))
                .isEqualTo("Line 1200: Lambda() is not known here and was left out.");
        assertThat(ImportText.say(ENGLISH, at(new Source.Named("conv_1"), fact)))
                .startsWith("conv_1: Lambda()");
        assertThat(ImportText.say(ENGLISH, at(new Source.Whole(), fact))).startsWith("Lambda()");
    }

    @Test
    void aLayerIsSaidWithItsNumbers() {
        var conv =
                new Conv2D(8, 4, 2, new Padding.Explicit(1), false, new Activation.LeakyReLU(0.2));
        assertThat(ImportText.say(ENGLISH, new Fact.Became("Conv2d", List.of(conv))))
                .isEqualTo(
                        "Conv2d became Conv2D (filters 8, kernel 4, stride 2, padding 1,"
                                + " bias=False, LeakyReLU 0.2).");
        for (Kind<LayerSpec> kind : LayerSpec.kinds()) {
            assertThat(ImportText.say(ENGLISH, new Fact.Became("x", List.of(kind.usual()))))
                    .contains(kind.id());
        }
    }
}
