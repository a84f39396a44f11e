package org.ganatelier.plan.fix;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.model.Change;
import org.ganatelier.plan.model.Finding;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Violation;

import java.util.List;
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
        FixCandidates candidates = ofViolation(diagnosis, finding);
        if (diagnosis.experiment().classes() == 0) {
            return candidates;
        }
        Fix without = LabelFixes.withoutLabels();
        var together = candidates.drastic.stream().map(without::and);
        return new FixCandidates(
                candidates.good,
                candidates.crude,
                candidates.drastic,
                Stream.concat(Stream.of(without), together).toList());
    }

    private static FixCandidates ofViolation(Diagnosis diagnosis, Finding finding) {
        Place place = finding.place();
        return switch (finding.violation()) {
            case Violation.NeedsVector _ -> ShapeFixes.at(diagnosis, place).forVector();
            case Violation.NeedsImage _ -> ShapeFixes.at(diagnosis, place).forImage();
            case Violation.WrongSize violation ->
                    ShapeFixes.at(diagnosis, place).forSize(violation);
            case Violation.IndivisibleChannels violation ->
                    ShuffleFixes.at(diagnosis, place).forChannels(violation);
            case Violation.WindowTooLarge violation ->
                    ShapeFixes.at(diagnosis, place).forWindow(violation);
            case Violation.PaddingTooLarge violation ->
                    ShapeFixes.at(diagnosis, place).forPadding(violation);
            case Violation.OutputPaddingTooLarge _ ->
                    ShapeFixes.at(diagnosis, place).forOutputPadding();
            case Violation.NothingLeft _ -> ShapeFixes.at(diagnosis, place).forNothingLeft();
            case Violation.NotAnImage violation ->
                    ImageFixes.at(diagnosis, place).forVector(violation);
            case Violation.NotAPoint violation -> PointFixes.of(diagnosis, place, violation);
            case Violation.WrongPixels violation -> PixelFixes.of(diagnosis, place, violation);
            case Violation.WrongChannels violation ->
                    ImageFixes.at(diagnosis, place).forChannels(violation);
            case Violation.NoBlack _ -> ImageFixes.at(diagnosis, place).forBlack();
            case Violation.NotOneScore violation ->
                    ScoreFixes.at(diagnosis, place).forSize(violation);
            case Violation.NotAScore _ -> ScoreFixes.at(diagnosis, place).forActivation();
            case Violation.DisturbsPenalty _ -> PenaltyFixes.of(diagnosis.experiment());
            case Violation.DependsOnBatch _ -> CrossSampleFixes.of(diagnosis, place);
            case Violation.TooMuch violation -> LimitFixes.forLayer(diagnosis, place, violation);
            case Violation.TooManyParameters _ -> LimitFixes.forParameters(diagnosis, place);
            case Violation.TooManyLayers _ -> LimitFixes.forLayers(diagnosis, place);
            case Violation.Empty(Side side) ->
                    new FixCandidates(
                            List.of(Fix.of(new Change.UseSmallNetwork(side))),
                            List.of(),
                            List.of());
            case Violation.TooMuchMemory _ -> SettingFixes.forMemory(diagnosis);
            case Violation.BatchTooLarge _ -> SettingFixes.forBatch();
            case Violation.LatentTooLarge _ -> SettingFixes.forLatent();
            case Violation.DataTooLarge _ -> SettingFixes.forData();
            case Violation.NoLabels _ -> LabelFixes.forNoLabels();
            case Violation.TooManyClasses _ -> LabelFixes.forManyClasses();
            case Violation.NoProjection _ -> LabelFixes.forEnd(diagnosis, place);
        };
    }

    /** For a problem on a stack: if nothing else helps, a small network instead. */
    static FixCandidates onStack(Side side, List<Fix> good, List<Fix> crude) {
        return new FixCandidates(good, crude, List.of(Fix.of(new Change.UseSmallNetwork(side))));
    }

    /** All together, the best first. */
    Stream<Fix> all() {
        return Stream.of(good, crude, drastic, unlabelled).flatMap(List::stream);
    }
}
