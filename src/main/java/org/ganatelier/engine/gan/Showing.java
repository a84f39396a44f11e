package org.ganatelier.engine.gan;

import org.ganatelier.engine.network.Network;
import org.ganatelier.engine.network.NetworkInput;
import org.ganatelier.engine.network.Profile;
import org.ganatelier.train.Benchmark.Part;
import org.ganatelier.train.Benchmark.Place.Work;

import java.util.random.RandomGenerator;

/** What D is shown: real and generated images, their labels, and noise over all of them. */
final class Showing {
    private final Batches batches;
    private final BatchLabels labels;
    private final RandomDraws noise;
    private final int batch;
    private final Profile profile;

    /**
     * @param noise what is added to images comes from it
     * @param batch real images shown at a time
     */
    Showing(Batches batches, BatchLabels labels, RandomDraws noise, int batch, Profile profile) {
        this.batches = batches;
        this.labels = labels;
        this.noise = noise;
        this.batch = batch;
        this.profile = profile;
    }

    /** The next real images, at the beginning of D's batch. */
    void nextReal(Network.Chain judge) {
        long begin = profile.begin();
        if (labels.told()) {
            batches.next(judge.entry().samples(), labels.real());
            judge.entry().tell(labels.real(), 0);
        } else {
            batches.next(judge.entry().samples(), batch);
        }
        profile.end(begin, Work.REAL_IMAGES, Part.ALL);
    }

    /**
     * The images that G has made.
     *
     * @param first the place of the first in D's batch
     */
    void generated(Network.Chain maker, Network.Chain judge, int first) {
        float[] fakes = maker.output().heap();
        int from = first * (fakes.length / maker.output().batch());
        System.arraycopy(fakes, 0, judge.entry().samples(), from, fakes.length);
        judge.entry().tell(labels.made(), first);
    }

    /**
     * Lets D have what is in its batch. Random numbers are assigned now; what is given does the
     * rest, on any thread.
     *
     * @param deviation of the noise that is added first; 0: none
     */
    Runnable entering(Network.Chain judge, double deviation) {
        NetworkInput entry = judge.entry();
        if ((float) deviation == 0) {
            return entry::enter;
        }
        RandomGenerator random = noise.next();
        return () -> {
            add((float) deviation, entry.samples(), random);
            entry.enter();
        };
    }

    private static void add(float deviation, float[] images, RandomGenerator random) {
        for (int i = 0; i < images.length; i++) {
            images[i] += deviation * (float) random.nextGaussian();
        }
    }
}
