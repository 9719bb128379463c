package app.countersign.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line to a server, which a test can cut for a while: connections break, and new ones are refused. */
public final class Cable implements AutoCloseable {

    private final int port;
    private final int target;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private ServerSocket listening;

    private Cable(int port, int target) {
        this.port = port;
        this.target = target;
    }

    /** @param target a port on this machine */
    public static Cable to(int target) {
        try {
            Cable cable = new Cable(RunningApplication.freePort(), target);
            cable.mend();
            return cable;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it can be reached on this machine. */
    public int port() {
        return port;
    }

    public void mend() throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        listening = socket;
        start(() -> accept(socket));
    }

    public void cut() throws IOException {
        listening.close();
        for (Socket end : ends) {
            end.close();
        }
        ends.clear();
    }

    private void accept(ServerSocket socket) {
        try {
            while (true) {
                Socket near = socket.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                ends.add(near);
                ends.add(far);
                start(() -> carry(near, far));
                start(() -> carry(far, near));
            }
        } catch (IOException e) {
            // Cut.
            ends.removeIf(Socket::isClosed);
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            ends.remove(from);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
