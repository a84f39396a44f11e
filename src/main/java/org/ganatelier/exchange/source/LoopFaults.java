package org.ganatelier.exchange.source;

import org.ganatelier.exchange.model.PlayerNames;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.exchange.python.Code;
import org.ganatelier.exchange.python.Expression;
import org.ganatelier.exchange.python.Expression.Argument;
import org.ganatelier.exchange.python.Statement;
import org.ganatelier.experiment.basics.Side;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Faults of training loops that run without an error, and learn nothing. */
final class LoopFaults {
    private static final Pattern RANDOM =
            Pattern.compile(
                    "(.*\\.)?(random(\\.\\w+)?\\.(normal|uniform|rand|randn|random)|randn|rand"
                            + "|random_normal|random_uniform|randn_like|rand_like)");
    private static final Pattern DATA =
            Pattern.compile("(.*_)?(real|x_?train|train_?images|dataset)(_.*)?|real[A-Z].*");
    private static final Pattern NO_DATA =
            Pattern.compile(".*(label|target|valid|noise|fake|loss|score|out).*");

    private final Found found;

    /** The names that the values of each variable are made of, wherever it is set. */
    private final Map<String, Set<String>> sources = new HashMap<>();

    private LoopFaults(Found found) {
        this.found = found;
    }

    static void find(Code code, Found found) {
        var faults = new LoopFaults(found);
        List<Statement.Assign> all = assigns(code.statements());
        all.forEach(faults::learn);
        all.forEach(faults::judge);
        Walk.through(code.statements(), faults::judgeCall);
    }

    private static List<Statement.Assign> assigns(List<Statement> statements) {
        var all = new ArrayList<Statement.Assign>();
        Deque<Statement> open = new ArrayDeque<>(statements);
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case Statement.Assign assign -> all.add(assign);
                case Statement.Define define -> open.addAll(define.body());
                case Statement.Kind kind -> open.addAll(kind.body());
                case Statement.Choose choose -> {
                    open.addAll(choose.body());
                    open.addAll(choose.otherwise());
                }
                case Statement.Loop loop -> open.addAll(loop.body());
                case Statement.Block block -> open.addAll(block.body());
                case Statement.Evaluate _, Statement.Return _, Statement.Skipped _ -> {}
            }
        }
        return all;
    }

    private void learn(Statement.Assign assign) {
        Set<String> names = names(assign.value());
        for (Expression target : assign.targets()) {
            names(target)
                    .forEach(
                            name ->
                                    sources.computeIfAbsent(name, _ -> new HashSet<>())
                                            .addAll(names));
        }
    }

    /** The words that stand in an expression: variables and fields. */
    private static Set<String> names(Expression expression) {
        var names = new HashSet<String>();
        Walk.through(
                expression,
                each -> {
                    String last = Walk.last(each);
                    if (!last.isEmpty()) {
                        names.add(last);
                    }
                });
        return names;
    }

    private void judge(Statement.Assign assign) {
        for (Expression target : assign.targets()) {
            String name = Walk.last(target);
            String small = name.toLowerCase(Locale.ROOT);
            if (isData(small) && isRandom(assign.value())) {
                found.remark(assign.line(), new Fact.NoiseAsData(theirs(target, assign)));
            }
            if (isLoss(small)) {
                judgeLoss(target, name, assign);
            }
        }
    }

    private static String theirs(Expression target, Statement.Assign assign) {
        return Written.of(target) + " = " + Written.of(assign.value());
    }

    private static boolean isData(String name) {
        return DATA.matcher(name).matches() && !NO_DATA.matcher(name).matches();
    }

    /** Whether it is drawn at random; one number for each sample is a label that was smoothed. */
    private static boolean isRandom(Expression value) {
        return value instanceof Expression.Call call
                && RANDOM.matcher(call.function().dotted().orElse("")).matches()
                && call.arguments().stream().noneMatch(LoopFaults::isColumn);
    }

    private static boolean isColumn(Argument argument) {
        return argument.value() instanceof Expression.Items(List<Expression> items, _, _)
                && items.size() == 2
                && items.getLast() instanceof Expression.Numeral(double size, _, _)
                && size == 1;
    }

    private static boolean isLoss(String name) {
        return name.contains("loss") || name.startsWith("err");
    }

    private void judgeLoss(Expression target, String name, Statement.Assign assign) {
        Optional<Side> network = output(assign.value());
        if (network.isPresent()) {
            found.remark(assign.line(), new Fact.OutputAsLoss(theirs(target, assign)));
        }
        boolean ofGenerator = PlayerNames.of(name).equals(Optional.of(Side.GENERATOR));
        Set<String> all = closure(assign.value());
        boolean fromGenerator =
                network.equals(Optional.of(Side.GENERATOR))
                        || all.stream().anyMatch(LoopFaults::isMaker);
        if (ofGenerator && fromGenerator && all.stream().noneMatch(LoopFaults::isJudge)) {
            found.remark(assign.line(), new Fact.GeneratorNotJudged(theirs(target, assign)));
        }
    }

    /** Whether it names G, and not only its loss. */
    private static boolean isMaker(String name) {
        return PlayerNames.of(name).equals(Optional.of(Side.GENERATOR))
                && !isLoss(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isJudge(String name) {
        return PlayerNames.of(name).equals(Optional.of(Side.DISCRIMINATOR));
    }

    /** The network whose output a value is as it is. */
    private static Optional<Side> output(Expression value) {
        if (!(value instanceof Expression.Call call)) {
            return Optional.empty();
        }
        Expression function = call.function();
        String last = Walk.last(function);
        if (function instanceof Expression.Attribute(Expression of, String method, _)
                && (method.equals("predict") || method.equals("forward"))) {
            last = Walk.last(of);
        }
        String small = last.toLowerCase(Locale.ROOT);
        boolean plain =
                !small.contains("loss") && !small.contains("step") && !small.contains("train");
        return plain ? PlayerNames.of(last) : Optional.empty();
    }

    /** All names that a value depends on, in the whole text. */
    private Set<String> closure(Expression value) {
        var all = new HashSet<String>();
        Deque<String> open = new ArrayDeque<>(names(value));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (all.add(name)) {
                open.addAll(sources.getOrDefault(name, Set.of()));
            }
        }
        return all;
    }

    private void judgeCall(Expression expression) {
        if (expression instanceof Expression.Call call
                && Walk.last(call.function()).equals("apply_gradients")) {
            var names = new HashSet<String>();
            call.arguments().forEach(argument -> names.addAll(names(argument.value())));
            boolean loss =
                    names.stream().anyMatch(name -> isLoss(name.toLowerCase(Locale.ROOT)))
                            && names.stream().noneMatch(name -> name.contains("grad"));
            if (loss) {
                found.remark(call.line(), new Fact.LossAsGradient(Written.of(call)));
            }
        }
    }
}
