package org.ganatelier.text;

import org.ganatelier.experiment.data.DataSpec;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What the classes of data are called. A bundled set has a word for each in the messages, unless
 * its classes are numbers; labels of the user's own are numbers always.
 */
public final class ClassText {
    private ClassText() {}

    /** The names of all classes, in their order. */
    public static List<String> names(Words words, DataSpec data) {
        return names(words, names(data));
    }

    /**
     * What classes are called.
     *
     * @param names as {@link DataSpec#className} has them
     */
    public static List<String> names(Words words, List<String> names) {
        return names.stream().map(name -> say(words, name, "")).toList();
    }

    /** The same in two letters at most, for narrow places; a number stays whole. */
    public static List<String> shortNames(Words words, DataSpec data) {
        return names(data).stream().map(name -> say(words, name, ".short")).toList();
    }

    private static String say(Words words, String name, String form) {
        boolean number = name.chars().allMatch(Character::isDigit);
        String id = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        return number ? name : words.say("data.class." + id + form);
    }

    private static List<String> names(DataSpec data) {
        return IntStream.range(0, data.classes()).mapToObj(data::className).toList();
    }
}
