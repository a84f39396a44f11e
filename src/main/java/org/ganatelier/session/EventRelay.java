package org.ganatelier.session;

import org.ganatelier.train.RunEvent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Carries the events of runs from their threads to the FX thread. At most one task waits there,
 * however fast the events come; what came in between is delivered together: every measurement, edit
 * and step of one player, but of states, previews and steps taken apart only the newest, and the
 * end last. Safe to call from any thread.
 */
final class EventRelay implements Consumer<RunEvent> {
    private final Executor fx;
    private final Consumer<RunEvent> receiver;
    private final Map<Long, Mail> waiting = new HashMap<>();
    private boolean scheduled;

    /**
     * @param fx runs a task on the FX thread, later
     * @param receiver called on the FX thread only
     */
    EventRelay(Executor fx, Consumer<RunEvent> receiver) {
        this.fx = fx;
        this.receiver = receiver;
    }

    @Override
    public void accept(RunEvent event) {
        synchronized (waiting) {
            waiting.computeIfAbsent(event.runId(), _ -> new Mail()).add(event);
            if (scheduled) {
                return;
            }
            scheduled = true;
        }
        fx.execute(this::deliver);
    }

    private void deliver() {
        var events = new ArrayList<RunEvent>();
        synchronized (waiting) {
            scheduled = false;
            waiting.values().forEach(mail -> mail.emptyInto(events));
            waiting.clear();
        }
        events.forEach(receiver);
    }

    /** What waits for delivery from one run. */
    private static final class Mail {
        private final List<RunEvent.StateChanged> state = new ArrayList<>(1);
        private final List<RunEvent.Measured> measured = new ArrayList<>();
        private final List<RunEvent.Edited> edited = new ArrayList<>();
        private final List<RunEvent.Stepped> stepped = new ArrayList<>();
        private final List<RunEvent.Preview> preview = new ArrayList<>(1);
        private final List<RunEvent.Dissected> dissected = new ArrayList<>(1);
        private final List<RunEvent.Ended> ended = new ArrayList<>(1);

        void add(RunEvent event) {
            switch (event) {
                case RunEvent.StateChanged changed -> replace(state, changed);
                case RunEvent.Measured figures -> measured.add(figures);
                case RunEvent.Edited edit -> edited.add(edit);
                case RunEvent.Stepped step -> stepped.add(step);
                case RunEvent.Preview images -> replace(preview, images);
                case RunEvent.Dissected step -> replace(dissected, step);
                case RunEvent.Ended end -> replace(ended, end);
            }
        }

        void emptyInto(List<RunEvent> events) {
            events.addAll(state);
            events.addAll(measured);
            events.addAll(edited);
            events.addAll(stepped);
            events.addAll(preview);
            events.addAll(dissected);
            events.addAll(ended);
        }

        private static <T> void replace(List<T> slot, T newest) {
            slot.clear();
            slot.add(newest);
        }
    }
}
