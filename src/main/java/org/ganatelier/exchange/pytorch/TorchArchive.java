package org.ganatelier.exchange.pytorch;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;
import org.ganatelier.exchange.pytorch.Pickled.Dictionary;
import org.ganatelier.exchange.pytorch.Pickled.Tensor;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The zip that {@code torch.save} writes. */
final class TorchArchive {
    private static final String PICKLE = "data.pkl";
    private static final int MOST_ENTRIES = 20_000;

    /** Some thousand arrays take less; each byte can take some tens in memory. */
    private static final int MOST_PICKLE = 1 << 20;

    /** A dictionary of networks of dictionaries of arrays, and one to spare. */
    private static final int DEEPEST = 4;

    /** Things looked at within dictionaries, of which some may be the same. */
    private static final int MOST_THINGS = 100_000;

    private final ZipFile zip;
    private final String folder;
    private final ByteOrder order;
    private final Allowance allowance = new Allowance();
    private final List<NamedTensor> tensors = new ArrayList<>();
    private int things;

    private TorchArchive(ZipFile zip, String folder) throws IOException {
        this.zip = zip;
        this.folder = folder;
        ZipEntry byteorder = zip.getEntry(folder + "byteorder");
        order =
                byteorder != null && text(byteorder).startsWith("big")
                        ? ByteOrder.BIG_ENDIAN
                        : ByteOrder.LITTLE_ENDIAN;
    }

    static NamedTensors read(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw Allowance.tooLarge("entries", zip.size(), MOST_ENTRIES);
            }
            ZipEntry pickle =
                    zip.stream()
                            .map(ZipEntry.class::cast)
                            .filter(entry -> isPickle(entry.getName()))
                            .findFirst()
                            .orElseThrow(() -> damaged(PICKLE));
            String name = pickle.getName();
            String folder = name.substring(0, name.length() - PICKLE.length());
            return new TorchArchive(zip, folder).read(pickle);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            // The last: names that are no text.
            throw new ImportException(new Refusal.Damaged("PyTorch", "zip"), e);
        }
    }

    private static boolean isPickle(String name) {
        return name.equals(PICKLE) || name.endsWith("/" + PICKLE);
    }

    private static ImportException damaged(String where) {
        return new ImportException(new Refusal.Damaged("PyTorch", where));
    }

    private String text(ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(Long.BYTES), StandardCharsets.US_ASCII);
        }
    }

    private NamedTensors read(ZipEntry pickle) throws IOException {
        byte[] bytes;
        try (InputStream in = zip.getInputStream(pickle)) {
            bytes = in.readNBytes(MOST_PICKLE + 1);
        }
        if (bytes.length > MOST_PICKLE) {
            throw Allowance.tooLarge(PICKLE, Math.max(pickle.getSize(), bytes.length), MOST_PICKLE);
        }
        if (Unpickler.read(bytes) instanceof Dictionary(Map<String, Pickled> entries)) {
            collect("", entries, 1);
        }
        return new NamedTensors(tensors);
    }

    /** A dictionary may contain itself: neither depth nor number is believed. */
    private void collect(String prefix, Map<String, Pickled> entries, int depth)
            throws IOException {
        for (Map.Entry<String, Pickled> entry : entries.entrySet()) {
            if (++things > MOST_THINGS) {
                throw Allowance.tooLarge("tensors", things, MOST_THINGS);
            }
            String name = prefix + entry.getKey();
            if (entry.getValue() instanceof Tensor tensor) {
                tensors.add(named(name, tensor));
            } else if (entry.getValue() instanceof Dictionary(Map<String, Pickled> inner)
                    && depth < DEEPEST) {
                collect(name + ".", inner, depth + 1);
            }
        }
    }

    private NamedTensor named(String name, Tensor tensor) throws IOException {
        int count = allowance.values(tensor.shape());
        var values = new float[count];
        if (count > 0) {
            fill(name, tensor, values);
        }
        return new NamedTensor(
                name, tensor.shape().stream().map(Math::toIntExact).toList(), values);
    }

    private void fill(String name, Tensor tensor, float[] values) throws IOException {
        NumberType type = tensor.storage().type();
        ByteBuffer numbers = numbers(name, tensor, type);
        var index = new int[tensor.shape().size()];
        long at = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = type.at(numbers, Math.toIntExact(at));
            for (int d = index.length - 1; d >= 0; d--) {
                at += tensor.strides().get(d);
                index[d]++;
                if (index[d] < tensor.shape().get(d)) {
                    break;
                }
                at -= tensor.strides().get(d) * index[d];
                index[d] = 0;
            }
        }
    }

    /** All from the tensor's first value to its last, which may lie apart. */
    private ByteBuffer numbers(String name, Tensor tensor, NumberType type) throws IOException {
        ZipEntry entry = zip.getEntry(folder + "data/" + tensor.storage().key());
        if (entry == null) {
            throw damaged(name);
        }
        long passed;
        long kept;
        try {
            long last = 0;
            for (int d = 0; d < tensor.shape().size(); d++) {
                long way = Math.multiplyExact(tensor.shape().get(d) - 1, tensor.strides().get(d));
                last = Math.addExact(last, way);
            }
            kept = Math.multiplyExact(Math.addExact(last, 1), (long) type.bytes());
            passed = Math.multiplyExact(tensor.offset(), (long) type.bytes());
            Math.addExact(passed, kept);
        } catch (ArithmeticException e) {
            throw new ImportException(new Refusal.Damaged("PyTorch", name), e);
        }
        if (entry.getSize() >= 0 && passed + kept > entry.getSize()) {
            throw damaged(name);
        }
        allowance.bytes(passed, kept);
        try (InputStream in = zip.getInputStream(entry)) {
            in.skipNBytes(passed);
            byte[] bytes = in.readNBytes((int) kept);
            if (bytes.length < kept) {
                throw damaged(name);
            }
            return ByteBuffer.wrap(bytes).order(order);
        }
    }
}
