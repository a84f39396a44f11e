package org.ganatelier.engine.nd4j;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything a network holds outside the Java heap, freed together: ND4J's own arrays are freed
 * only when the garbage collector happens to find them, and it does not see how large they are.
 */
public final class Memory implements AutoCloseable {
    /** Something to free, without checked exceptions. */
    public interface Resource extends AutoCloseable {
        @Override
        void close();
    }

    private final List<Resource> held = new ArrayList<>();
    private final SideWork side;
    private final boolean spectra;
    private final Workspace workspace = hold(new Workspace());

    /** Of a network that is computed by one thread. */
    public Memory() {
        this(SideWork.alone(), true);
    }

    /**
     * @param side does a part of large operations
     * @param spectra whether there is room for those of convolutions
     */
    public Memory(SideWork side, boolean spectra) {
        this.side = side;
        this.spectra = spectra;
    }

    /** Who does a part of large operations. */
    public SideWork side() {
        return side;
    }

    /** Whether there is room for the spectra of convolutions. */
    public boolean hasRoomForSpectra() {
        return spectra;
    }

    /** What passes compute in. */
    public Workspace workspace() {
        return workspace;
    }

    /** A tensor of zeros; nothing is allocated before it is used. */
    public Tensor tensor(long... shape) {
        var storage = new Tensor.Storage(shape);
        held.add(storage);
        return new Tensor(storage, shape);
    }

    /** An operation, to be freed with the rest. */
    public NativeOp operation(
            String name, List<Tensor> inputs, List<Tensor> outputs, long... arguments) {
        var operation = new NativeOp(name, inputs, outputs, arguments);
        held.add(operation);
        return operation;
    }

    /** Frees something with the rest. */
    public <R extends Resource> R hold(R resource) {
        held.add(resource);
        return resource;
    }

    @Override
    public void close() {
        held.reversed().forEach(Resource::close);
        held.clear();
    }
}
