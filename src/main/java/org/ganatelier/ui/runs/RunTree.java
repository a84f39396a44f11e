package org.ganatelier.ui.runs;

import javafx.scene.control.TreeItem;

import org.ganatelier.session.RunEntry;
import org.ganatelier.text.Words;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The runs as a tree, the newest first: a run that goes on from another is a branch of it. FX
 * thread only.
 */
final class RunTree {
    private final Words words;
    private final Map<Long, TreeItem<RunRow>> items = new HashMap<>();
    private final TreeItem<RunRow> root = new TreeItem<>();

    RunTree(Words words) {
        this.words = words;
        root.setExpanded(true);
    }

    /** Above all runs; it is none itself. */
    TreeItem<RunRow> root() {
        return root;
    }

    /** The lines of all runs. */
    List<RunRow> rows() {
        return items.values().stream().map(TreeItem::getValue).toList();
    }

    /** The line of a run. */
    Optional<TreeItem<RunRow>> item(RunEntry run) {
        return Optional.ofNullable(items.get(run.id()));
    }

    /**
     * Has these runs from now on. A line that was there stays.
     *
     * @param runs oldest first
     */
    void show(List<RunEntry> runs) {
        Set<Long> known = new HashSet<>();
        for (RunEntry run : runs) {
            known.add(run.id());
            items.computeIfAbsent(run.id(), _ -> item(new RunRow(run, words)));
        }
        items.keySet().retainAll(known);
        put(root, runs.stream().filter(run -> parent(run).isEmpty()).toList());
        for (RunEntry run : runs) {
            put(itemOf(run), runs.stream().filter(each -> isChild(each, run)).toList());
        }
    }

    private static TreeItem<RunRow> item(RunRow row) {
        var item = new TreeItem<>(row);
        item.setExpanded(true);
        return item;
    }

    private void put(TreeItem<RunRow> parent, List<RunEntry> children) {
        List<TreeItem<RunRow>> wanted = children.reversed().stream().map(this::itemOf).toList();
        if (!parent.getChildren().equals(wanted)) {
            parent.getChildren().setAll(wanted);
        }
    }

    private TreeItem<RunRow> itemOf(RunEntry run) {
        return Objects.requireNonNull(items.get(run.id()));
    }

    private boolean isChild(RunEntry run, RunEntry of) {
        OptionalLong parent = parent(run);
        return parent.isPresent() && parent.getAsLong() == of.id();
    }

    /** The run that a run is a branch of, where that is still there. */
    private OptionalLong parent(RunEntry run) {
        OptionalLong parent = run.origin().parent();
        return parent.isPresent() && items.containsKey(parent.getAsLong())
                ? parent
                : OptionalLong.empty();
    }
}
