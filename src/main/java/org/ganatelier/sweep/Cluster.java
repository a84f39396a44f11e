package org.ganatelier.sweep;

import java.util.Optional;
import java.util.ServiceLoader;

/** A way to many machines. Builds that know one have it as a service. */
public interface Cluster {
    /** The way that this build knows; empty where it knows none. */
    static Optional<Cluster> find() {
        return ServiceLoader.load(Cluster.class).findFirst();
    }

    /**
     * Reaches a cluster.
     *
     * @param master where it is, such as {@code spark://host:7077}
     * @throws ClusterException where it cannot be reached
     */
    SweepBackend connect(String master) throws ClusterException;
}
