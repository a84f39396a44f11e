package org.ganatelier.plan;

import org.ganatelier.plan.Problem.Place;
import org.ganatelier.spec.Shape;
import org.ganatelier.spec.Side;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What might solve a finding, not yet tried.
 *
 * @param good what a teacher would propose, the best first
 * @param crude what loses something, such as a layer
 * @param drastic what starts anew, but works
 * @param unlabelled what works where labels make a network too large even to start anew
 */
record Remedies(List<Fix> good, List<Fix> crude, List<Fix> drastic, List<Fix> unlabelled) {
    Remedies(List<Fix> good, List<Fix> crude, List<Fix> drastic) {
        this(good, crude, drastic, List.of());
    }

    static Remedies of(Diagnosis diagnosis, Finding finding) {
        Remedies remedies = ofFault(diagnosis, finding);
        if (diagnosis.experiment().classes() == 0) {
            return remedies;
        }
        Fix without = LabelRules.withoutLabels();
        var together =
                remedies.drastic.stream()
                        .map(fix -> Edits.both(without.label() + also(fix), without, fix));
        return new Remedies(
                remedies.good,
                remedies.crude,
                remedies.drastic,
                Stream.concat(Stream.of(without), together).toList());
    }

    private static String also(Fix fix) {
        String order = fix.label();
        return " and " + order.substring(0, 1).toLowerCase(Locale.ROOT) + order.substring(1);
    }

    private static Remedies ofFault(Diagnosis diagnosis, Finding finding) {
        Place place = finding.place();
        return switch (finding.fault()) {
            case Fault.NeedsVector _ -> ShapeRemedies.at(diagnosis, place).forVector();
            case Fault.NeedsImage _ -> ShapeRemedies.at(diagnosis, place).forImage();
            case Fault.WrongSize fault -> ShapeRemedies.at(diagnosis, place).forSize(fault);
            case Fault.IndivisibleChannels fault ->
                    ShuffleRemedies.at(diagnosis, place).forChannels(fault);
            case Fault.WindowTooLarge fault -> ShapeRemedies.at(diagnosis, place).forWindow(fault);
            case Fault.NotAnImage fault -> ImageRemedies.at(diagnosis, place).forVector(fault);
            case Fault.WrongPixels fault -> PixelRemedies.of(diagnosis, place, fault);
            case Fault.WrongChannels fault -> ImageRemedies.at(diagnosis, place).forChannels(fault);
            case Fault.NoBlack _ -> ImageRemedies.at(diagnosis, place).forBlack();
            case Fault.NotOneScore fault -> ScoreRemedies.at(diagnosis, place).forSize(fault);
            case Fault.NotAScore fault -> ScoreRemedies.at(diagnosis, place).forActivation(fault);
            case Fault.DisturbsPenalty _ -> PenaltyRules.remedies(diagnosis.experiment());
            case Fault.NeedsCompany _ -> CompanyRules.remedies(diagnosis, place);
            case Fault.TooMuch fault -> LimitRemedies.forLayer(diagnosis, place, fault);
            case Fault.TooManyParameters _ -> LimitRemedies.forParameters(diagnosis, place);
            case Fault.TooManyLayers _ -> LimitRemedies.forLayers(diagnosis, place);
            case Fault.Empty fault -> forEmpty(diagnosis, fault.side());
            case Fault.TooMuchMemory _ -> SettingRemedies.forMemory(diagnosis);
            case Fault.BatchTooLarge _ -> SettingRemedies.forBatch();
            case Fault.LatentTooLarge _ -> SettingRemedies.forLatent();
            case Fault.DataTooLarge _ -> SettingRemedies.forData();
            case Fault.NoLabels _, Fault.TooManyClasses _ -> LabelRules.forSettings();
            case Fault.NoProjection _ -> LabelRules.forEnd(diagnosis, place);
        };
    }

    /** For a problem on a stack: if nothing else helps, a small network instead. */
    static Remedies onStack(Side side, List<Fix> good, List<Fix> crude) {
        Fix reset =
                new Fix(
                        "Replace the "
                                + side.title().toLowerCase(Locale.ROOT)
                                + " with a small one",
                        experiment -> Edits.reset(experiment, side));
        return new Remedies(good, crude, List.of(reset));
    }

    private static Remedies forEmpty(Diagnosis diagnosis, Side side) {
        Shape.Image data = diagnosis.experiment().data().shape();
        Fix start =
                Edits.at(diagnosis, new Place.Network(side))
                        .change("Start with a small network", _ -> Edits.small(side, data));
        return new Remedies(List.of(start), List.of(), List.of());
    }

    /** All together, the best first. */
    Stream<Fix> all() {
        return Stream.of(good, crude, drastic, unlabelled).flatMap(List::stream);
    }
}
