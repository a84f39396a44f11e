package org.ganatelier.sweep;

import org.ganatelier.project.sweep.Axis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What settings are called in a narrow place. */
public final class SettingNames {
    private SettingNames() {}

    /**
     * Those that take more than one value, by their paths: each by the end of its path that no
     * other has.
     */
    public static Map<String, String> of(List<Axis> axes) {
        List<String> paths = axes.stream().filter(SettingNames::varies).map(Axis::path).toList();
        var names = new LinkedHashMap<String, String>();
        paths.forEach(path -> names.put(path, shortest(path, paths)));
        return names;
    }

    private static boolean varies(Axis axis) {
        return switch (axis.values()) {
            case Axis.Listed(var texts) -> texts.size() > 1;
            case Axis.Range _ -> true;
        };
    }

    private static String shortest(String path, List<String> all) {
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            String end = path.substring(dot);
            if (all.stream().filter(other -> other.endsWith(end)).count() == 1) {
                return path.substring(dot + 1);
            }
        }
        return path;
    }
}
