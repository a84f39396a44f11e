package org.ganatelier.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.exchange.code.Code;
import org.ganatelier.exchange.model.ModelFormat;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The code that stands beside the networks. */
final class ModelCodeTest {
    /** A module's name where something of it is used. */
    private static final Pattern USED =
            Pattern.compile(
                    "(?<![\\w.\"])(os|math|copy|time|np|tf|keras|torch|nn|layers|functional)\\.");

    private static final List<ModelFormat> FRAMEWORKS =
            List.of(ModelFormat.KERAS, ModelFormat.TENSORFLOW, ModelFormat.PYTORCH);

    static List<String> presets() {
        return Presets.names();
    }

    private static Plan plan(String preset) throws ProjectException {
        return Planner.check(Presets.load(preset)).plan();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyModuleThatIsUsedIsImported(String preset) throws ProjectException {
        for (ModelFormat framework : FRAMEWORKS) {
            String code = ModelCode.of(framework, plan(preset)).orElseThrow().text();
            Set<String> used =
                    USED.matcher(code)
                            .results()
                            .map(each -> each.group(1))
                            .collect(Collectors.toSet());
            var imported = new HashSet<String>();
            code.lines()
                    .filter(line -> line.startsWith("import ") || line.startsWith("from "))
                    .forEach(line -> imported.addAll(List.of(line.split("[ ,.]+", -1))));
            assertThat(imported).as(framework.title()).containsAll(used);
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyCardHasALine(String preset) throws ProjectException {
        Plan plan = plan(preset);
        for (ModelFormat framework : FRAMEWORKS) {
            Code code = ModelCode.of(framework, plan).orElseThrow();
            for (Side side : Side.values()) {
                for (int i = 0; i < plan.network(side).layers().size(); i++) {
                    assertThat(code.linesOf(new Place.Layer(side, i)))
                            .as("%s, %s %d", framework.title(), side, i)
                            .isNotEmpty();
                }
            }
        }
    }
}
