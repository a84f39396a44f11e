package org.ganatelier.instance;

import org.ganatelier.files.FileHold;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the first window of a user hears of later starts: a socket in a folder that only this user
 * can look into. No port is opened, so nothing on the network can reach it.
 */
public final class Reception implements AutoCloseable {
    static final String SOCKET = "window";

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final FileHold hold;
    private final ServerSocketChannel server;
    private final Path socket;
    private final Consumer<Optional<Path>> arrivals;

    private Reception(
            FileHold hold,
            ServerSocketChannel server,
            Path socket,
            Consumer<Optional<Path>> arrivals) {
        this.hold = hold;
        this.server = server;
        this.socket = socket;
        this.arrivals = arrivals;
    }

    /**
     * Opens it, unless another window has.
     *
     * @param folder of the program for this user; made where it is missing
     * @param arrivals hears, on a thread of the reception, of each file that another start wants
     *     opened; of none where the window is only to come to the front
     * @return empty where another window has one, or none is possible here: the window works
     *     without
     */
    public static Optional<Reception> open(Path folder, Consumer<Optional<Path>> arrivals) {
        try {
            Path socket = PrivateFolder.make(folder.resolve("window")).resolve(SOCKET);
            Optional<FileHold> hold = FileHold.of(socket);
            if (hold.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(listen(hold.get(), socket, arrivals));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info("Another start will open a window of its own: {}", e.toString());
            return Optional.empty();
        }
    }

    private static Reception listen(FileHold hold, Path socket, Consumer<Optional<Path>> arrivals)
            throws IOException {
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            // Whoever holds the lock is alive: what lies there is of a process that was killed.
            Files.deleteIfExists(socket);
            server.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            server.close();
            hold.close();
            throw e;
        }
        var reception = new Reception(hold, server, socket, arrivals);
        Thread.ofPlatform().daemon().name("reception").start(reception::receive);
        return reception;
    }

    private void receive() {
        while (server.isOpen()) {
            try {
                SocketChannel visitor = server.accept();
                // One that says nothing must not keep the next from being heard.
                Thread.ofVirtual().start(() -> hear(visitor));
            } catch (ClosedChannelException _) {
                return;
            } catch (IOException e) {
                LOG.warn("No other start can be heard any more", e);
                return;
            }
        }
    }

    private void hear(SocketChannel visitor) {
        try (visitor) {
            Letter letter = Letter.read(Channels.newInputStream(visitor));
            arrivals.accept(letter.file());
            Channels.newOutputStream(visitor).write(HandOver.HEARD);
        } catch (IOException e) {
            LOG.warn("Another start could not be understood", e);
        }
    }

    /** The window closes: later starts open their own. */
    @Override
    public void close() {
        try (hold) {
            server.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.warn("{} could not be removed", socket, e);
        }
    }
}
