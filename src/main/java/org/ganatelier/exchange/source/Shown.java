package org.ganatelier.exchange.source;

import java.util.List;
import java.util.stream.Collectors;

/** Values in a report: as they would be written in Python. */
final class Shown {
    private static final int MOST = 6;

    private Shown() {}

    static String of(Value value) {
        return switch (value) {
            case Value.Num(double number, _) -> Written.number(number);
            case Value.Text(String text) -> "\"" + text + "\"";
            case Value.Truth(boolean truth) -> truth ? "True" : "False";
            case Value.Nothing _ -> "None";
            case Value.Items(List<Value> list) ->
                    list.stream()
                            .limit(MOST)
                            .map(each -> each instanceof Value.Items ? "…" : of(each))
                            .collect(Collectors.joining(", ", "(", ")"));
            case Value.Path(String dotted) -> dotted;
            case Value.Layer(LayerCall call) -> call.theirs();
            case Value.Function _,
                    Value.Kind _,
                    Value.Instance _,
                    Value.Stack _,
                    Value.Tensor _,
                    Value.Unknown _ ->
                    "…";
        };
    }
}
