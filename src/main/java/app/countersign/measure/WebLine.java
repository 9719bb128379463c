package app.countersign.measure;

import app.countersign.kernel.HangUp;
import app.countersign.kernel.Network;
import app.countersign.kernel.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A secured line to an endpoint, within bounds: a target that hangs costs seconds. The address that was judged is the one
 * that is called, and nobody is followed elsewhere.
 *
 * @param networks inner networks that may be called
 * @param longest after which the line is closed whatever is being said
 * @param sockets makes TLS of a connection
 */
record WebLine(List<Network> networks, Duration longest, SSLSocketFactory sockets) {

    private static final int CONNECTING = 5000;
    private static final int SILENCE = 10_000;
    private static final int LONGEST_HEAD = 16 * 1024;

    /** What is done on it. */
    interface Step<T> {
        T on(SSLSocket socket) throws IOException;
    }

    /** @throws Refused if the target may not be called, can't be reached, or isn't who it says */
    <T> T secured(ProbeTarget target, Step<T> step) {
        InetAddress address = target.address(networks);
        try (Socket line = new Socket()) {
            HangUp.after(longest, line);
            line.connect(new InetSocketAddress(address, target.port()), CONNECTING);
            line.setSoTimeout(SILENCE);
            try (SSLSocket socket = (SSLSocket) sockets.createSocket(line, target.host(), target.port(), true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                parameters.setProtocols(Expectation.PROTOCOLS.toArray(String[]::new));
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                return step.on(socket);
            }
        } catch (SSLException e) {
            throw Refused.because("measure.probe.tls");
        } catch (SocketTimeoutException e) {
            throw Refused.because("measure.probe.slow");
        } catch (IOException e) {
            throw Refused.because("measure.probe.no-answer");
        }
    }

    /** Asks for the target's page.
     *
     * @return the lines before the first empty one, of the first kilobytes; what follows is still to be read */
    static List<String> ask(ProbeTarget target, SSLSocket socket) throws IOException {
        socket.getOutputStream()
                .write(("GET " + target.path() + " HTTP/1.1\r\nHost: " + target.authority()
                                + "\r\nUser-Agent: Countersign\r\nAccept: */*\r\nAccept-Encoding: identity"
                                + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return head(socket.getInputStream());
    }

    private static List<String> head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && head.size() < LONGEST_HEAD; c = in.read()) {
            head.write(c);
            if (c == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1).lines().toList();
    }
}
