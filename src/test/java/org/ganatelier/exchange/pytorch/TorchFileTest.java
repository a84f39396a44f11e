package org.ganatelier.exchange.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.exchange.model.Export;
import org.ganatelier.exchange.model.PortableLayer;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.train.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Weights as files of PyTorch and safetensors. */
final class TorchFileTest {
    @TempDir private Path folder;

    private static Plan plan(String preset) throws Exception {
        return Planner.check(Presets.load(preset)).plan();
    }

    private static PortableNetwork network(String preset, Side side) throws Exception {
        Plan plan = plan(preset);
        return PortableNetwork.trained(plan, side, RandomModels.checkpoint(plan, 3), Weights.RAW);
    }

    @Test
    void whatIsWrittenIsReadBackFromBothFormats() throws Exception {
        NamedTensors tensors = TorchStates.of(network("digits-conditional", Side.DISCRIMINATOR));
        TorchFile.write(tensors, folder.resolve("d.pt"));
        Safetensors.write(tensors, folder.resolve("d.safetensors"));

        for (String name : List.of("d.pt", "d.safetensors")) {
            NamedTensors read = TorchReader.read(folder.resolve(name));
            assertThat(read.tensors()).hasSameSizeAs(tensors.tensors());
            for (int i = 0; i < tensors.tensors().size(); i++) {
                NamedTensor expected = tensors.tensors().get(i);
                NamedTensor found = read.tensors().get(i);
                assertThat(found.name()).isEqualTo(expected.name());
                assertThat(found.shape()).isEqualTo(expected.shape());
                assertThat(found.values()).containsExactly(expected.values());
            }
        }
    }

    @Test
    void denseWeightsAreTurnedAndStatisticsHavePyTorchsNames() throws Exception {
        PortableNetwork network = network("digits-plain", Side.GENERATOR);
        NamedTensors tensors = TorchStates.of(network);

        assertThat(tensors.tensors())
                .extracting(NamedTensor::name)
                .startsWith(
                        "layers.0.weight",
                        "layers.1.weight",
                        "layers.1.bias",
                        "layers.1.running_mean",
                        "layers.1.running_var",
                        "layers.4.weight");
        NamedTensor dense = tensors.tensor("layers.0.weight").orElseThrow();
        PortableLayer ours = network.layers().getFirst();
        assertThat(dense.shape()).containsExactly(1568, 10);
        assertThat(dense.values()[7 * 10 + 3]).isEqualTo(ours.array("weight")[3 * 1568 + 7]);
        assertThat(tensors.tensor("layers.1.running_var").orElseThrow().values())
                .containsExactly(network.layers().get(1).array("variance"));
    }

    @Test
    void aSafetensorsFileIsWhatItsDescriptionSays() throws Exception {
        NamedTensors tensors = TorchStates.of(network("points", Side.GENERATOR));
        Path file = folder.resolve("g.safetensors");
        Safetensors.write(tensors, file);

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int length = Math.toIntExact(bytes.getLong());
        assertThat(length % 8).isZero();
        var header = new byte[length];
        bytes.get(header);
        JsonNode root = JsonMapper.shared().readTree(header);
        long next = 0;
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            NamedTensor tensor = tensors.tensor(entry.getKey()).orElseThrow();
            assertThat(entry.getValue().get("dtype").asString()).isEqualTo("F32");
            assertThat(entry.getValue().get("data_offsets").get(0).asLong()).isEqualTo(next);
            next = entry.getValue().get("data_offsets").get(1).asLong();
            for (float value : tensor.values()) {
                assertThat(bytes.getFloat()).isEqualTo(value);
            }
        }
        assertThat(bytes.hasRemaining()).isFalse();
        assertThat(root.size()).isEqualTo(tensors.tensors().size());
    }

    @Test
    void aTorchFileIsAZipOfStoredEntriesAndAlwaysTheSameBytes() throws Exception {
        NamedTensors tensors = TorchStates.of(network("points", Side.DISCRIMINATOR));
        TorchFile.write(tensors, folder.resolve("a.pt"));
        TorchFile.write(tensors, folder.resolve("b.pt"));

        assertThat(folder.resolve("a.pt")).hasSameBinaryContentAs(folder.resolve("b.pt"));
        try (var zip = new ZipFile(folder.resolve("a.pt").toFile())) {
            assertThat(zip.stream()).allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
            assertThat(zip.stream().map(ZipEntry::getName))
                    .contains("weights/data.pkl", "weights/data/0", "weights/version");
        }
    }

    @Test
    void bothWritersWriteWhatTheirFormatsPromise() throws Exception {
        Plan plan = plan("points");
        Export trained = RandomModels.export(plan, 1);
        new TorchWriter().write(trained, Files.createDirectory(folder.resolve("torch")));
        new SafetensorsWriter().write(trained, Files.createDirectory(folder.resolve("safe")));
        Export untrained =
                new Export(
                        plan,
                        List.of(PortableNetwork.untrained(plan, Side.GENERATOR)),
                        Optional.empty());
        new TorchWriter().write(untrained, Files.createDirectory(folder.resolve("code")));

        assertThat(names("torch"))
                .containsExactlyInAnyOrder(
                        "generate.py",
                        "train.py",
                        "generator.pt",
                        "generator.safetensors",
                        "discriminator.pt",
                        "discriminator.safetensors");
        assertThat(names("safe"))
                .containsExactlyInAnyOrder(
                        "generate.py", "generator.safetensors", "discriminator.safetensors");
        assertThat(names("code")).containsExactly("generate.py");
    }

    private List<String> names(String of) throws Exception {
        try (var files = Files.list(folder.resolve(of))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
