package org.ganatelier.spark;

import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;

import java.util.Map;

/**
 * Carries live figures from executors to the driver, over the connection that Spark has anyway, and
 * makes each executor ready. Spark makes it itself, in every process.
 */
public final class AtelierPlugin implements SparkPlugin {
    @Override
    public DriverPlugin driverPlugin() {
        return new DriverPlugin() {
            @Override
            public Object receive(Object message) {
                if (message instanceof Tick tick) {
                    Ticks.hear(tick);
                }
                return "";
            }
        };
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new ExecutorPlugin() {
            @Override
            public void init(PluginContext context, Map<String, String> options) {
                Workshop.open(context);
            }
        };
    }
}
