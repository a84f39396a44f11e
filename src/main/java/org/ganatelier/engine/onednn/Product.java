package org.ganatelier.engine.onednn;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Order;
import org.ganatelier.engine.nd4j.SideWork;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.engine.nd4j.TwoParts;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/** Products of matrices in native memory. */
public final class Product extends Computation {
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

    private Product(OneDnn library, SideWork side) {
        super(library, side);
    }

    /** What multiplies, where the library is there. */
    public static Optional<Product> of(Memory memory) {
        return OneDnn.find().map(library -> memory.hold(new Product(library, memory.side())));
    }

    /** c = a b. */
    public Runnable of(Matrix a, Matrix b, Matrix c) {
        return apart(a, b, c)::run;
    }

    /** The same in two parts: what is given computes on any thread. */
    public TwoParts apart(Matrix a, Matrix b, Matrix c) {
        return lazilyApart(() -> pass(a, b, c));
    }

    private TwoParts pass(Matrix a, Matrix b, Matrix c) {
        MemorySegment ofB = layout(b, b.rows());
        List<Primitive> parts =
                parts((int) c.rows(), a.rows() * a.columns() * b.columns()).stream()
                        .map(part -> primitive(part, a, b, ofB, c))
                        .toList();
        forgetLayouts(ofB);
        Runnable pass = together(parts);
        return () -> {
            a.memory();
            b.memory();
            c.tensor().memoryToWrite(c.order());
            return pass;
        };
    }

    /** Some rows of the product. */
    private Primitive primitive(Part rows, Matrix a, Matrix b, MemorySegment ofB, Matrix c) {
        MemorySegment ofA = layout(a, rows.length());
        MemorySegment ofC = layout(c, rows.length());
        MemorySegment descriptor =
                library.functions.create(
                        "dnnl_matmul_primitive_desc_create",
                        library.engine,
                        ofA,
                        ofB,
                        MemorySegment.NULL,
                        ofC,
                        library.attributes);
        Primitive made =
                primitive(
                        descriptor,
                        List.of(
                                new Primitive.Argument(Primitive.SOURCE, ofA, from(a, rows)),
                                new Primitive.Argument(Primitive.WEIGHTS, ofB, b.memory()),
                                new Primitive.Argument(Primitive.DESTINATION, ofC, from(c, rows))));
        forgetLayouts(ofA, ofC);
        return made;
    }

    /** Where a matrix's rows begin. */
    private static MemorySegment from(Matrix matrix, Part rows) {
        long step = matrix.transposed() ? 1 : matrix.columns();
        return matrix.memory().asSlice(rows.first() * step * Float.BYTES);
    }

    /** Of some rows: those of a transposed matrix are neighbouring columns in memory. */
    private MemorySegment layout(Matrix matrix, long rows) {
        return matrix.transposed()
                ? library.layout(new long[] {rows, matrix.columns()}, new long[] {1, matrix.rows()})
                : library.layout(
                        new long[] {rows, matrix.columns()}, new long[] {matrix.columns(), 1});
    }
}
