package org.ganatelier.exchange.source;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;
import org.ganatelier.exchange.model.Imported;
import org.ganatelier.exchange.model.ImportedSettings;
import org.ganatelier.exchange.model.ImportedStack;
import org.ganatelier.exchange.model.ModelReader;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.exchange.python.Code;
import org.ganatelier.exchange.python.Statement;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads models from the code of Keras and PyTorch. The code is parsed and what it builds is
 * followed; it is never run.
 */
public final class CodeReader implements ModelReader {
    private static final Set<String> ENDINGS = Set.of(".py", ".txt", ".ipynb.txt", ".md");

    @Override
    public boolean takes(String name, byte[] beginning) {
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    @Override
    public Imported read(Path file, Optional<Experiment> into) throws IOException {
        long size = Files.size(file);
        // A character takes four bytes at most.
        if (size > 4L * Code.LONGEST) {
            throw new ImportException(new Refusal.TooLarge(file.toString(), size, Code.LONGEST));
        }
        return read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    /**
     * Reads a text: the code of one network or of two, perhaps with what trains them.
     *
     * @throws ImportException where it is too long, or nothing in it is a network
     */
    public static Imported read(String text) throws ImportException {
        Code code = Code.parse(text);
        var found = new Found();
        for (int line : code.unreadable()) {
            found.remark(line, new Fact.Unreadable());
        }
        var machine = new Machine(Dialect.ofText(text), found);
        var scope = new Scope(Optional.empty());
        List<Networks.Network> networks = networks(code, machine, scope);
        List<ImportedStack> stacks = stacks(networks, found);
        var settings = new SettingsReader(machine, scope, code, text);
        ImportedSettings said = stacks.isEmpty() ? ImportedSettings.NONE : settings.read(networks);
        LoopFaults.find(code, found);
        Ends.judge(stacks, settings.takesLogits(), found);
        if (stacks.isEmpty() && found.remarks().isEmpty()) {
            throw new ImportException(new Refusal.Empty());
        }
        return new Imported(stacks, said, found.remarks());
    }

    private static List<Networks.Network> networks(Code code, Machine machine, Scope scope) {
        try {
            var _ = machine.follow(code.statements(), scope);
            List<Networks.Network> networks = new Networks(machine).all();
            if (!complete(networks)) {
                Uncalled.follow(machine, scope);
                networks = new Networks(machine).all();
            }
            return networks;
        } catch (Halt _) {
            machine.found.remark(lastLine(code), new Fact.Endless());
            return List.of();
        }
    }

    private static int lastLine(Code code) {
        return code.statements().stream().mapToInt(Statement::line).max().orElse(1);
    }

    private static boolean complete(List<Networks.Network> networks) {
        return List.of(Side.values()).stream()
                .allMatch(
                        side ->
                                networks.stream()
                                        .anyMatch(n -> n.role().equals(Optional.of(side))));
    }

    /** At most one of each side that names say, and what has no such name. */
    private static List<ImportedStack> stacks(List<Networks.Network> networks, Found found) {
        var reader = new StackReader(found);
        var stacks = new LinkedHashSet<ImportedStack>();
        var sides = new ArrayList<Optional<Side>>();
        for (Networks.Network network : networks) {
            Optional<Side> role = network.role();
            boolean known = role.isPresent() && sides.contains(role);
            boolean superfluous = role.isEmpty() && complete(networks);
            if (known || superfluous || stacks.size() == 2) {
                found.remark(
                        network.calls().getFirst().line(),
                        new Fact.Extra(StackReader.name(network.names())));
                continue;
            }
            ImportedStack stack = reader.read(network);
            if (!stack.layers().isEmpty()) {
                sides.add(role);
                stacks.add(stack);
            }
        }
        return List.copyOf(stacks);
    }
}
