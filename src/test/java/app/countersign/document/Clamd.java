package app.countersign.document;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A virus scanner of ours, which speaks as the real clamd does. */
public final class Clamd implements Closeable {

    private final ServerSocketChannel listening;
    private final URI address;

    private Clamd(ServerSocketChannel listening, URI address) {
        this.listening = listening;
        this.address = address;
    }

    public static Clamd overTcp() throws IOException {
        ServerSocketChannel listening =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        int port = ((InetSocketAddress) listening.getLocalAddress()).getPort();
        return new Clamd(listening, URI.create("tcp://127.0.0.1:" + port));
    }

    static Clamd at(Path socket) throws IOException {
        return new Clamd(
                ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket)),
                URI.create("unix:" + socket));
    }

    /** A check that asks this one. */
    public VirusCheck check() {
        return new VirusCheck(Optional.of(address));
    }

    /** Says so of the next file.
     *
     * @return what it was shown */
    public CompletableFuture<byte[]> says(String answer) {
        return says(answer, Long.MAX_VALUE);
    }

    /** As {@link #says(String)}, having read no more than so many bytes. */
    CompletableFuture<byte[]> says(String answer, long most) {
        return CompletableFuture.supplyAsync(() -> {
            try (SocketChannel line = listening.accept()) {
                DataInputStream in = new DataInputStream(Channels.newInputStream(line));
                String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
                if (!command.equals("zINSTREAM\0")) {
                    throw new AssertionError("no command of clamd: " + command);
                }
                ByteArrayOutputStream shown = new ByteArrayOutputStream();
                for (int size = in.readInt(); size > 0 && shown.size() < most; size = in.readInt()) {
                    shown.write(in.readNBytes(size));
                }
                line.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
                return shown.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
