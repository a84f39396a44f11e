package org.ganatelier.campaign;

import org.ganatelier.data.DataException;
import org.ganatelier.project.FileProblem;
import org.ganatelier.project.ProjectException;
import org.ganatelier.text.DataText;
import org.ganatelier.text.FileText;
import org.ganatelier.text.Words;

import java.io.IOException;
import java.util.Optional;

/** What a reader answers: what it read, or a sentence. */
final class Readers {
    private Readers() {}

    /** Something that reads one file, or fails in a way that it documents. */
    interface Reading {
        void run() throws ProjectException, IOException;
    }

    /** The sentence that a user is told; empty where all was read. */
    static Optional<String> answer(Reading reading) {
        try {
            reading.run();
            return Optional.empty();
        } catch (ProjectException refused) {
            return Optional.of(FileText.say(Words.english(), refused.problem()));
        } catch (DataException refused) {
            return Optional.of(DataText.say(Words.english(), refused.problem()));
        } catch (IOException refused) {
            return Optional.of(FileText.say(Words.english(), FileProblem.of(refused)));
        }
    }
}
