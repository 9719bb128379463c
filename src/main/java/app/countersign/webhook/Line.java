package app.countersign.webhook;

import app.countersign.kernel.HangUp;
import app.countersign.kernel.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes one call. Java's own HTTP client looks names up by itself, and so might call another address than the one that
 * was judged; this one calls the address that it is given, follows nobody elsewhere, and of the answer reads the first
 * line and no more.
 */
final class Line {

    private static final int CONNECTING = 5000;
    private static final int SILENCE = 10_000;
    private static final int LONGEST_LINE = 500;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

    private final Duration longest;

    /** @param longest after which a call ends whatever is being said */
    Line(Duration longest) {
        this.longest = longest;
    }

    /** @return nothing if the receiver took it, or what was wrong */
    Optional<Reason> post(Target target, InetAddress address, Map<String, String> headers, String body) {
        try (Socket line = new Socket()) {
            HangUp.after(longest, line);
            line.connect(new InetSocketAddress(address, target.port()), CONNECTING);
            line.setSoTimeout(SILENCE);
            try (Socket socket = target.isSecure() ? secured(line, target) : line) {
                socket.getOutputStream().write(request(target, headers, body));
                socket.getOutputStream().flush();
                return judged(firstLine(socket.getInputStream()));
            }
        } catch (SSLException e) {
            return Optional.of(Reason.of("webhook.problem.tls"));
        } catch (SocketTimeoutException e) {
            return Optional.of(Reason.of("webhook.problem.slow"));
        } catch (IOException e) {
            return Optional.of(Reason.of("webhook.problem.no-answer"));
        }
    }

    private static Socket secured(Socket line, Target target) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(line, target.host(), target.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] request(Target target, Map<String, String> headers, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("POST ").append(target.path()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(target.authority()).append("\r\n");
        head.append("User-Agent: Countersign\r\nConnection: close\r\nContent-Type: application/json\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        whole.write(content);
        return whole.toByteArray();
    }

    private static String firstLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n' && line.length() < LONGEST_LINE; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private static Optional<Reason> judged(String line) {
        Matcher status = STATUS.matcher(line);
        if (!status.matches()) {
            return Optional.of(Reason.of("webhook.problem.no-answer"));
        }
        String code = status.group(1);
        return code.startsWith("2") ? Optional.empty() : Optional.of(Reason.of("webhook.problem.status", code));
    }
}
