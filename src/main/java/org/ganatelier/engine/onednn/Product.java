package org.ganatelier.engine.onednn;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Order;
import org.ganatelier.engine.nd4j.Tensor;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Products of matrices in native memory. */
public final class Product extends Computation {
    private static final int AB = 3;
    private static final int BA = 14;

    /**
     * A factor or the product: a tensor seen as a matrix.
     *
     * @param order in which the tensor is read
     * @param transposed whether the rows of the tensor are the columns of the matrix
     */
    public record Matrix(Tensor tensor, Order order, long rows, long columns, boolean transposed) {
        /** A tensor as it is. */
        public static Matrix of(Tensor tensor, long rows, long columns) {
            return new Matrix(tensor, Order.CHANNELS_FIRST, rows, columns, false);
        }

        /** A tensor that is read as columns. */
        public static Matrix transposed(Tensor tensor, long rows, long columns) {
            return new Matrix(tensor, Order.CHANNELS_FIRST, rows, columns, true);
        }

        private MemorySegment memory() {
            return tensor.memory(order);
        }
    }

    private Product(OneDnn library) {
        super(library);
    }

    /** What multiplies, where the library is there. */
    public static Optional<Product> of(Memory memory) {
        return OneDnn.find().map(library -> memory.hold(new Product(library)));
    }

    /** c = a b. */
    public Runnable of(Matrix a, Matrix b, Matrix c) {
        return lazily(() -> inOne(pass(a, b, c)));
    }

    /** The same in two parts: what is given computes on any thread. */
    public Supplier<Runnable> apart(Matrix a, Matrix b, Matrix c) {
        return lazilyApart(() -> pass(a, b, c));
    }

    private Supplier<Runnable> pass(Matrix a, Matrix b, Matrix c) {
        MemorySegment ofA = layout(a);
        MemorySegment ofB = layout(b);
        MemorySegment ofC = layout(c);
        MemorySegment descriptor =
                library.functions.create(
                        "dnnl_matmul_primitive_desc_create",
                        library.engine,
                        ofA,
                        ofB,
                        MemorySegment.NULL,
                        ofC,
                        library.attributes);
        Primitive pass =
                primitive(
                        descriptor,
                        List.of(
                                new Primitive.Argument(Primitive.SOURCE, ofA, a.memory()),
                                new Primitive.Argument(Primitive.WEIGHTS, ofB, b.memory()),
                                new Primitive.Argument(Primitive.DESTINATION, ofC, c.memory())));
        forgetLayouts(ofA, ofB, ofC);
        return () -> {
            a.memory();
            b.memory();
            c.tensor().memoryToWrite(c.order());
            return pass::run;
        };
    }

    private MemorySegment layout(Matrix matrix) {
        return library.layout(matrix.transposed() ? BA : AB, matrix.rows(), matrix.columns());
    }
}
