package app.countersign.document;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Date;
import org.assertj.core.api.Assumptions;

/** What those find who do not know our code. */
final class OtherTools {

    private OtherTools() {}

    /** EU DSS on the signatures, an hour after {@link Samples#THEN}. */
    static SimpleReport judged(byte[] pdf, X509Certificate... trusted) {
        CommonTrustedCertificateSource source = new CommonTrustedCertificateSource();
        for (X509Certificate certificate : trusted) {
            source.addCertificate(new CertificateToken(certificate));
        }
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(source);
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(Samples.THEN.plusSeconds(3600)));
        return validator.validateDocument().getSimpleReport();
    }

    /** What another program prints; where it is not installed, the test is skipped and says so. */
    static String said(String program, Path... arguments) throws Exception {
        boolean installed = Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
        Assumptions.assumeThat(installed)
                .as(program + " is not installed: SKIPPED")
                .isTrue();
        ProcessBuilder builder = new ProcessBuilder(program).redirectErrorStream(true);
        Arrays.stream(arguments).map(Path::toString).forEach(builder.command()::add);
        return new String(builder.start().getInputStream().readAllBytes());
    }
}
