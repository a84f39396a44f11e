package org.ganatelier.engine.nd4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.factory.Nd4j;

import java.util.List;

/**
 * An ND4J operation bound to its tensors once, so that running it makes no objects and checks no
 * shapes in Java.
 */
public final class NativeOp implements Memory.Resource {
    private final String name;
    private final List<Tensor> inputs;
    private final List<Tensor> outputs;
    private final long[] arguments;
    private @Nullable CustomOp operation;
    private @Nullable OpContext context;

    NativeOp(String name, List<Tensor> inputs, List<Tensor> outputs, long... arguments) {
        this.name = name;
        this.inputs = List.copyOf(inputs);
        this.outputs = List.copyOf(outputs);
        this.arguments = arguments.clone();
    }

    /** The error function of each value; both tensors are of the same size. */
    public static void erf(Tensor in, Tensor out) {
        Nd4j.getExecutioner().exec(new Erf(in.array(), out.arrayToWrite()));
    }

    /**
     * Runs it.
     *
     * @throws Leaving.LeftException before it begins, where the computation is to be left
     */
    public void run() {
        Leaving.check();
        inputs.forEach(Tensor::array);
        outputs.forEach(Tensor::arrayToWrite);
        if (operation == null || context == null) {
            operation = DynamicCustomOp.builder(name).build();
            context = bound();
        }
        Nd4j.getExecutioner().exec(operation, context);
    }

    private OpContext bound() {
        OpContext made = Nd4j.getExecutioner().buildContext();
        for (int i = 0; i < inputs.size(); i++) {
            made.setInputArray(i, inputs.get(i).array());
        }
        for (int i = 0; i < outputs.size(); i++) {
            made.setOutputArray(i, outputs.get(i).arrayToWrite());
        }
        made.setIArguments(arguments);
        return made;
    }

    @Override
    public void close() {
        if (context == null) {
            return;
        }
        try {
            context.close();
        } catch (Exception failure) {
            throw new IllegalStateException(
                    "The operation " + name + " could not be freed", failure);
        }
    }
}
