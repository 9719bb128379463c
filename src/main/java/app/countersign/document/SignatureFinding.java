package app.countersign.document;

import app.countersign.kernel.Reason;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * One cryptographic signature of a file, as found.
 *
 * @param signer the common name of the certificate's subject, or the whole subject
 * @param claimedAt the time that the signer claims
 * @param stampedAt the time that a time-stamp authority attests; empty without one, or when it does not fit
 * @param coveredBytes how many bytes from the file's beginning it vouches for; 0 when its range is not of that shape
 * @param coversWholeFile whether nothing follows what it vouches for
 * @param intact whether the covered bytes are those that were signed
 * @param ours whether one of our certificates made it; says nothing unless {@code intact}
 * @param holder what the certificate says of who signed; empty when it cannot be read. Nobody vouches for it here: the
 *     issuer's own certificate is not known to us
 */
public record SignatureFinding(
        String signer,
        Optional<Instant> claimedAt,
        Optional<Instant> stampedAt,
        long coveredBytes,
        boolean coversWholeFile,
        boolean intact,
        boolean ours,
        Optional<Holder> holder) {

    /**
     * Of a certificate.
     *
     * @param subject the whole distinguished name
     * @param issuer the whole distinguished name
     * @param madeByItself whether it is its own issuer, as anybody can make one
     */
    public record Holder(String subject, String issuer, Instant validFrom, Instant validUntil, boolean madeByItself) {

        static Holder of(X509Certificate certificate) {
            String subject = certificate.getSubjectX500Principal().getName();
            String issuer = certificate.getIssuerX500Principal().getName();
            return new Holder(
                    Letters.onOneLine(subject),
                    Letters.onOneLine(issuer),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    subject.equals(issuer));
        }

        boolean isValidAt(Instant time) {
            return !time.isBefore(validFrom) && !time.isAfter(validUntil);
        }
    }

    /** One of our certificates signed the file as it is, to its last byte. */
    public boolean sealsWholeFile() {
        return intact && ours && coversWholeFile;
    }

    /** Unbroken, and made while the certificate held, as far as a time is known. */
    public boolean isSound() {
        Optional<Instant> made = stampedAt.or(() -> claimedAt);
        return intact
                && holder.filter(certificate ->
                                made.filter(at -> !certificate.isValidAt(at)).isPresent())
                        .isEmpty();
    }

    /**
     * In plain words: whether it is sound, whose it is, who issued the certificate, when it was made and how much it
     * covers; one sentence each.
     */
    public List<Reason> inWords() {
        List<Reason> words = new ArrayList<>();
        words.add(Reason.of(intact ? "document.signed.sound" : "document.signed.broken", signer));
        holder.ifPresent(certificate -> words.add(
                certificate.madeByItself()
                        ? Reason.of("document.signed.made-by-itself")
                        : Reason.of("document.signed.issued-by", certificate.issuer())));
        words.add(time());
        holder.filter(certificate -> claimedAt.isPresent() && !certificate.isValidAt(stampedAt.orElse(claimedAt.get())))
                .ifPresent(certificate -> words.add(Reason.of(
                        "document.signed.outside-validity",
                        Date.from(certificate.validFrom()),
                        Date.from(certificate.validUntil()))));
        words.add(Reason.of(coversWholeFile ? "document.signed.covers-all" : "document.signed.covers-part"));
        return words;
    }

    private Reason time() {
        return stampedAt
                .map(at -> Reason.of("document.signed.stamped", Date.from(at)))
                .or(() -> claimedAt.map(at -> Reason.of("document.signed.claimed", Date.from(at))))
                .orElseGet(() -> Reason.of("document.signed.no-time"));
    }
}
