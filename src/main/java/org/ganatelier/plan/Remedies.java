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
 */
record Remedies(List<Fix> good, List<Fix> crude, List<Fix> drastic) {
    static Remedies of(Diagnosis diagnosis, Finding finding) {
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
            case Fault.TooMuch fault -> LimitRemedies.forLayer(diagnosis, place, fault);
            case Fault.TooManyParameters _ -> LimitRemedies.forParameters(diagnosis, place);
            case Fault.TooManyLayers _ -> LimitRemedies.forLayers(diagnosis, place);
            case Fault.Empty fault -> forEmpty(diagnosis, fault.side());
            case Fault.TooMuchMemory _ -> SettingRemedies.forMemory(diagnosis);
            case Fault.BatchTooLarge _ -> SettingRemedies.forBatch();
            case Fault.LatentTooLarge _ -> SettingRemedies.forLatent();
            case Fault.DataTooLarge _ -> SettingRemedies.forData();
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
        return Stream.of(good, crude, drastic).flatMap(List::stream);
    }
}
