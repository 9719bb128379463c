package app.countersign.contract.api;

import app.countersign.contract.Verdict;
import app.countersign.document.Comparison;
import app.countersign.document.SignatureFinding;
import app.countersign.kernel.KebabCase;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A verdict as the API tells it. */
@JsonbPropertyOrder({"verdict", "reasons", "contract", "signatures", "differences"})
@Schema(name = "Verification")
public record VerificationAnswer(
        @Schema(
                description = "Genuine means byte for byte equal to a document kept here",
                enumeration = {"genuine", "altered", "unknown"})
        String verdict,

        @Schema(description = "Why, in sentences, the weightiest first")
        List<String> reasons,

        @Schema(description = "The contract to which the file belongs; absent when unknown")
        ContractAnswer contract,

        @Schema(description = "The signatures that the file bears, the first one first")
        List<SignatureAnswer> signatures,

        @Schema(description = "How the words of an altered copy differ")
        List<DifferenceAnswer> differences) {

    /** How it stands with the contract. */
    @JsonbPropertyOrder({"number", "document", "state", "processor", "controller", "effectiveOn", "endsOn"})
    @Schema(name = "VerifiedContract")
    public record ContractAnswer(
            String number,

            @Schema(
                    description = "Which of its documents",
                    enumeration = {"issued", "countersigned", "concluded", "disposal"})
            String document,

            @Schema(description = "As in contracts: in-force, terminated …")
            String state,

            String processor,
            @Schema(description = "Only for a genuine file") String controller,

            @Schema(description = "The first day in force; absent as long as it is not known")
            LocalDate effectiveOn,

            @Schema(description = "The last day in force; absent when it has no end")
            LocalDate endsOn) {

        static ContractAnswer of(Verdict.Standing standing) {
            return new ContractAnswer(
                    standing.number(),
                    KebabCase.of(standing.kind()),
                    KebabCase.of(standing.state()),
                    standing.processor(),
                    standing.controller().orElse(null),
                    standing.effectiveOn().orElse(null),
                    standing.endsOn().orElse(null));
        }
    }

    /** A signature that the file bears. */
    @JsonbPropertyOrder({"by", "at", "timeStamped", "intact", "coversWholeFile", "ours", "certificate", "words"})
    @Schema(name = "VerifiedSignature")
    public record SignatureAnswer(
            @Schema(description = "The name in the certificate")
            String by,

            @Schema(description = "When, as the signer or a time-stamp authority says")
            Instant at,

            @Schema(description = "Whether a time-stamp authority says when")
            boolean timeStamped,

            @Schema(description = "Whether what it covers is as it was signed")
            boolean intact,

            @Schema(description = "Whether nothing was added after it")
            boolean coversWholeFile,

            @Schema(description = "Whether it is a seal of this installation")
            boolean ours,

            @Schema(description = "Absent where it can't be read")
            CertificateAnswer certificate,

            @Schema(description = "All of that in sentences")
            List<String> words) {

        static SignatureAnswer of(SignatureFinding signature, Locale language) {
            return new SignatureAnswer(
                    signature.signer(),
                    signature.stampedAt().or(signature::claimedAt).orElse(null),
                    signature.stampedAt().isPresent(),
                    signature.intact(),
                    signature.coversWholeFile(),
                    signature.ours(),
                    signature.holder().map(CertificateAnswer::of).orElse(null),
                    signature.inWords().stream()
                            .map(reason -> reason.in(language))
                            .toList());
        }
    }

    /** With which somebody signed. */
    @JsonbPropertyOrder({"subject", "issuer", "validFrom", "validUntil", "madeByItself"})
    @Schema(name = "SignersCertificate")
    public record CertificateAnswer(
            String subject,

            @Schema(description = "Whether it is to be trusted is not examined")
            String issuer,

            Instant validFrom,
            Instant validUntil,

            @Schema(description = "Whether its holder made it, so that nobody else vouches for the name")
            boolean madeByItself) {

        static CertificateAnswer of(SignatureFinding.Holder holder) {
            return new CertificateAnswer(
                    holder.subject(), holder.issuer(), holder.validFrom(), holder.validUntil(), holder.madeByItself());
        }
    }

    /** Words that were replaced, added or removed. */
    @JsonbPropertyOrder({"page", "before", "after"})
    @Schema(name = "VerifiedDifference")
    public record DifferenceAnswer(
            @Schema(description = "From 1") int page,

            @Schema(
                    description = "What our document says; empty where words were added, […] in place of names that"
                            + " are not told")
            String before,

            @Schema(description = "What this file says; empty where words were removed")
            String after) {

        static DifferenceAnswer of(Comparison.Change change) {
            return new DifferenceAnswer(change.page(), change.before(), change.after());
        }
    }

    static VerificationAnswer of(Verdict verdict, Locale language) {
        return new VerificationAnswer(
                verdict.judgement().code(),
                verdict.reasons().stream().map(reason -> reason.in(language)).toList(),
                verdict.contract().map(ContractAnswer::of).orElse(null),
                verdict.signatures().stream()
                        .map(signature -> SignatureAnswer.of(signature, language))
                        .toList(),
                verdict.differences().stream().map(DifferenceAnswer::of).toList());
    }
}
