package org.ganatelier.text;

import org.ganatelier.project.Damage;
import org.ganatelier.project.FileProblem;
import org.ganatelier.project.FileRefusal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Says why a file or a setting cannot be used. */
public final class FileText {
    private FileText() {}

    /** One sentence, perhaps after the name of a file and a colon. */
    public static String say(Words words, FileProblem problem) {
        return switch (problem) {
            case FileProblem.InFile(Path file, FileProblem inside) ->
                    words.say(
                            "project.file.in-file",
                            Map.of("file", file, "problem", say(words, inside)));
            case FileProblem.InOwnFile(String name, FileProblem inside) ->
                    words.say(
                            "project.file.in-own-file",
                            "name",
                            name,
                            "problem",
                            say(words, inside));
            case FileProblem.CannotBeRead(Path file, FileRefusal reason) ->
                    words.say(
                            "project.file.cannot-be-read",
                            "file",
                            file,
                            "reason",
                            say(words, reason));
            case FileProblem.CannotBeSaved(Path file, FileRefusal reason) ->
                    words.say(
                            "project.file.cannot-be-saved",
                            "file",
                            file,
                            "reason",
                            say(words, reason));
            case FileProblem.CannotBeUsed(var file, FileRefusal reason) ->
                    words.say(
                            "project.file.cannot-be-used",
                            "file",
                            file.orElseGet(() -> words.say("project.file.unnamed")),
                            "reason",
                            say(words, reason));
            case FileProblem.NotText(Path file) -> words.say("project.file.not-text", "file", file);
            case FileProblem.TooLarge() -> words.say("project.file.too-large");
            case FileProblem.NotJson(int line, int column) ->
                    words.say("project.file.not-json", "line", line, "column", column);
            case FileProblem.ExcessiveJson() -> words.say("project.file.excessive-json");
            case FileProblem.NotAnObject() ->
                    // A brace in a message would begin an argument.
                    words.say("project.file.not-an-object", "start", "{ \"format\"");
            case FileProblem.NoFormat(int format) ->
                    words.say("project.file.no-format", "format", format);
            case FileProblem.TooNew(int format, int reads) ->
                    words.say("project.file.too-new", "format", format, "reads", reads);
            case FileProblem.WrongJson(var json) -> JsonText.say(words, json);
            case FileProblem.UnknownSetting(String path, var nearest) ->
                    nearest.map(
                                    near ->
                                            words.say(
                                                    "project.file.unknown-setting-nearest",
                                                    "path",
                                                    path,
                                                    "nearest",
                                                    near))
                            .orElseGet(
                                    () -> words.say("project.file.unknown-setting", "path", path));
            case FileProblem.NotOurs() -> words.say("project.file.not-ours");
            case FileProblem.Incomplete() -> words.say("project.file.incomplete");
            case FileProblem.Damaged(Damage damage) ->
                    words.say("project.file.damaged", "damage", DamageText.say(words, damage));
            case FileProblem.NotFinite(String array) ->
                    words.say("project.file.not-finite", "array", array);
            case FileProblem.NotTrained() -> words.say("project.file.not-trained");
            case FileProblem.TooMuchToSave(String what, long megabytes, long most) ->
                    words.say(
                            "project.file.too-much-to-save",
                            Map.of("what", what, "size", megabytes, "most", most));
            case FileProblem.NoSuchPreset(String name, var presets) ->
                    words.say(
                            "project.file.no-such-preset", "name", name, "presets", list(presets));
            case FileProblem.NeitherFileNorPreset(String name, var presets) ->
                    words.say(
                            "project.file.neither-file-nor-preset",
                            "name",
                            name,
                            "presets",
                            list(presets));
            case FileProblem.NoSuchBenchNet(String name, var networks) ->
                    words.say(
                            "project.file.no-such-bench-net",
                            "name",
                            name,
                            "networks",
                            list(networks));
        };
    }

    /** Why the system refuses a file, as a clause. */
    static String say(Words words, FileRefusal reason) {
        return switch (reason) {
            case FileRefusal.NoSuchFile() -> words.say("project.refusal.no-such-file");
            case FileRefusal.NoFolder() -> words.say("project.refusal.no-folder");
            case FileRefusal.AccessDenied() -> words.say("project.refusal.access-denied");
            case FileRefusal.Exists() -> words.say("project.refusal.exists");
            case FileRefusal.IsFolder() -> words.say("project.refusal.is-folder");
            case FileRefusal.IsDevice() -> words.say("project.refusal.is-device");
            case FileRefusal.IsNoFolder() -> words.say("project.refusal.is-no-folder");
            case FileRefusal.FolderNotEmpty() -> words.say("project.refusal.folder-not-empty");
            case FileRefusal.LinksInACircle() -> words.say("project.refusal.links-in-a-circle");
            case FileRefusal.TooLong(long most) -> words.say("project.refusal.too-long", "n", most);
            case FileRefusal.EndsEarly() -> words.say("project.refusal.ends-early");
            case FileRefusal.NotText() -> words.say("project.refusal.not-text");
            case FileRefusal.Kept(Path finished, FileRefusal why) ->
                    words.say("project.refusal.kept", "reason", say(words, why), "file", finished);
            case FileRefusal.Unexplained() -> words.say("project.refusal.unexplained");
            case FileRefusal.Explained(String clause) -> Foreign.brief(clause);
        };
    }

    private static String list(List<String> names) {
        return String.join(", ", names);
    }
}
