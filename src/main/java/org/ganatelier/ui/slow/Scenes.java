package org.ganatelier.ui.slow;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.text.Words;
import org.ganatelier.train.dissection.LossTerm;
import org.ganatelier.train.dissection.Made;
import org.ganatelier.train.dissection.Opinion;
import org.ganatelier.train.dissection.PlayerTurn;
import org.ganatelier.train.dissection.PlayerTurn.OfDiscriminator;
import org.ganatelier.train.dissection.PlayerTurn.OfGenerator;
import org.ganatelier.train.dissection.SampleValues;
import org.ganatelier.train.dissection.Seen;
import org.ganatelier.train.dissection.StepRecording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes what is seen of each thing that happens in a step. FX thread only. */
final class Scenes {
    private final StepRecording recording;
    private final SlowTexts texts;
    private final Formulas formulas;
    private final Strips strips;

    Scenes(StepRecording recording, Words words) {
        this.recording = recording;
        texts = new SlowTexts(recording.experiment(), words);
        formulas = new Formulas(recording.experiment().objective());
        strips = new Strips(texts, VerdictScale.of(recording));
    }

    SlowTexts texts() {
        return texts;
    }

    /** What is seen of one of them. */
    SceneView of(SubStep step) {
        return switch (step.turn()) {
            case OfDiscriminator turn -> ofDiscriminator(step.kind(), turn);
            case OfGenerator turn -> ofGenerator(step.kind(), turn);
        };
    }

    private SceneView ofDiscriminator(SubStep.Kind kind, OfDiscriminator turn) {
        return switch (kind) {
            case NOISE -> strips(noise(turn.made()));
            case MAKING -> making(turn.made());
            case REAL -> judged("real", turn.real());
            case GENERATED -> judged("generated", turn.fake());
            case LOSS_OF_D -> lossOfDiscriminator(turn);
            case UPDATE_OF_D -> layers(turn);
            case AFTER_D ->
                    strips(
                            changed("real", turn.real(), turn.realAfter()),
                            changed("generated", turn.fake(), turn.fakeAfter()));
            case LOSS_OF_G, PIXELS, UPDATE_OF_G, AFTER_G -> throw foreign(kind, turn);
        };
    }

    private SceneView ofGenerator(SubStep.Kind kind, OfGenerator turn) {
        return switch (kind) {
            case NOISE -> strips(noise(turn.made()));
            case MAKING -> making(turn.made());
            case LOSS_OF_G -> lossOfGenerator(turn);
            case PIXELS -> pixels(turn);
            case UPDATE_OF_G -> layers(turn);
            case AFTER_G -> after(turn);
            case REAL, GENERATED, LOSS_OF_D, UPDATE_OF_D, AFTER_D -> throw foreign(kind, turn);
        };
    }

    private static IllegalArgumentException foreign(SubStep.Kind kind, PlayerTurn turn) {
        return new IllegalArgumentException(kind + " is no part of a turn of " + turn.side());
    }

    private Strip noise(Made made) {
        return strips.plain(
                texts.say("slow.strip.noise"),
                Pictures.ofNoise(made.noise()),
                made.labels(),
                Strips.Paper.LIGHT);
    }

    private SceneView making(Made made) {
        return strips(
                noise(made),
                strips.plain(
                        texts.say("slow.strip.made"),
                        Pictures.of(made.samples()),
                        made.labels(),
                        Strips.Paper.BLACK));
    }

    private SceneView judged(String what, Seen seen) {
        return strips(
                strips.judged(
                        title(what, seen.opinion()), seen, Optional.empty(), Optional.empty()));
    }

    private String title(String what, Opinion opinion) {
        return texts.say("slow.strip." + what) + " · " + texts.mean(opinion);
    }

    private Strip changed(String what, Seen seen, Opinion after) {
        String title =
                texts.say("slow.strip." + what)
                        + " · "
                        + texts.output()
                        + ": "
                        + texts.change(seen.opinion().mean(), after.mean());
        var now = new Seen(seen.samples(), seen.labels(), after);
        return strips.judged(title, now, Optional.of(seen.opinion()), Optional.empty());
    }

