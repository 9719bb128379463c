package app.countersign.contract;

import app.countersign.document.Comparison;
import app.countersign.document.SignatureFinding;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a file that somebody brought turned out to be.
 *
 * @param reasons why, in the order of weight; never empty
 * @param contract to which the file belongs, or of whose document it is an altered copy; empty when unknown
 * @param signatures that the file bears, in the order in which they were added
 * @param differences of the words between our document and an altered copy, in the order of the pages
 */
public record Verdict(
        Judgement judgement,
        List<Reason> reasons,
        Optional<Standing> contract,
        List<SignatureFinding> signatures,
        List<Comparison.Change> differences) {

    /** The verdict in one word. */
    public enum Judgement {
        /** Byte for byte a document of ours. */
        GENUINE,
        /** A copy of a document of ours that is no longer the same. */
        ALTERED,
        /** Nothing that we know, or can read. */
        UNKNOWN;

        /** As the API spells it: {@code genuine}. */
        public String code() {
            return KebabCase.of(this);
        }

        public Reason label() {
            return Reason.of("contract.judgement." + code());
        }
    }

    /**
     * How it stands with the contract: what anybody may learn who holds one of its documents.
     *
     * @param kind what the document is
     * @param controller and signatory are for those who hold the very document, where they can read them; empty for
     *     others
     * @param madeAt when the document was made
     */
    public record Standing(
            String number,
            DocumentKind kind,
            String processor,
            Optional<String> controller,
            Optional<String> signatory,
            ContractState state,
            Instant madeAt,
            Optional<LocalDate> effectiveOn,
            Optional<LocalDate> endsOn) {

        Standing withoutNames() {
            return new Standing(
                    number, kind, processor, Optional.empty(), Optional.empty(), state, madeAt, effectiveOn, endsOn);
        }
    }
}
