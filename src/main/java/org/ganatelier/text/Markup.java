package org.ganatelier.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Longer texts, as they stand in the files of the glossary and of the lessons. Blocks are parted by
 * an empty line. A block that begins with "## " is a heading, one with "- " an item of a list, one
 * with four blanks a formula, any other a paragraph. {@code [[term]]} or {@code [[term|shown]]} is
 * a link to a term, {@code [[!deed|shown]]} something that can be done.
 */
public final class Markup {
    private static final Pattern LINK =
            Pattern.compile("\\[\\[(!?)([a-z0-9-]+)(?:\\|([^\\]]+))?]]");
    private static final String HEADING = "## ";
    private static final String ITEM = "- ";
    private static final String FORMULA = "    ";

    private Markup() {}

    /** A part of a text that stands by itself. */
    public sealed interface Block {}

    /** The name of what follows. */
    public record Heading(String text) implements Block {}

    /** Some sentences. */
    public record Paragraph(List<Run> runs) implements Block {
        public Paragraph {
            runs = List.copyOf(runs);
        }
    }

    /** One of several things that stand below each other. */
    public record Item(List<Run> runs) implements Block {
        public Item {
            runs = List.copyOf(runs);
        }
    }

    /** A formula on a line of its own; its line ends are its own. */
    public record Formula(String text) implements Block {}

    /** A part of a sentence. */
    public sealed interface Run {
        /** What is read. */
        String text();
    }

    /** Words. */
    public record Plain(String text) implements Run {}

    /** Words that lead to a term of the glossary. */
    public record Link(String term, String text) implements Run {}

    /** Words that do something. */
    public record Deed(String name, String text) implements Run {}

    /**
     * Reads a text.
     *
     * @param spoken turns each word that is read, and no name of a term, into the language's own
     */
    static List<Block> read(String text, UnaryOperator<String> spoken) {
        return Stream.of(text.split("\\n\\s*\\n"))
                .filter(block -> !block.isBlank())
                .flatMap(block -> blocks(block, spoken))
                .toList();
    }

    /** The runs of a text, block by block. */
    public static Stream<Run> runs(List<Block> blocks) {
        return blocks.stream()
                .flatMap(
                        block ->
                                switch (block) {
                                    case Heading _, Formula _ -> Stream.of();
                                    case Paragraph(List<Run> runs) -> runs.stream();
                                    case Item(List<Run> runs) -> runs.stream();
                                });
    }

    /** What a block says, without its links. */
    public static String plain(Block block) {
        return switch (block) {
            case Heading(String text) -> text;
            case Formula(String text) -> text;
            case Paragraph(List<Run> runs) -> plain(runs);
            case Item(List<Run> runs) -> plain(runs);
        };
    }

    private static String plain(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    private static Stream<Block> blocks(String block, UnaryOperator<String> spoken) {
        String trimmed = block.replaceAll("^\\n+|\\s+$", "");
        if (trimmed.startsWith(HEADING)) {
            return Stream.of(
                    new Heading(spoken.apply(trimmed.substring(HEADING.length()).strip())));
        }
        if (trimmed.startsWith(FORMULA)) {
            return Stream.of(
                    new Formula(
                            trimmed.lines().map(String::strip).collect(Collectors.joining("\n"))));
        }
        if (trimmed.startsWith(ITEM)) {
            return Stream.of(("\n" + trimmed).split("\n" + ITEM))
                    .filter(item -> !item.isBlank())
                    .map(item -> new Item(runs(item, spoken)));
        }
        return Stream.of(new Paragraph(runs(trimmed, spoken)));
    }

    private static List<Run> runs(String lines, UnaryOperator<String> spoken) {
        String text = lines.strip().replaceAll("\\s*\\n\\s*", " ");
        var runs = new ArrayList<Run>();
        Matcher links = LINK.matcher(text);
        int done = 0;
        while (links.find()) {
            if (links.start() > done) {
                runs.add(new Plain(spoken.apply(text.substring(done, links.start()))));
            }
            runs.add(link(links, spoken));
            done = links.end();
        }
        if (done < text.length()) {
            runs.add(new Plain(spoken.apply(text.substring(done))));
        }
        return runs;
    }

    private static Run link(Matcher found, UnaryOperator<String> spoken) {
        String name = found.group(2);
        String shown = found.group(3);
        String text = spoken.apply(shown == null ? name.replace('-', ' ') : shown);
        return found.group(1).isEmpty() ? new Link(name, text) : new Deed(name, text);
    }
}
