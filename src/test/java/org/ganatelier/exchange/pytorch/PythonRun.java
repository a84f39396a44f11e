package org.ganatelier.exchange.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Python with PyTorch: {@code -Dinterop.python=...}, else Debian's own. */
final class PythonRun {
    private static final String PYTHON = System.getProperty("interop.python", "/usr/bin/python3");
    private static final Pattern DIFFERENCE =
            Pattern.compile("largest difference ([0-9.e+-]+|nan|inf)");

    /** Runs generate.py's check in every folder, in one process: PyTorch starts slowly. */
    private static final String CHECK_ALL =
            """
            import importlib.util, io, contextlib, pathlib, re, sys
            import torch
            torch.set_num_threads(1)
            count, worst, failed = 0, 0.0, []
            for folder in sorted(pathlib.Path(".").iterdir()):
                if not folder.is_dir():
                    continue
                spec = importlib.util.spec_from_file_location("generate", folder / "generate.py")
                module = importlib.util.module_from_spec(spec)
                text = io.StringIO()
                try:
                    spec.loader.exec_module(module)
                    with contextlib.redirect_stdout(text):
                        code = module.check()
                    found = [float(x) for x in re.findall("difference (\\\\S+)", text.getvalue())]
                    assert len(found) == 2
                    if code or not all(x <= 1e-5 for x in found):
                        failed.append((folder.name, found))
                    worst = max([worst] + found)
                except Exception as e:
                    failed.append((folder.name, repr(e)[:300]))
                count += 1
            print(f"{count} models, largest difference {worst:.1e}")
            for failure in failed[:20]:
                print(*failure)
            sys.exit(1 if failed else 0)
            """;

    /** Compares the two kinds of files of one model. */
    static final String COMPARE_FILES =
            """
            import pathlib, sys
            import torch
            sys.path.insert(0, "safe")
            import generate
            for name in ("generator", "discriminator"):
                here = pathlib.Path("torch")
                old = torch.load(here / (name + ".pt"), map_location="cpu", weights_only=True)
                for path in (here, pathlib.Path("safe")):
                    new = generate.read_weights(path / (name + ".safetensors"))
                    assert list(old) == list(new)
                    assert all(torch.equal(old[key], new[key]) for key in old)
                print(f"{name}: {len(old)} equal")
            """;

    /** The losses of train.py for three scores each. */
    static final String LOSSES =
            """
            import torch, train
            real, fake = torch.tensor([0.5, -1.5, 2.0]), torch.tensor([0.25, -0.75, 1.25])
            paired = train.generator_loss.__code__.co_argcount == 2
            g_loss = train.generator_loss(real, fake) if paired else train.generator_loss(fake)
            print(train.discriminator_loss(real, fake).item(), g_loss.item())
            """;

    /** Runs train.py in every folder for a few steps; generate.py must then read the weights. */
    private static final String TRAIN_ALL =
            """
            import pathlib, runpy, sys, traceback
            import torch
            torch.set_num_threads(1)
            count, failed = 0, 0
            for folder in sorted(pathlib.Path(".").iterdir()):
                try:
                    count += 1
                    sys.argv = ["train.py", "--steps", "3"]
                    runpy.run_path(str(folder / "train.py"), run_name="__main__")
                    sys.argv = ["generate.py", "--seed", "1", "--out", str(folder / "other.png")]
                    runpy.run_path(str(folder / "generate.py"), run_name="__main__")
                    for name in ("grid.png", "other.png", "samples.npy", "discriminator.pt"):
                        assert (folder / name).stat().st_size > 100, name
                except Exception:
                    failed += 1
                    print(folder.name)
                    traceback.print_exc()
            print(f"{count} experiments, {failed} failed")
            """;

    private PythonRun() {}

    /** What a script prints; it must end well. */
    static String of(Path folder, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("python", ".txt");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        int code = process.waitFor();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        assertThat(code).as(said).isZero();
        return said;
    }

    static String checkAll(Path folder) throws IOException, InterruptedException {
        return of(folder, "-c", CHECK_ALL);
    }

    static String trainAll(Path folder) throws IOException, InterruptedException {
        return of(folder, "-c", TRAIN_ALL);
    }

    static double largestDifference(String said) {
        OptionalDouble largest =
                DIFFERENCE
                        .matcher(said)
                        .results()
                        .map(match -> match.group(1))
                        .mapToDouble(
                                text ->
                                        text.matches("nan|inf")
                                                ? Double.POSITIVE_INFINITY
                                                : Double.parseDouble(text))
                        .max();
        return largest.orElseThrow();
    }
}
