package org.ganatelier.text;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The program's messages in one language, by key. Immutable as seen from outside; may be used from
 * any thread.
 */
public final class Words {
    /** Arguments that are messages themselves, whose own arguments are looked at. */
    private static final Set<String> OURS =
            Set.of(
                    "problem",
                    "damage",
                    "reason",
                    "promised",
                    "expected",
                    "edit",
                    "label",
                    "layers",
                    "presets",
                    "networks",
                    "first",
                    "second");

    private static final Words ENGLISH = new Words(Language.ENGLISH);

    /** As wide as the other signs, and no hyphen: U+2212. */
    private static final String MINUS = "−";

    /** From here on a figure would have more digits than a narrow place has room for. */
    private static final double LONG = 1e5;

    /** Digits of a figure, before and after the decimal sign, where it has both. */
    private static final int FIGURE_DIGITS = 5;

    private final Language language;
    private final Properties patterns;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final Map<Integer, LocalizedNumberFormatter> numbers = new ConcurrentHashMap<>();
    private @Nullable Glossary glossary;

    private Words(Language language) {
        this.language = language;
        this.patterns =
                language == Language.PSEUDO
                        ? Pseudo.of(read(Language.ENGLISH.code()))
                        : read(language.code());
    }

    /** The messages of a language. */
    public static Words of(Language language) {
        return language == Language.ENGLISH ? ENGLISH : new Words(language);
    }

    /** English: the language of the command line, of logs and of reports. */
    public static Words english() {
        return ENGLISH;
    }

    /**
     * Loads what the first message with a number needs, a tenth of a second that a window does not
     * have while it opens, and the glossary. Without it, whoever is first to need them loads them.
     */
    public void prepare() {
        var _ = say("count.layers", "n", 1);
        var _ = decimal(0, 1);
        var _ = glossary();
    }

    /** The words of the field, in this language. */
    public synchronized Glossary glossary() {
        Glossary known = glossary;
        if (known == null) {
            known = new Glossary(language);
            glossary = known;
        }
        return known;
    }

    /** Which language this is. */
    public Language language() {
        return language;
    }

    /**
     * A message without arguments.
     *
     * @throws IllegalArgumentException where there is no such message
     */
    public String say(String key) {
        return format(key, Map.of());
    }

    /**
     * A message with one argument; numbers choose the plural.
     *
     * @throws IllegalArgumentException where there is no such message
     */
    public String say(String key, String name, Object value) {
        return format(key, Map.of(name, value));
    }

    /** A message with two arguments. */
    public String say(String key, String name1, Object value1, String name2, Object value2) {
        return format(key, Map.of(name1, value1, name2, value2));
    }

    /** A message with as many arguments as it takes, by name. */
    public String say(String key, Map<String, ?> arguments) {
        return format(key, arguments);
    }

    /** A whole number by this language's rules: "1,200", "1.200". */
    public String number(long value) {
        return decimals(0).format(value).toString();
    }

    /** A number with so many decimals by this language's rules: "0.50", "0,50". */
    public String decimal(double value, int decimals) {
        return decimals(decimals).format(value).toString();
    }

    /**
     * A number of any size that takes no more than eight letters: as {@link #decimal}, with fewer
     * decimals the larger it is, and from a hundred thousand on with a power of ten: "0.92",
     * "1,234.5", "4.1e30".
     *
     * @param decimals at most so many
     */
    public String figure(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "?" : value > 0 ? "∞" : MINUS + "∞";
        }
        // What rounds up to one is one.
        if (Math.abs(value) >= LONG - 0.5) {
            return power(value, 1);
        }
        int whole = (int) Math.max(1, Math.floor(Math.log10(Math.max(1, Math.abs(value)))) + 1);
        return decimal(value, Math.clamp(FIGURE_DIGITS - whole, 0, decimals));
    }

    /** A finite number other than 0, with a power of ten: "4.1e30". */
    public String power(double value, int decimals) {
        int power = (int) Math.floor(Math.log10(Math.abs(value)));
        String digits = decimal(value / Math.pow(10, power), decimals);
        boolean rounded = digits.replace(MINUS, "").startsWith("10");
        return rounded
                ? decimal(Math.signum(value), decimals) + "e" + (power + 1)
                : digits + "e" + power;
    }

    /** What stands between whole and broken part of a number: '.' or ','. */
    public char decimalSign() {
        return DecimalFormatSymbols.getInstance(language.locale()).getDecimalSeparator();
    }

    /** Several things in a row, as the language joins them: "a, b, and c". */
    public String list(List<String> parts) {
        return ListFormatter.getInstance(language.locale()).format(parts);
    }

    /** The keys of all messages, sorted. */
    public Set<String> keys() {
        return new TreeSet<>(patterns.stringPropertyNames());
    }

    /** A message as it stands in the file, for tests. */
    String pattern(String key) {
        String pattern = patterns.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException(
                    "There is no message \"" + key + "\" in " + language.code());
        }
        return pattern;
    }

    private DecimalFormatSymbols symbols() {
        var symbols = DecimalFormatSymbols.getInstance(language.locale());
        symbols.setMinusSignString(MINUS);
        return symbols;
    }

    /**
     * Rounds as Java's own formats do, without a sign before what is zero. Such a formatter may be
     * used from any thread.
     */
    private LocalizedNumberFormatter decimals(int decimals) {
        return numbers.computeIfAbsent(
                decimals,
                n ->
                        NumberFormatter.withLocale(language.locale())
                                .symbols(symbols())
                                .sign(NumberFormatter.SignDisplay.NEGATIVE)
                                .precision(Precision.fixedFraction(n))
                                .roundingMode(RoundingMode.HALF_UP));
    }

    private String format(String key, Map<String, ?> arguments) {
        String pattern = pattern(key);
        if (pattern.indexOf('{') < 0) {
            // Most messages: a window says hundreds while it opens.
            return pattern;
        }
        // MessageFormat is not safe to share between threads.
        MessageFormat format = formats.computeIfAbsent(key, this::parsed);
        var shown = new HashMap<String, Object>();
        arguments.forEach((name, value) -> shown.put(name, shown(name, value)));
        synchronized (format) {
            return format.format(shown);
        }
    }

    /** An argument as it may stand in a sentence: what is not ours may be anything. */
    private static Object shown(String name, Object value) {
        return switch (value) {
            case String text -> OURS.contains(name) ? text : Foreign.shown(text);
            case Path path -> Foreign.shown(path);
            default -> value;
        };
    }

    private MessageFormat parsed(String key) {
        return new MessageFormat(pattern(key), language.locale());
    }

    private static Properties read(String code) {
        String name = "/messages/" + code + ".properties";
        try (var in = Words.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The program's own file " + name + " is missing");
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            var read = new Properties();
            read.load(reader);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