    private SceneView lossOfDiscriminator(OfDiscriminator turn) {
        float[] real = turn.real().opinion().scores();
        float[] fake = turn.fake().opinion().scores();
        boolean pairs = turn.terms().getFirst().part() == LossTerm.Part.OF_PAIRS;
        LossTerm.Part first = pairs ? LossTerm.Part.OF_PAIRS : LossTerm.Part.ON_REAL;
        LossTerm.Part second = pairs ? LossTerm.Part.OF_PAIRS : LossTerm.Part.ON_GENERATED;
        Strip ofReal =
                strips.judged(
                        texts.say("slow.strip.real.loss"),
                        turn.real(),
                        Optional.empty(),
                        Optional.of(i -> formulas.ofDiscriminator(first, real[i], fake[i])));
        Strip ofMade =
                strips.judged(
                        texts.say("slow.strip.generated.loss"),
                        turn.fake(),
                        Optional.empty(),
                        Optional.of(i -> formulas.ofDiscriminator(second, real[i], fake[i])));
        return loss(turn, ofReal, ofMade);
    }

    private SceneView lossOfGenerator(OfGenerator turn) {
        float[] fake = turn.fake().opinion().scores();
        float[] real = turn.real().map(seen -> seen.opinion().scores()).orElse(fake);
        Strip made =
                strips.judged(
                        texts.say("slow.strip.generated.loss"),
                        turn.fake(),
                        Optional.empty(),
                        Optional.of(i -> formulas.ofGenerator(real[i], fake[i])));
        return turn.real()
                .map(
                        seen ->
                                loss(
                                        turn,
                                        strips.judged(
                                                title("real", seen.opinion()),
                                                seen,
                                                Optional.empty(),
                                                Optional.empty()),
                                        made))
                .orElseGet(() -> loss(turn, made));
    }

    private SceneView loss(PlayerTurn turn, Strip... below) {
        var box = new LossBox(turn, formulas, texts);
        var parts = new ArrayList<>(box.parts());
        var all = new ArrayList<Node>();
        all.add(box);
        for (Strip strip : below) {
            all.add(strip);
            parts.addAll(0, strip.tiles());
        }
        return scene(all, parts);
    }

    private SceneView layers(PlayerTurn turn) {
        Side side = turn.side();
        var bars =
                new LayerBars(turn.layers(), recording.experiment().network(side).layers(), texts);
        bars.getStyleClass().add(side == Side.GENERATOR ? "of-generator" : "of-discriminator");
        return scene(List.of(bars, note(texts.say("slow.layers.note"))), bars.parts());
    }

    private SceneView pixels(OfGenerator turn) {
        SampleValues made = turn.made().samples();
        SampleValues ways = Pictures.downhill(turn.pull().gradients());
        Strip before =
                strips.judged(
                        title("generated", turn.fake().opinion()),
                        turn.fake(),
                        Optional.empty(),
                        Optional.empty());
        boolean images = Pictures.areSingle(made);
        Strip pull =
                strips.plain(
                        texts.pull(turn.pull(), images),
                        images ? Pictures.heat(ways) : Pictures.pulled(made, ways),
                        new byte[0],
                        images ? Strips.Paper.LIGHT : Strips.Paper.BLACK);
        return strips(before, pull);
    }

    private SceneView after(OfGenerator turn) {
        SampleValues before = turn.made().samples();
        SampleValues after = turn.after().samples();
        Strip was =
                strips.plain(
                        texts.say("slow.strip.before"),
                        Pictures.of(before),
                        turn.made().labels(),
                        Strips.Paper.BLACK);
        var now = new Seen(after, new byte[0], turn.after().opinion());
        Strip is =
                strips.judged(
                        texts.say("slow.strip.after")
                                + " · "
                                + texts.output()
                                + ": "
                                + texts.change(
                                        turn.fake().opinion().mean(),
                                        turn.after().opinion().mean()),
                        now,
                        Optional.of(turn.fake().opinion()),
                        Optional.empty());
        if (!Pictures.areSingle(after)) {
            return strips(was, is);
        }
        SampleValues change = after.minus(before);
        Strip difference =
                strips.plain(
                        texts.difference(change),
                        Pictures.heat(change),
                        new byte[0],
                        Strips.Paper.LIGHT);
        return strips(was, difference, is);
    }

    private SceneView strips(Strip... strips) {
        var parts = new ArrayList<Node>();
        for (Strip strip : strips) {
            parts.addAll(strip.tiles());
        }
        return scene(List.of(strips), parts);
    }

    private SceneView scene(List<? extends Node> nodes, List<Node> parts) {
        var all = new ArrayList<Node>(nodes);
        int shown = recording.turns().getFirst().made().samples().count();
        String count = texts.shown(shown);
        if (!count.isEmpty() && nodes.stream().anyMatch(Strip.class::isInstance)) {
            all.add(note(count));
        }
        return new SceneView(all, parts, unit());
    }

    private int unit() {
        Picture one = Pictures.of(recording.turns().getFirst().made().samples()).getFirst();
        return Math.max(one.width(), one.height());
    }

    private static Label note(String text) {
        var label = new Label(text);
        label.getStyleClass().add("slow-note");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
