package app.countersign.document;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamp authority on this machine, which can be told to misbehave. */
final class Authority implements AutoCloseable {

    /** What it does with a request. */
    enum Mood {
        HONEST,
        ANSWERS_SOMETHING_ELSE,
        REFUSES,
        BROKEN,
        TALKS_NONSENSE,
        SILENT
    }

    private final HttpServer server;
    private final KeyPair keys;
    private final X509Certificate certificate;
    private volatile Mood mood = Mood.HONEST;

    Authority() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        X500Name self = new X500Name("CN=Test Time Stamps");
        certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                self,
                                BigInteger.TEN,
                                Date.from(Samples.THEN.minus(Duration.ofDays(9))),
                                Date.from(Samples.THEN.plus(Duration.ofDays(900))),
                                self,
                                keys.getPublic())
                        .addExtension(
                                Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
    }

    X509Certificate certificate() {
        return certificate;
    }

    void be(Mood mood) {
        this.mood = mood;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] question = exchange.getRequestBody().readAllBytes();
        if (mood == Mood.SILENT) {
            return;
        }
        byte[] answer = mood == Mood.TALKS_NONSENSE ? new byte[] {1, 2, 3} : stamped(question);
        exchange.sendResponseHeaders(mood == Mood.BROKEN ? 500 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private byte[] stamped(byte[] question) throws IOException {
        try {
            TimeStampRequest request = new TimeStampRequest(question);
            if (mood == Mood.ANSWERS_SOMETHING_ELSE) {
                request = new org.bouncycastle.tsp.TimeStampRequestGenerator()
                        .generate(TSPAlgorithms.SHA256, new byte[32], request.getNonce());
            }
            DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", keys.getPrivate(), certificate),
                    digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"));
            tokens.addCertificates(new JcaCertStore(List.of(certificate)));
            TimeStampResponseGenerator responses = new TimeStampResponseGenerator(
                    tokens, mood == Mood.REFUSES ? Set.of(TSPAlgorithms.SHA512) : Set.of(TSPAlgorithms.SHA256));
            TimeStampResponse response =
                    responses.generate(request, BigInteger.ONE, Date.from(Samples.THEN.plusSeconds(2)));
            return response.getEncoded();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
