package org.ganatelier.engine.run;

import java.util.Optional;

/**
 * What questions are answered from.
 *
 * @param generator averaged where the run keeps an average
 * @param discriminator of the same step; empty where nobody asked about it
 */
record Snapshots(Snapshot generator, Optional<Snapshot> discriminator) {}
