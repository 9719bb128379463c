package app.countersign.document;

import app.countersign.kernel.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * Signs a file so that every later change shows (PAdES, ETSI EN 319 142-1): baseline B-B, or B-T with a time-stamp
 * authority. Safe for several threads.
 */
public final class Seal {

    /** Signed attributes, algorithm names, ASN.1 framing; measured 700 to 1,100 bytes. */
    private static final int FRAMING = 2048;

    private static final int TIME_STAMP = 16 * 1024;

    private final SealKey key;
    private final Optional<TimeStamps> timeStamps;

    public Seal(SealKey key, Optional<TimeStamps> timeStamps) {
        this.key = key;
        this.timeStamps = timeStamps;
    }

    /**
     * The file with a seal added as its last increment; whatever it holds, earlier signatures too, stays as it is. The
     * first signature of a file also certifies it: nothing may be changed after it.
     *
     * @param pdf a file that we made, or {@link Form#continued continued}: other bytes of strangers are never sealed
     * @param at the time that the seal claims
     * @throws TimeStampUnavailable when an authority is configured and gives no usable answer
     * @throws app.countersign.kernel.Refused when the certificate does not hold at that time
     */
    public byte[] seal(byte[] pdf, SealNote note, Instant at) {
        key.invalidity(at).ifPresent(reason -> {
            throw new Refused(reason);
        });
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = signature(note, at);
            options.setPreferredSignatureSize(size());
            document.setDocumentId(at.toEpochMilli());
            boolean first = document.getSignatureDictionaries().isEmpty();
            document.addSignature(signature, options);
            if (first) {
                Certification.noChanges(document, signature);
            }
            return signed(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDSignature signature(SealNote note, Instant at) {
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        signature.setName(note.name());
        signature.setReason(note.reason());
        signature.setLocation(note.location());
        signature.setSignDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
        return signature;
    }

    private byte[] signed(PDDocument document) throws IOException {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(result);
        signing.setSignature(
                new AdvancedSignature(key, timeStamps).of(signing.getContent().readAllBytes()));
        return result.toByteArray();
    }

    /** Bytes to keep free for the signature: it is written after the rest is hashed, and must fit. */
    private int size() {
        int certificates = 0;
        for (X509Certificate certificate : key.chain()) {
            certificates += encoded(certificate).length;
        }
        int modulus = encoded(key.certificate()).length;
        return FRAMING + certificates + modulus + (timeStamps.isPresent() ? TIME_STAMP : 0);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
