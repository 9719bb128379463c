package app.countersign.document;

import app.countersign.kernel.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** A time-stamp authority (RFC 3161) over HTTP. Safe for several threads. */
public final class TimeStamps {

    private static final int NONCE_BITS = 64;
    private static final int MOST_BYTES = 64 * 1024;
    private static final int OK = 200;

    private final URI authority;
    private final Duration timeout;
    private final HttpClient client;
    private final SecureRandom random = new SecureRandom();

    /** @param timeout for connecting, and again for the answer */
    public TimeStamps(URI authority, Duration timeout) {
        this.authority = authority;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    /** A token over those bytes, its nonce, imprint and signature checked. */
    TimeStampToken over(byte[] signature) {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            TimeStampRequest request = generator.generate(
                    NISTObjectIdentifiers.id_sha256, Archival.sha256(signature), new BigInteger(NONCE_BITS, random));
            return checked(request, new TimeStampResponse(answer(request.getEncoded())));
        } catch (IOException e) {
            throw new TimeStampUnavailable(Reason.of("document.time-stamp.unreachable", authority.toString()), e);
        } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeStampUnavailable(Reason.of("document.time-stamp.unreachable", authority.toString()), e);
        }
    }

    private byte[] answer(byte[] question) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(authority)
                .timeout(timeout)
                .header("Content-Type", "application/timestamp-query")
                .POST(BodyPublishers.ofByteArray(question))
                .build();
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] answer = body.readNBytes(MOST_BYTES);
            if (response.statusCode() != OK) {
                throw unusable("HTTP " + response.statusCode(), null);
            }
            return answer;
        }
    }

    private TimeStampToken checked(TimeStampRequest request, TimeStampResponse response)
            throws TSPException, OperatorCreationException, GeneralSecurityException {
        response.validate(request);
        TimeStampToken token = response.getTimeStampToken();
        if (token == null) {
            throw unusable("status " + response.getStatus() + ' ' + response.getStatusString(), null);
        }
        X509CertificateHolder signer = token.getCertificates().getMatches(null).stream()
                .filter(token.getSID()::match)
                .findFirst()
                .orElseThrow(() -> unusable("no certificate", null));
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
        } catch (RuntimeException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        }
        return token;
    }

    private TimeStampUnavailable unusable(String why, Throwable cause) {
        return new TimeStampUnavailable(Reason.of("document.time-stamp.unusable", authority.toString(), why), cause);
    }
}
