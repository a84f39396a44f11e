package org.ganatelier.exchange.source;

import org.ganatelier.exchange.model.ImportedSetting;
import org.ganatelier.exchange.model.ImportedSettings;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.exchange.python.Code;
import org.ganatelier.exchange.python.Expression;
import org.ganatelier.exchange.python.Expression.Argument;
import org.ganatelier.exchange.python.Statement;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.objective.Loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What code says of data, noise, batches, losses and optimizers, where it says it plainly. */
final class SettingsReader {
    private static final List<String> LATENT =
            List.of(
                    "latent_dim",
                    "z_dim",
                    "nz",
                    "noise_dim",
                    "latent_size",
                    "codings_size",
                    "noise_size",
                    "z_size",
                    "LATENT_DIM",
                    "Z_DIM",
                    "NOISE_DIM",
                    "latent_dimension");
    private static final List<String> BATCH = List.of("batch_size", "BATCH_SIZE", "batchSize");
    private static final Pattern DATASET =
            Pattern.compile("(?i)\\b(fashion[_-]?mnist|mnist)\\b|\\b(FashionMNIST)\\b");

    private final Machine machine;
    private final Scope scope;
    private final Code code;
    private final String text;
    private final LossReader losses;

    SettingsReader(Machine machine, Scope scope, Code code, String text) {
        this.machine = machine;
        this.scope = scope;
        this.code = code;
        this.text = text;
        this.losses = LossReader.of(code);
    }

    /** Whether the loss has a sigmoid of its own. */
    boolean takesLogits() {
        return losses.takesLogits();
    }

    ImportedSettings read(List<Networks.Network> networks) {
        var optimizers = new OptimizerReader(this::value, machine.found);
        optimizers.read(code.statements());
        return new ImportedSettings(
                number(LATENT, ImportedSetting.LATENT_SIZE),
                number(BATCH, ImportedSetting.BATCH_SIZE).filter(size -> size >= 2),
                loss(),
                conditioning(networks),
                dataset(),
                initialization(),
                optimizers.generator(),
                optimizers.discriminator());
    }

    private Value value(Expression expression) {
        try {
            return machine.value(expression, scope);
        } catch (Halt _) {
            return Value.Unknown.VALUE;
        }
    }

    private Optional<Loss> loss() {
        losses.found()
                .ifPresent(
                        place ->
                                machine.found.remark(
                                        place.line(),
                                        new Fact.Taken(
                                                place.theirs(),
                                                ImportedSetting.OBJECTIVE,
                                                place.loss().id())));
        return losses.found().map(LossReader.Place::loss);
    }

    private static Optional<Conditioning> conditioning(List<Networks.Network> networks) {
        boolean labels =
                networks.stream()
                        .flatMap(network -> network.trunk().merges().stream())
                        .anyMatch(Trunk.Merge::labels);
        return labels ? Optional.of(Conditioning.CHANNELS) : Optional.empty();
    }

    private Optional<String> dataset() {
        Matcher names = DATASET.matcher(text);
        String best = "";
        int line = 1;
        while (names.find() && !best.contains("fashion")) {
            String name = names.group().toLowerCase(Locale.ROOT);
            if (best.isEmpty() || name.contains("fashion")) {
                best = name.contains("fashion") ? "fashion-mnist" : "mnist";
                line =
                        1
                                + (int)
                                        text.substring(0, names.start())
                                                .chars()
                                                .filter(c -> c == '\n')
                                                .count();
            }
        }
        if (best.isEmpty()) {
            return Optional.empty();
        }
        machine.found.remark(line, new Fact.Taken(best, ImportedSetting.DATA, best));
        return Optional.of(best);
    }

    /** What calls are given, then variables, then options, then what functions usually take. */
    private Optional<Integer> number(List<String> names, ImportedSetting setting) {
        var places = new ArrayList<Place>();
        Walk.through(
                code.statements(),
                each -> {
                    if (each instanceof Expression.Call call) {
                        call.arguments().forEach(argument -> add(argument, names, places));
                    }
                });
        assigned(code.statements(), names, places);
        for (Place place : places) {
            Optional<Integer> whole = whole(value(place.value));
            if (whole.isPresent()) {
                String theirs = place.name + "=" + Written.of(place.value);
                machine.found.remark(
                        place.value.line(),
                        new Fact.Taken(theirs, setting, whole.get().toString()));
                return whole;
            }
        }
        return names.stream()
                .flatMap(name -> machine.found.option(name).stream())
                .flatMap(option -> whole(option).stream())
                .findFirst();
    }

    private record Place(String name, Expression value) {}

    private static void add(Argument argument, List<String> names, List<Place> places) {
        argument.name()
                .filter(names::contains)
                .ifPresent(name -> places.add(new Place(name, argument.value())));
    }

    private static Optional<Integer> whole(Value value) {
        return value.number()
                .filter(n -> n >= 1 && n == Math.rint(n) && n <= Integer.MAX_VALUE)
                .map(Double::intValue);
    }

    private static void assigned(
            List<Statement> statements, List<String> names, List<Place> places) {
        for (Statement statement : statements) {
            switch (statement) {
                case Statement.Assign assign ->
                        assign.targets().stream()
                                .map(Walk::last)
                                .filter(names::contains)
                                .forEach(name -> places.add(new Place(name, assign.value())));
                case Statement.Define define -> {
                    for (Statement.Parameter parameter : define.parameters()) {
                        if (names.contains(parameter.name()) && parameter.usual().isPresent()) {
                            places.add(new Place(parameter.name(), parameter.usual().get()));
                        }
                    }
                    assigned(define.body(), names, places);
                }
                case Statement.Kind kind -> assigned(kind.body(), names, places);
                case Statement.Choose choose -> assigned(choose.body(), names, places);
                case Statement.Loop loop -> assigned(loop.body(), names, places);
                case Statement.Block block -> assigned(block.body(), names, places);
                case Statement.Evaluate _, Statement.Return _, Statement.Skipped _ -> {}
            }
        }
    }

    private Optional<Initialization> initialization() {
        var found = new ArrayList<Map.Entry<Expression, Initialization>>();
        Walk.through(
                code.statements(),
                each ->
                        InitializationReader.read(each, this::value)
                                .ifPresent(way -> found.add(Map.entry(each, way))));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Expression at = found.getFirst().getKey();
        Initialization way = found.getFirst().getValue();
        machine.found.remark(
                at.line(),
                new Fact.Taken(Written.of(at), ImportedSetting.INITIALIZATION, way.name()));
        return Optional.of(way);
    }
}
