package org.ganatelier.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.ganatelier.sweep.Cluster;
import org.ganatelier.sweep.ClusterException;
import org.ganatelier.sweep.SweepBackend;

/** Reaches a Spark cluster. */
public final class SparkCluster implements Cluster {
    @Override
    public SweepBackend connect(String master) throws ClusterException {
        SparkConf options = SparkOptions.of(master);
        JavaSparkContext context;
        try {
            context = new JavaSparkContext(options);
        } catch (RuntimeException _) {
            // Spark says it in several ways, an assertion of its own among them.
            throw new ClusterException(ClusterException.Reason.UNREACHABLE, master);
        }
        if (context.sc().isStopped()) {
            throw new ClusterException(ClusterException.Reason.UNREACHABLE, master);
        }
        context.setLogLevel("ERROR");
        return new SparkBackend(context);
    }
}
