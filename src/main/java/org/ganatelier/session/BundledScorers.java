package org.ganatelier.session;

import org.ganatelier.data.Split;
import org.ganatelier.measure.LiveScorer;
import org.ganatelier.project.JudgeFile;
import org.ganatelier.project.ProjectException;
import org.ganatelier.spec.DataSpec;
import org.ganatelier.train.Judge;
import org.ganatelier.train.JudgeTrainer;

import java.util.concurrent.Executor;
import java.util.function.Function;

/** Makes scorers with the judges that ship with the program, on one thread for all. */
final class BundledScorers implements Function<DataSpec.Collection, LiveScorer> {
    private final JudgeTrainer judges;
    private final Executor thread = LiveScorer.thread();

    /**
     * @param judges opens a judge, on the scoring thread
     */
    BundledScorers(JudgeTrainer judges) {
        this.judges = judges;
    }

    @Override
    public LiveScorer apply(DataSpec.Collection data) {
        return new LiveScorer(
                () -> open(data), () -> Split.of(data).heldOut(), thread, System::nanoTime);
    }

    private Judge open(DataSpec.Collection data) {
        try {
            return judges.open(JudgeFile.bundled(data));
        } catch (ProjectException damaged) {
            throw new IllegalStateException("The program's own judge is damaged", damaged);
        }
    }
}
