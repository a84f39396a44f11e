package org.ganatelier.plan.fix;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Finding;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Violation;

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
record FixCandidates(List<Fix> good, List<Fix> crude, List<Fix> drastic, List<Fix> unlabelled) {
    FixCandidates(List<Fix> good, List<Fix> crude, List<Fix> drastic) {
        this(good, crude, drastic, List.of());
    }

    static FixCandidates of(Diagnosis diagnosis, Finding finding) {
        FixCandidates remedies = ofFault(diagnosis, finding);
        if (diagnosis.experiment().classes() == 0) {
            return remedies;
        }
        Fix without = LabelFixes.withoutLabels();
        var together =
                remedies.drastic.stream()
                        .map(fix -> FixWriter.both(without.label() + also(fix), without, fix));
        return new FixCandidates(
                remedies.good,
                remedies.crude,
                remedies.drastic,
                Stream.concat(Stream.of(without), together).toList());
    }

    private static String also(Fix fix) {
        String order = fix.label();
        return " and " + order.substring(0, 1).toLowerCase(Locale.ROOT) + order.substring(1);
    }

    private static FixCandidates ofFault(Diagnosis diagnosis, Finding finding) {
        Place place = finding.place();
        return switch (finding.fault()) {
            case Violation.NeedsVector _ -> ShapeFixes.at(diagnosis, place).forVector();
            case Violation.NeedsImage _ -> ShapeFixes.at(diagnosis, place).forImage();
            case Violation.WrongSize fault -> ShapeFixes.at(diagnosis, place).forSize(fault);
            case Violation.IndivisibleChannels fault ->
                    ShuffleFixes.at(diagnosis, place).forChannels(fault);
            case Violation.WindowTooLarge fault -> ShapeFixes.at(diagnosis, place).forWindow(fault);
            case Violation.NotAnImage fault -> ImageFixes.at(diagnosis, place).forVector(fault);
            case Violation.WrongPixels fault -> PixelFixes.of(diagnosis, place, fault);
            case Violation.WrongChannels fault ->
                    ImageFixes.at(diagnosis, place).forChannels(fault);
            case Violation.NoBlack _ -> ImageFixes.at(diagnosis, place).forBlack();
            case Violation.NotOneScore fault -> ScoreFixes.at(diagnosis, place).forSize(fault);
            case Violation.NotAScore fault -> ScoreFixes.at(diagnosis, place).forActivation(fault);
            case Violation.DisturbsPenalty _ -> PenaltyFixes.remedies(diagnosis.experiment());
            case Violation.NeedsCompany _ -> CrossSampleFixes.remedies(diagnosis, place);
            case Violation.TooMuch fault -> LimitFixes.forLayer(diagnosis, place, fault);
            case Violation.TooManyParameters _ -> LimitFixes.forParameters(diagnosis, place);
            case Violation.TooManyLayers _ -> LimitFixes.forLayers(diagnosis, place);
            case Violation.Empty fault -> forEmpty(diagnosis, fault.side());
            case Violation.TooMuchMemory _ -> SettingFixes.forMemory(diagnosis);
            case Violation.BatchTooLarge _ -> SettingFixes.forBatch();
            case Violation.LatentTooLarge _ -> SettingFixes.forLatent();
            case Violation.DataTooLarge _ -> SettingFixes.forData();
            case Violation.NoLabels _, Violation.TooManyClasses _ -> LabelFixes.forSettings();
            case Violation.NoProjection _ -> LabelFixes.forEnd(diagnosis, place);
        };
    }

    /** For a problem on a stack: if nothing else helps, a small network instead. */
    static FixCandidates onStack(Side side, List<Fix> good, List<Fix> crude) {
        Fix reset =
                new Fix(
                        "Replace the "
                                + side.title().toLowerCase(Locale.ROOT)
                                + " with a small one",
                        experiment -> FixWriter.reset(experiment, side));
        return new FixCandidates(good, crude, List.of(reset));
    }

    private static FixCandidates forEmpty(Diagnosis diagnosis, Side side) {
        Shape.Image data = diagnosis.experiment().data().shape();
        Fix start =
                FixWriter.at(diagnosis, new Place.Network(side))
                        .change("Start with a small network", _ -> FixWriter.small(side, data));
        return new FixCandidates(List.of(start), List.of(), List.of());
    }

    /** All together, the best first. */
    Stream<Fix> all() {
        return Stream.of(good, crude, drastic, unlabelled).flatMap(List::stream);
    }
}
