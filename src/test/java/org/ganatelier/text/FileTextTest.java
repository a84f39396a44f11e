package org.ganatelier.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.project.Damage;
import org.ganatelier.project.FileProblem;
import org.ganatelier.project.FileRefusal;
import org.ganatelier.project.JsonProblem;
import org.ganatelier.project.JsonProblem.Expected;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is wrong with a file is said in the window's language. */
final class FileTextTest {
    private static final Path FILE = Path.of("run.atelier");
    private static final List<String> NAMES = List.of("digits", "mlp");
    private static final JsonProblem JSON = new JsonProblem.Missing(Expected.Any.NUMBER);

    @Test
    void everyProblemIsSaidInEveryLanguage() {
        var refused = new FileRefusal.AccessDenied();
        Facts.requireSaid(
                FileProblem.class,
                List.of(
                        new FileProblem.InFile(FILE, new FileProblem.NotOurs()),
                        new FileProblem.InOwnFile("mnist", new FileProblem.Incomplete()),
                        new FileProblem.CannotBeRead(FILE, refused),
                        new FileProblem.CannotBeSaved(FILE, refused),
                        new FileProblem.CannotBeUsed(Optional.empty(), refused),
                        new FileProblem.NotText(FILE),
                        new FileProblem.TooLarge(),
                        new FileProblem.NotJson(2, 3),
                        new FileProblem.ExcessiveJson(),
                        new FileProblem.NoFormat(1),
                        new FileProblem.TooNew(2, 1),
                        new FileProblem.WrongJson(JSON),
                        new FileProblem.UnknownSetting("seeds", Optional.of("seed")),
                        new FileProblem.UnknownSetting("x", Optional.empty()),
                        new FileProblem.NotOurs(),
                        new FileProblem.Incomplete(),
                        new FileProblem.Damaged(new Damage.NotJson()),
                        new FileProblem.NotTrained(),
                        new FileProblem.NotFinite("0.weight"),
                        new FileProblem.TooMuchToSave("state.json", 17, 16),
                        new FileProblem.NoSuchPreset("x", NAMES),
                        new FileProblem.NeitherFileNorPreset("x", NAMES),
                        new FileProblem.NoSuchBenchNet("x", NAMES)),
                FileText::say,
                // Ends with a brace: what such a file begins with.
                FileProblem.NotAnObject.class);
    }

    @Test
    void everyDamageIsSaidInEveryLanguage() {
        Facts.requireSaid(
                Damage.class,
                List.of(
                        new Damage.MissingEntry("state.json"),
                        new Damage.UnreadableEntry("state.json"),
                        new Damage.InEntry("state.json", new Damage.NotJson()),
                        new Damage.NotJson(),
                        new Damage.WrongJson(JSON),
                        new Damage.WrongLength("0.weight", 9),
                        new Damage.NotFinite("0.weight"),
                        new Damage.BadListing("0.weight"),
                        new Damage.NotAnObject(),
                        new Damage.BadName(),
                        new Damage.TooManyEntries(100_000),
                        new Damage.UnwantedValues(10, 20),
                        new Damage.ImpossibleCounter("noise"),
                        new Damage.ImpossiblePast(),
                        new Damage.TooLargeToClassify(65_536),
                        new Damage.TooManyValues(1L << 40),
                        new Damage.WrongParameters(10, 9),
                        new Damage.ImpossibleState(),
                        new Damage.ImpossibleThreads(),
                        new Damage.MisplacedPlayerStep(),
                        new Damage.MisplacedEdit(),
                        new Damage.UnknownEdit("seed"),
                        new Damage.ImpossibleEdit(),
                        new Damage.ImpossibleAccuracy(),
                        new Damage.ImpossibleClassifier()),
                DamageText::say);
    }

    @Test
    void aFinishedFileThatIsKeptIsNamed() {
        var kept = new FileRefusal.Kept(Path.of("run.kept-1.atelier"), new FileRefusal.Exists());
        assertThat(FileText.say(Words.english(), new FileProblem.CannotBeSaved(FILE, kept)))
                .isEqualTo(
                        "run.atelier cannot be saved: something of that name is there already."
                                + " The finished file is kept as run.kept-1.atelier.");
    }

    @Test
    void everyRefusalIsSaidInEveryLanguage() {
        Facts.requireSaid(
                FileRefusal.class,
                List.of(
                        new FileRefusal.NoSuchFile(),
                        new FileRefusal.AccessDenied(),
                        new FileRefusal.NoFolder(),
                        new FileRefusal.Exists(),
                        new FileRefusal.IsFolder(),
                        new FileRefusal.IsDevice(),
                        new FileRefusal.IsNoFolder(),
                        new FileRefusal.FolderNotEmpty(),
                        new FileRefusal.LinksInACircle(),
                        new FileRefusal.TooLong(4),
                        new FileRefusal.EndsEarly(),
                        new FileRefusal.NotText(),
                        new FileRefusal.Kept(FILE, new FileRefusal.AccessDenied()),
                        new FileRefusal.Unexplained()),
                FileText::say,
                FileRefusal.Explained.class);
    }
}
