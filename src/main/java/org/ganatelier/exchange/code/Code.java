package org.ganatelier.exchange.code;

import org.ganatelier.plan.model.Problem.Place;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A file of source code. */
public record Code(List<CodeLine> lines) {
    public Code {
        lines = List.copyOf(lines);
    }

    /** As in the file. */
    public String text() {
        return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }

    /** The numbers of the lines, from 0, that say this of the experiment. */
    public List<Integer> linesOf(Place place) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).place().filter(place::equals).isPresent())
                .boxed()
                .toList();
    }
}
