package org.ganatelier.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.fix.FixSearch;
import org.ganatelier.plan.fix.Tries;
import org.ganatelier.plan.fix.WarningFixes;
import org.ganatelier.plan.model.Finding;
import org.ganatelier.plan.model.Warning;
import org.junit.jupiter.api.Test;

/** Whatever a file or an edit makes of an experiment, the planner answers. */
final class PlannerCampaignTest {
    private static final int SAMPLE = 300;

    @Test
    void thePlannerAnswersWhateverTheExperiment() {
        Campaign.of("planner", SAMPLE).run(random -> answer(RandomExperiments.wild(random)));
    }

    /** The searches themselves, as the planner hides one that breaks. */
    private static void answer(Experiment experiment) {
        Diagnosis diagnosis = Diagnosis.of(experiment);
        assertThat(Planner.check(experiment).problems()).hasSameSizeAs(diagnosis.told());
        Tries tries = Tries.until(() -> false);
        var search = new FixSearch(diagnosis, tries);
        for (Finding finding : diagnosis.told()) {
            search.fixes(finding).forEach(fix -> Planner.check(fix.apply(experiment)));
        }
        for (Warning warning : diagnosis.warnings()) {
            WarningFixes.of(diagnosis, warning, tries)
                    .forEach(fix -> Planner.check(fix.apply(experiment)));
        }
    }
}
