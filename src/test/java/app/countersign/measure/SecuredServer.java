package app.countersign.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A web server of our own over TLS, on this machine, with a certificate that holds for 30 days. */
public final class SecuredServer implements AutoCloseable {

    public static final String PASSWORD = "only-for-this-test";

    private static final Logger LOG = Logger.getLogger(SecuredServer.class.getName());

    private static Path store;
    private static SSLContext context;

    private final ServerSocket listening;

    private SecuredServer(ServerSocket listening) {
        this.listening = listening;
    }

    /** What is answered, once somebody has asked; whoever did may have gone. */
    public interface Answer {
        void to(OutputStream out) throws IOException;
    }

    /** The certificate with its key, PKCS#12: who is to trust the servers trusts this. */
    public static synchronized Path store() {
        try {
            if (store == null) {
                Path file = Files.createTempDirectory("countersign-tls").resolve("server.p12");
                int made = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "server",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost,ip:127.0.0.1",
                                "-ext",
                                "bc=ca:true",
                                "-validity",
                                "30",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
                if (made != 0) {
                    throw new IllegalStateException("keytool made no certificate");
                }
                store = file;
            }
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Serves with the certificate, and trusts it. */
    static synchronized SSLContext context() {
        if (context == null) {
            try (InputStream in = Files.newInputStream(store())) {
                KeyStore keys = KeyStore.getInstance("PKCS12");
                keys.load(in, PASSWORD.toCharArray());
                KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                own.init(keys, PASSWORD.toCharArray());
                TrustManagerFactory trusted =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                trusted.init(keys);
                SSLContext made = SSLContext.getInstance("TLS");
                made.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
                context = made;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return context;
    }

    static SecuredServer saying(String answer) {
        return answering(out -> out.write(answer.getBytes(StandardCharsets.US_ASCII)));
    }

    static SecuredServer answering(Answer answer) {
        try {
            SecuredServer server = new SecuredServer(
                    context().getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress()));
            Thread thread = new Thread(() -> server.serve(answer));
            thread.setDaemon(true);
            thread.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that takes a call and never says a word. */
    static SecuredServer silent() {
        try {
            return new SecuredServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Answer answer) {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                if (socket.getInputStream().read() >= 0) {
                    answer.to(socket.getOutputStream());
                }
            } catch (IOException e) {
                LOG.log(Level.FINE, "whoever asked has gone: {0}", Optional.ofNullable(e.getMessage()));
            }
        }
    }

    String authority() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
