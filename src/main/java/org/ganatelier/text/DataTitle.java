package org.ganatelier.text;

import org.ganatelier.data.BundledSet;
import org.ganatelier.data.Catalog;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.data.Distribution;

import java.util.Map;

/** What data is called in menus and sentences. */
public final class DataTitle {
    private DataTitle() {}

    /** A short name. */
    public static String of(Words words, DataSpec data) {
        return switch (data) {
            case DataSpec.Bundled bundled -> bundled.title();
            case DataSpec.Drawn(Distribution distribution) -> of(words, distribution);
            case DataSpec.IdxFiles files -> Foreign.shown(files.title());
            case DataSpec.Clustered(DataSpec samples, int clusters) ->
                    words.say("data.clustered", Map.of("data", of(words, samples), "n", clusters));
        };
    }

    /** A name for narrow places. */
    public static String shortOf(Words words, DataSpec data) {
        return switch (data) {
            case DataSpec.Bundled bundled -> Catalog.of(bundled).shortTitle();
            case DataSpec.Drawn(Distribution distribution) ->
                    switch (distribution) {
                        case RING -> words.say("data.ring.short");
                        case GRID -> words.say("data.grid.short");
                    };
            case DataSpec.IdxFiles files -> Foreign.shown(files.title());
            case DataSpec.Clustered(DataSpec samples, int _) -> shortOf(words, samples);
        };
    }

    /** What is on the images of a set. */
    public static String contents(Words words, BundledSet set) {
        return words.say("data.contents." + set.id());
    }

    private static String of(Words words, Distribution distribution) {
        return switch (distribution) {
            case RING -> words.say("data.ring");
            case GRID -> words.say("data.grid");
        };
    }
}
