package app.countersign.contract;

import app.countersign.kernel.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;

/** A certificate with which we have sealed. Kept for good: what was sealed with it is ours when it has long expired. */
@Entity
@Table(name = "seal_certificate")
public class SealCertificate {

    @Id
    private String fingerprint;

    private String der;

    @Column(name = "first_used_at")
    private Instant firstUsedAt;

    protected SealCertificate() {}

    SealCertificate(X509Certificate certificate, Instant now) {
        byte[] bytes = encoded(certificate);
        fingerprint = fingerprint(certificate);
        der = Base64.getEncoder().encodeToString(bytes);
        firstUsedAt = now;
    }

    /** SHA-256 over the certificate, in lower-case hexadecimal digits. */
    static String fingerprint(X509Certificate certificate) {
        return Sha256.hex(encoded(certificate));
    }

    X509Certificate certificate() {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getDecoder().decode(der)));
        } catch (CertificateException e) {
            throw new IllegalStateException("the stored certificate " + fingerprint + " can't be read", e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
