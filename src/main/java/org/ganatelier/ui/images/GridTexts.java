package org.ganatelier.ui.images;

import org.ganatelier.text.Words;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a grid says of its images. */
final class GridTexts {
    private static final int DECIMALS = 2;

    private final String contents;
    private final Words words;

    /**
     * @param contents for the accessible name: "Grid of generated images"
     */
    GridTexts(String contents, Words words) {
        this.contents = contents;
        this.words = words;
    }

    /**
     * What is said of an image under the mouse.
     *
     * @param image its index, from 0
     * @param asked the class that was asked for
     * @param choosable whether it can be clicked
     */
    String hint(
            int image, Optional<String> asked, @Nullable GridContent content, boolean choosable) {
        var parts = new ArrayList<String>();
        if (choosable) {
            parts.add(
                    asked.map(
                                    name ->
                                            words.say(
                                                    "images.image.of-class.meaning",
                                                    "n",
                                                    image + 1,
                                                    "class",
                                                    name))
                            .orElseGet(() -> words.say("images.image.meaning", "n", image + 1)));
        } else {
            parts.add(words.say("images.image.number", "n", image + 1));
        }
        GridContent.Opinion opinion = content == null ? null : content.opinion();
        if (opinion != null && image < opinion.outputs().length) {
            parts.addFirst(output(opinion.outputs()[image]));
        }
        return String.join("\n", parts);
    }

    private String output(float output) {
        return words.say("eye.output", "output", words.figure(output, DECIMALS));
    }

    /**
     * What a screen reader says of the image with the cursor.
     *
     * @param place of it, from 0
     * @param letters on it
     * @param choosable whether it has a cursor at all
     */
    String spoken(
            int place,
            int places,
            Optional<String> asked,
            List<String> letters,
            boolean choosable) {
        var parts = new ArrayList<String>();
        parts.add(contents);
        if (choosable) {
            parts.add(words.say("images.image.place", "n", place + 1, "of", places));
            asked.ifPresent(name -> parts.add(words.say("images.image.class", "class", name)));
        }
        letters.forEach(letter -> parts.add(words.say("images.image.chosen", "letter", letter)));
        return String.join(", ", parts);
    }
}
