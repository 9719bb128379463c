package app.countersign.measure;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A name server of our own, on this machine, which knows names that begin with {@code _dmarc}, each with two texts. */
public final class NameServer implements AutoCloseable {

    private static final int TXT = 16;
    private static final int NO_SUCH_NAME = 3;
    private static final int HEAD = 12;

    private final DatagramSocket socket;

    private NameServer(DatagramSocket socket) {
        this.socket = socket;
    }

    public static NameServer start() {
        try {
            NameServer server = new NameServer(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
            Thread thread = new Thread(server::serve);
            thread.setDaemon(true);
            thread.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code host:port} */
    public String authority() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                DatagramPacket asked = new DatagramPacket(new byte[512], 512);
                socket.receive(asked);
                byte[] answer = answer(asked.getData(), asked.getLength());
                socket.send(new DatagramPacket(answer, answer.length, asked.getSocketAddress()));
            } catch (IOException e) {
                // Closed at the end of a test.
                return;
            }
        }
    }

    /** The question with the answer behind it (RFC 1035, 4.1). */
    private static byte[] answer(byte[] asked, int length) {
        int end = HEAD;
        while (asked[end] != 0) {
            end += asked[end] + 1;
        }
        int type = asked[end + 2];
        boolean known = new String(asked, HEAD + 1, 6, StandardCharsets.US_ASCII).equals("_dmarc");
        boolean texts = known && type == TXT;
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(asked, 0, 2);
            out.writeShort(0x8180 | (known ? 0 : NO_SUCH_NAME));
            out.writeShort(1);
            out.writeShort(texts ? 2 : 0);
            out.writeInt(0);
            out.write(asked, HEAD, end + 5 - HEAD);
            for (String text : texts ? List.of("other=1", "v=DMARC1; p=reject") : List.<String>of()) {
                out.writeShort(0xc000 | HEAD);
                out.writeShort(TXT);
                out.writeShort(1);
                out.writeInt(60);
                out.writeShort(text.length() + 1);
                out.writeByte(text.length());
                out.writeBytes(text);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
