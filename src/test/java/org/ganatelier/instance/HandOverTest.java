package org.ganatelier.instance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

final class HandOverTest {
    private static final Path FILE = Path.of("/home/josé/lesson 1.atelier");

    private final List<Optional<Path>> arrived = new CopyOnWriteArrayList<>();

    @TempDir private Path folder = Path.of("");

    @Test
    void withoutAWindowNobodyTakesTheFile() {
        assertThat(HandOver.to(folder, Optional.of(FILE))).isFalse();
    }

    @Test
    void theOpenWindowTakesTheFile() {
        try (var _ = open()) {
            assertThat(HandOver.to(folder, Optional.of(FILE))).isTrue();
            assertThat(HandOver.to(folder, Optional.empty())).isTrue();
        }
        assertThat(arrived).containsExactly(Optional.of(FILE), Optional.empty());
    }

    @Test
    void aRelativePathArrivesWhole() {
        try (var _ = open()) {
            assertThat(HandOver.to(folder, Optional.of(Path.of("x.atelier")))).isTrue();
        }
        assertThat(arrived).containsExactly(Optional.of(Path.of("x.atelier").toAbsolutePath()));
    }

    @Test
    void onlyTheFirstWindowReceives() {
        try (var _ = open()) {
            assertThat(Reception.open(folder, _ -> {})).isEmpty();
        }
        try (var _ = open()) {
            assertThat(HandOver.to(folder, Optional.empty())).isTrue();
        }
    }

    @Test
    void afterItClosedNobodyTakesTheFile() {
        open().close();
        assertThat(HandOver.to(folder, Optional.of(FILE))).isFalse();
    }

    @Test
    void theSocketOfAKilledProcessIsNoWindow() throws IOException {
        Path socket = Files.createDirectories(folder.resolve("window")).resolve("window");
        // A killed process leaves its socket in the folder, as this one does.
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(socket).exists();
        assertThat(HandOver.to(folder, Optional.of(FILE))).isFalse();
        try (var _ = open()) {
            assertThat(HandOver.to(folder, Optional.of(FILE))).isTrue();
        }
    }

    @Test
    void aWindowThatDoesNotAnswerIsNotWaitedForForEver() throws IOException {
        Path socket = Files.createDirectories(folder.resolve("window")).resolve("window");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertThat(HandOver.to(folder, Optional.of(FILE), Duration.ofMillis(50))).isFalse();
        }
    }

    @Test
    void whatIsNoLetterChangesNothing() throws IOException {
        try (var _ = open()) {
            Path socket = folder.resolve("window/window");
            try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                channel.write(ByteBuffer.allocate(8));
                assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
            }
            assertThat(HandOver.to(folder, Optional.of(FILE))).isTrue();
        }
        assertThat(arrived).containsExactly(Optional.of(FILE));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseCanReachTheSocket() throws IOException {
        Files.createDirectories(folder.resolve("window"));
        Files.setPosixFilePermissions(
                folder.resolve("window"), PosixFilePermissions.fromString("rwxrwxrwx"));
        try (var _ = open()) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("window")))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aFolderThatCannotBeMadeMeansAWindowOfItsOwn() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(Reception.open(file, arrived::add)).isEmpty();
        assertThat(HandOver.to(file, Optional.empty())).isFalse();
    }

    @Test
    void aFolderWithATooLongNameMeansAWindowOfItsOwn() {
        Path far = folder.resolve("a".repeat(120));
        assertThat(Reception.open(far, arrived::add)).isEmpty();
        assertThat(HandOver.to(far, Optional.empty())).isFalse();
    }

    private Reception open() {
        return Reception.open(folder, arrived::add).orElseThrow();
    }
}
