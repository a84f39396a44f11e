package org.ganatelier.exchange.pytorch;

import org.ganatelier.exchange.code.CodeWriter;
import org.ganatelier.experiment.basics.Side;

import java.util.List;

/** Which files code reads weights from, and how. */
enum WeightFile {
    TORCH(".pt"),
    SAFETENSORS(".safetensors");

    private static final String READ_SAFETENSORS =
            """
            def read_weights(path):
                \"""Reads .safetensors: the length of a header, the header as JSON, then bare numbers.\"""
                data = path.read_bytes()
                start = 8 + struct.unpack("<Q", data[:8])[0]
                weights = {}
                for name, entry in json.loads(data[8:start]).items():
                    if name != "__metadata__":
                        first, last = entry["data_offsets"]
                        values = np.frombuffer(data[start + first:start + last], "<f4")
                        weights[name] = torch.from_numpy(values.reshape(entry["shape"]).copy())
                return weights
            """;

    private static final String LOAD =
            """
            def load(network, name):
                \"""Gives a network its weights; in eval mode it goes by its running statistics.\"""
                path = HERE / (name + "%s")
                if not path.exists():
                    raise SystemExit(f"{path} is not there yet: %s")
                network.load_state_dict(%s)
                return network.eval()
            """;

    private final String ending;

    WeightFile(String ending) {
        this.ending = ending;
    }

    boolean isSafetensors() {
        return this == SAFETENSORS;
    }

    /** Functions {@code load_generator()} and so on, two empty lines behind each. */
    void write(CodeWriter code, List<Side> sides) {
        String read =
                switch (this) {
                    case TORCH -> "torch.load(path, map_location=\"cpu\", weights_only=True)";
                    case SAFETENSORS -> "read_weights(path)";
                };
        String advice =
                switch (this) {
                    case TORCH -> "run train.py first";
                    case SAFETENSORS -> "export a trained model";
                };
        if (isSafetensors()) {
            code.line(READ_SAFETENSORS.stripTrailing()).blank().blank();
        }
        code.line(LOAD.formatted(ending, advice, read).stripTrailing()).blank().blank();
        for (Side side : sides) {
            String name = TorchCode.fileName(side);
            code.line("def load_%s():".formatted(name));
            code.indented(
                    () ->
                            code.line(
                                    "return load(%s(), \"%s\")"
                                            .formatted(NetworkCode.className(side), name)));
            code.blank().blank();
        }
    }
}
