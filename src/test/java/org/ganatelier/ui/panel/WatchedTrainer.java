package org.ganatelier.ui.panel;

import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.train.Question;
import org.ganatelier.train.Run;
import org.ganatelier.train.Trainer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The real engine, whose runs tell what they are asked; their answers can be held back. */
public final class WatchedTrainer {
    private final Trainer trainer = proxy(Trainer.class, new EngineTrainer(), this::start);
    private final List<Question<?>> asked = new CopyOnWriteArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private volatile boolean holding;
    private volatile boolean inspected;

    /** What a call becomes, where it is not only passed on. */
    private interface Call {
        Object make(Object real, Method method, Object[] arguments) throws Throwable;
    }

    /** To be used in place of the engine. */
    public Trainer trainer() {
        return trainer;
    }

    /** What runs were asked since {@link #forget}. */
    public List<Question<?>> asked() {
        return List.copyOf(asked);
    }

    /** Forgets what was asked. */
    public void forget() {
        asked.clear();
    }

    /** Whether somebody has the newest run inspected. */
    public boolean isInspected() {
        return inspected;
    }

    /** From now on answers wait. */
    public void hold() {
        holding = true;
    }

    /** How many answers wait. */
    public int waiting() {
        synchronized (held) {
            return held.size();
        }
    }

    /** Gives the answers that wait. */
    public void release() {
        holding = false;
        synchronized (held) {
            held.forEach(Runnable::run);
            held.clear();
        }
    }

    private Object start(Object real, Method method, Object[] arguments) throws Throwable {
        Object made = pass(real, method, arguments);
        return made instanceof Run run ? proxy(Run.class, run, this::run) : made;
    }

    private Object run(Object real, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("inspect")) {
            inspected = ((Optional<?>) arguments[0]).isPresent();
        }
        if (method.getName().equals("ask")) {
            asked.add((Question<?>) arguments[0]);
            return pass(real, method, new Object[] {arguments[0], later(arguments[1])});
        }
        return pass(real, method, arguments);
    }

    @SuppressWarnings("unchecked") // the second argument of ask()
    private Consumer<Object> later(Object consumer) {
        var answer = (Consumer<Object>) consumer;
        return found -> {
            if (holding) {
                synchronized (held) {
                    held.add(() -> answer.accept(found));
                }
            } else {
                answer.accept(found);
            }
        };
    }

    private static Object pass(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, T real, Call call) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> call.make(real, method, arguments)));
    }
}
