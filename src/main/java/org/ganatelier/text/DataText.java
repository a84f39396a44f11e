package org.ganatelier.text;

import org.ganatelier.data.DataProblem;
import org.ganatelier.data.DataProblem.Content;
import org.ganatelier.experiment.data.DataSpec;

import java.nio.file.Path;
import java.util.Map;

/** Says why samples cannot be read. */
public final class DataText {
    private DataText() {}

    /** What a bundled set is full of, in the middle of a sentence: "digits". */
    public static String things(Words words, DataSpec.Bundled data) {
        return words.say("data.things." + data.id());
    }

    /** One sentence that names the file. */
    public static String say(Words words, DataProblem problem) {
        return switch (problem) {
            case DataProblem.NoSuchFile(Path file) -> words.say("data.no-such-file", "file", file);
            case DataProblem.IsFolder(Path file) -> words.say("data.is-folder", "file", file);
            case DataProblem.IsDevice(Path file) -> words.say("data.is-device", "file", file);
            case DataProblem.Unreadable(Path file) -> words.say("data.unreadable", "file", file);
            case DataProblem.Empty(Path file) -> words.say("data.empty", "file", file);
            case DataProblem.HeaderCut(Path file) -> words.say("data.header-cut", "file", file);
            case DataProblem.BadCompression(Path file) ->
                    words.say("data.bad-compression", "file", file);
            case DataProblem.OtherKind(Path file, var found, var wanted) ->
                    words.say(
                            "data.other-kind",
                            Map.of("file", file, "found", found, "wanted", wanted));
            case DataProblem.NotIdx(Path file, var wanted, int found, int magic) ->
                    words.say(
                            "data.not-idx",
                            Map.of(
                                    "file",
                                    file,
                                    "wanted",
                                    wanted,
                                    "found",
                                    hex(found),
                                    "magic",
                                    hex(magic)));
            case DataProblem.NoImages(Path file) -> words.say("data.no-images", "file", file);
            case DataProblem.ImpossibleSides(Path file, long height, long width, int longest) ->
                    words.say(
                            "data.impossible-sides",
                            Map.of(
                                    "file", file, "height", height, "width", width, "longest",
                                    longest));
            case DataProblem.TooMuch(Path file, Content promised, long megabytes, long most) ->
                    words.say(
                            "data.too-much",
                            Map.of(
                                    "file",
                                    file,
                                    "promised",
                                    say(words, promised),
                                    "megabytes",
                                    megabytes,
                                    "most",
                                    most));
            case DataProblem.EndsEarly(Path file, Content promised, long missing, long bytes) ->
                    words.say(
                            "data.ends-early",
                            Map.of(
                                    "file",
                                    file,
                                    "promised",
                                    say(words, promised),
                                    "missing",
                                    missing,
                                    "bytes",
                                    bytes));
            case DataProblem.TooLong(Path file, Content promised) ->
                    words.say("data.too-long", "file", file, "promised", say(words, promised));
            case DataProblem.OtherShape(Path file, var found, var wanted) ->
                    words.say(
                            "data.other-shape",
                            Map.of("file", file, "found", found, "wanted", wanted));
            case DataProblem.CountsDiffer(Path labels, int ofLabels, Path images, int ofImages) ->
                    words.say(
                            "data.counts-differ",
                            Map.of(
                                    "labels",
                                    labels,
                                    "ofLabels",
                                    say(words, new Content.OfLabels(ofLabels)),
                                    "images",
                                    images,
                                    "ofImages",
                                    ofImages));
            case DataProblem.NotNumpy(Path file) -> words.say("data.not-numpy", "file", file);
            case DataProblem.NumpyHeaderTooLong(Path file) ->
                    words.say("data.numpy-header-too-long", "file", file);
            case DataProblem.NotBytes(Path file) ->
                    // An apostrophe in a message would quote what follows.
                    words.say("data.not-bytes", "file", file, "fix", "images.astype('uint8')");
            case DataProblem.NotImages(Path file) -> words.say("data.not-images", "file", file);
            case DataProblem.NumpyTooLarge(Path file, long megabytes, long most) ->
                    words.say(
                            "data.numpy-too-large",
                            Map.of("file", file, "megabytes", megabytes, "most", most));
            case DataProblem.NumpyCut(Path file) -> words.say("data.numpy-cut", "file", file);
            case DataProblem.NumpyTooLong(Path file) ->
                    words.say("data.numpy-too-long", "file", file);
            case DataProblem.Unforeseen(var data, String cause) ->
                    words.say(
                            "data.unforeseen", "title", DataTitle.of(words, data), "cause", cause);
        };
    }

    private static String say(Words words, Content content) {
        return switch (content) {
            case Content.OfImages(long count, long height, long width) ->
                    words.say(
                            "data.of-images", Map.of("n", count, "height", height, "width", width));
            case Content.OfLabels(long count) -> words.say("data.of-labels", "n", count);
        };
    }

    private static String hex(int four) {
        return "%08x".formatted(four);
    }
}
