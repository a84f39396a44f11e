package org.ganatelier.sweep;

import org.ganatelier.project.sweep.CellResult.Place;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What computes here: processors of different kinds may give different bits. */
public final class ThisMachine {
    private ThisMachine() {}

    /** Its name and its processor's. */
    public static Place place() {
        return new Place(host(), processor());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }

    private static String processor() {
        return linux().or(ThisMachine::windows)
                .or(ThisMachine::mac)
                .orElseGet(() -> System.getProperty("os.arch", ""));
    }

    private static Optional<String> linux() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.matches("model\\s+name\\s*:.*"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> windows() {
        return Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"));
    }

    private static Optional<String> mac() {
        if (!System.getProperty("os.name", "").startsWith("Mac")) {
            return Optional.empty();
        }
        try {
            Process asked =
                    new ProcessBuilder("/usr/sbin/sysctl", "-n", "machdep.cpu.brand_string")
                            .start();
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(said.strip()).filter(name -> !name.isEmpty());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
