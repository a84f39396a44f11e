package org.ganatelier.exchange.pytorch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The tensors of one module of PyTorch.
 *
 * @param name without the last part of its tensors' names
 * @param tensors by that last part; what only training needs is left out
 * @param u of spectral normalization
 */
record StateModule(String name, Map<String, NamedTensor> tensors, Optional<NamedTensor> u) {
    /** No module at all. */
    static final StateModule NONE = new StateModule("", Map.of(), Optional.empty());

    private static final Pattern DIGITS = Pattern.compile("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");

    /** The modules of a state dictionary, in the order in which they come first. */
    static List<StateModule> of(NamedTensors all) {
        var modules = new LinkedHashMap<String, Map<String, NamedTensor>>();
        for (NamedTensor tensor : all.tensors()) {
            // Spectral normalization, of PyTorch since 1.9 and before.
            String plain =
                    tensor.name()
                            .replace("parametrizations.weight.original", "weight")
                            .replace("parametrizations.weight.0._", "weight_")
                            .replace("weight_orig", "weight");
            int dot = plain.lastIndexOf('.');
            modules.computeIfAbsent(
                            plain.substring(0, Math.max(dot, 0)), _ -> new LinkedHashMap<>())
                    .put(plain.substring(dot + 1), tensor);
        }
        var list = new ArrayList<StateModule>();
        modules.forEach(
                (name, tensors) -> {
                    tensors.remove("num_batches_tracked");
                    Optional<NamedTensor> u = Optional.ofNullable(tensors.remove("weight_u"));
                    tensors.remove("weight_v");
                    if (!tensors.isEmpty()) {
                        list.add(new StateModule(name, tensors, u));
                    }
                });
        return list;
    }

    /** As {@code safetensors} sorts them, but 2 before 10. */
    static List<StateModule> byName(List<StateModule> modules) {
        return modules.stream()
                .sorted(Comparator.comparing(StateModule::name, StateModule::compare))
                .toList();
    }

    private static int compare(String a, String b) {
        String[] left = DIGITS.split(a, -1);
        String[] right = DIGITS.split(b, -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order =
                    isNumber(left[i]) && isNumber(right[i])
                            ? compareNumbers(left[i], right[i])
                            : left[i].compareTo(right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    /** Of any length; leading zeros count only between equal ones. */
    private static int compareNumbers(String a, String b) {
        String left = a.replaceFirst("^0+", "");
        String right = b.replaceFirst("^0+", "");
        return Comparator.comparingInt(String::length)
                .thenComparing(Comparator.naturalOrder())
                .compare(left, right);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
    }

    int size() {
        return tensors.size();
    }

    Optional<NamedTensor> tensor(String last) {
        return Optional.ofNullable(tensors.get(last));
    }

    /** The last parts of its tensors' names. */
    List<String> names() {
        return List.copyOf(tensors.keySet());
    }
}
