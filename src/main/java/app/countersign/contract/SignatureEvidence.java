package app.countersign.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who signed for the controller, when, how and from where. Never changed; a later signature has a row of its own. */
@Entity
@Table(name = "signature_evidence")
public class SignatureEvidence {

    private static final int LONGEST = 200;

    @Id
    private UUID id;

    @Column(name = "contract_id")
    private UUID contractId;

    private String person;
    private SignedHow how;

    @Column(name = "signature_text")
    private String text;

    @Column(name = "image_sha256")
    private String image;

    @Column(name = "document_sha256")
    private String document;

    @Column(name = "proven_email")
    private String provenEmail;

    /** As text: an empty UUID column is more than EclipseLink can write to PostgreSQL, or read back at all. */
    @Column(name = "link_id")
    private String linkId;

    private String address;

    @Column(name = "user_agent")
    private String userAgent;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "signed_at")
    private Instant signedAt;

    protected SignatureEvidence() {}

    private SignatureEvidence(Contract contract, SignedHow how, String person, Instant now) {
        this.id = UUID.randomUUID();
        this.contractId = contract.id();
        this.how = how;
        this.person = person;
        this.signedAt = now;
    }

    /**
     * Signed by the personal link, after the code that went to the link's address was given.
     *
     * @param mark what was typed or drawn
     * @param document SHA-256 of the document that was there to be read
     */
    static SignatureEvidence byLink(
            PersonalLink link, String person, Mark mark, String document, Origin origin, Instant now) {
        SignatureEvidence evidence = new SignatureEvidence(link.contract(), mark.how(), person, now);
        evidence.text = mark.text();
        evidence.image = mark.image();
        evidence.document = document;
        evidence.linkId = link.id().toString();
        evidence.provenEmail = link.email().value();
        evidence.address = origin.address();
        evidence.userAgent = origin.userAgent();
        return evidence;
    }

    /** Signed on paper, and entered by somebody of ours. */
    static SignatureEvidence onPaper(Contract contract, String person, String recordedBy, Instant now) {
        SignatureEvidence evidence = new SignatureEvidence(contract, SignedHow.ON_PAPER, person, now);
        evidence.recordedBy = recordedBy;
        return evidence;
    }

    /** Signed in a file that came back. */
    static SignatureEvidence sentBack(Contract contract, String person, ReturnedFile file, Instant now) {
        SignatureEvidence evidence = new SignatureEvidence(contract, SignedHow.SENT_BACK, person, now);
        evidence.document = file.sha256();
        evidence.recordedBy =
                file.broughtBy().substring(0, Math.min(LONGEST, file.broughtBy().length()));
        return evidence;
    }

    /**
     * What was put where a signature goes: either is null.
     *
     * @param image SHA-256 of the stored PNG file
     */
    record Mark(SignedHow how, String text, String image) {}

    /**
     * From where somebody signed.
     *
     * @param address IP address
     * @param userAgent as the browser says; cut to 200 characters
     */
    public record Origin(String address, String userAgent) {

        private static final int LONGEST = 200;

        public Origin {
            userAgent = userAgent == null ? "" : userAgent.replaceAll("[^\\x20-\\x7e]", "?");
            userAgent = userAgent.substring(0, Math.min(LONGEST, userAgent.length()));
        }
    }

    public UUID contractId() {
        return contractId;
    }

    public String person() {
        return person;
    }

    public SignedHow how() {
        return how;
    }

    /** The name that was typed. */
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /** The stored PNG file with what was drawn. */
    public Optional<String> image() {
        return Optional.ofNullable(image);
    }

    /** SHA-256 of the document that was there to be read. */
    public Optional<String> document() {
        return Optional.ofNullable(document);
    }

    /** The mail address that the signing person can read. */
    public Optional<String> provenEmail() {
        return Optional.ofNullable(provenEmail);
    }

    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    public Optional<String> userAgent() {
        return Optional.ofNullable(userAgent);
    }

    /** Who entered it, where it was signed on paper. */
    public Optional<String> recordedBy() {
        return Optional.ofNullable(recordedBy);
    }

    public Instant signedAt() {
        return signedAt;
    }
}
