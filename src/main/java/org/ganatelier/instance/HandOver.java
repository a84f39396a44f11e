package org.ganatelier.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What a start does while a window is open already. */
public final class HandOver {
    /** The answer of a window that has heard. */
    static final int HEARD = 1;

    /** A window that computes at full load answers within a tenth of that. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private HandOver() {}

    /**
     * Hands a file to the window that is open.
     *
     * @param folder of the program for this user
     * @param file to be opened; without one the window only comes to the front
     * @return whether a window has taken it; else the start must open its own
     */
    public static boolean to(Path folder, Optional<Path> file) {
        return to(folder, file, PATIENCE);
    }

    static boolean to(Path folder, Optional<Path> file, Duration patience) {
        Path socket = folder.resolve("window").resolve(Reception.SOCKET);
        if (Files.notExists(socket)) {
            return false;
        }
        var letter = new Letter(file.map(Path::toAbsolutePath));
        var heard = new CompletableFuture<Boolean>();
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            Thread.ofPlatform()
                    .daemon()
                    .name("hand-over")
                    .start(() -> heard.complete(send(letter, socket, channel)));
            return heard.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (IOException | UnsupportedOperationException _) {
            // Nobody to hand it to is no error: a window of its own is what one has then.
            return false;
        }
    }

    private static boolean send(Letter letter, Path socket, SocketChannel channel) {
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            letter.write(Channels.newOutputStream(channel));
            return Channels.newInputStream(channel).read() == HEARD;
        } catch (IOException | IllegalArgumentException _) {
            // The window has gone, or its name is too long for a socket.
            return false;
        }
    }
}
