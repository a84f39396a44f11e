package org.ganatelier.engine.gan;

import org.ganatelier.engine.network.Network;
import org.ganatelier.experiment.basics.Side;

/** Two who look on, each told of everything. */
record BothWatchers(StepWatcher first, StepWatcher second) implements StepWatcher {
    @Override
    public void made(Network.Chain maker) {
        first.made(maker);
        second.made(maker);
    }

    @Override
    public void judged(Side turn, Sight sight, Network.Chain judge) {
        first.judged(turn, sight, judge);
        second.judged(turn, sight, judge);
    }

    @Override
    public void penalised(double sum) {
        first.penalised(sum);
        second.penalised(sum);
    }

    @Override
    public void aboutToUpdate(Side side) {
        first.aboutToUpdate(side);
        second.aboutToUpdate(side);
    }

    @Override
    public void updated(Side side) {
        first.updated(side);
        second.updated(side);
    }
}
