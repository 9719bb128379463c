package app.countersign.document;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/** Looks at a file that somebody brought, without trusting it, and says what it is. Safe for several threads. */
public final class Verification {

    private static final int MOST_SIGNATURES = 20;
    private static final int LONGEST_IDENTIFIER = 200;
    private static final int LONGEST_XMP = 256 * 1024;
    private static final Pattern IDENTIFIER = Pattern.compile("<dc:identifier>([^<]{1,500})</dc:identifier>");

    private final Set<X509Certificate> ours;
    private final Limits limits;

    /** @param ours every certificate with which we have sealed, the expired ones too */
    public Verification(Set<X509Certificate> ours, Limits limits) {
        this.ours = Set.copyOf(ours);
        this.limits = limits;
    }

    /** Never fails: what cannot be read is found unreadable, with the reason. */
    public Findings of(byte[] pdf) {
        String sha256 = Archival.hex(pdf);
        try {
            return StrangersFile.read(pdf, limits, (document, deadline) -> found(pdf, sha256, document, deadline));
        } catch (Refused e) {
            return new Findings(
                    sha256, false, 0, List.of(), false, Optional.empty(), false, List.of(), List.of(e.reason()));
        }
    }

    private Findings found(byte[] pdf, String sha256, PDDocument document, Deadline deadline) throws IOException {
        List<SignatureFinding> signatures = signatures(pdf, document);
        Contents contents = Contents.of(document, deadline);
        boolean changed = !signatures.isEmpty()
                && signatures.stream()
                                .mapToLong(SignatureFinding::coveredBytes)
                                .max()
                                .orElse(0)
                        < pdf.length;
        return new Findings(
                sha256,
                true,
                document.getNumberOfPages(),
                signatures,
                changed,
                identifier(document),
                contents.scripts(),
                List.copyOf(contents.attachments().keySet()),
                remarks(signatures, changed, contents));
    }

    List<SignatureFinding> signatures(byte[] pdf, PDDocument document) throws IOException {
        List<PDSignature> found = document.getSignatureDictionaries();
        if (found.size() > MOST_SIGNATURES) {
            throw Refused.because("document.unreadable.too-many-signatures", MOST_SIGNATURES);
        }
        return found.stream()
                .map(signature -> new SignatureJudge(pdf, ours).judge(signature))
                .sorted(Comparator.comparingLong(SignatureFinding::coveredBytes))
                .toList();
    }

    private static List<Reason> remarks(List<SignatureFinding> signatures, boolean changed, Contents contents) {
        List<Reason> remarks = new ArrayList<>();
        for (SignatureFinding signature : signatures) {
            if (!signature.intact()) {
                remarks.add(Reason.of("document.finding.signature-broken", signature.signer()));
            } else if (!signature.ours()) {
                remarks.add(Reason.of("document.finding.signature-of-another", signature.signer()));
            }
        }
        if (changed) {
            remarks.add(Reason.of("document.finding.changed-after-signature"));
        }
        if (signatures.isEmpty()) {
            remarks.add(Reason.of("document.finding.no-signature"));
        }
        if (contents.scripts()) {
            remarks.add(Reason.of("document.finding.scripts"));
        }
        return remarks;
    }

    /** By which the file names itself. */
    static Optional<String> identifier(PDDocument document) throws IOException {
        String claimed = document.getDocumentInformation().getCustomMetadataValue(Metadata.IDENTIFIER_KEY);
        return Optional.ofNullable(claimed == null ? identifierInXmp(document) : claimed)
                .map(Letters::onOneLine)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_IDENTIFIER);
    }

    private static String identifierInXmp(PDDocument document) throws IOException {
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata == null) {
            return null;
        }
        try (InputStream xmp = metadata.createInputStream()) {
            Matcher matcher = IDENTIFIER.matcher(new String(xmp.readNBytes(LONGEST_XMP), StandardCharsets.UTF_8));
            return matcher.find() ? matcher.group(1) : null;
        }
    }
}
