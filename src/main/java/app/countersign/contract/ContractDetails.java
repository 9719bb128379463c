package app.countersign.contract;

import app.countersign.kernel.Reason;
import app.countersign.terms.Clause;
import app.countersign.terms.Conclusion;
import app.countersign.terms.Contradiction;
import app.countersign.terms.Template;
import app.countersign.terms.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything about one contract that a page or the API shows.
 *
 * @param fields of the signature page, in the order of the form, as far as anything is known
 * @param moves what can be done with it now, as far as its state goes
 * @param terms the promises of its template version
 * @param newerVersion whether new contracts are made with another version of the template
 */
public record ContractDetails(
        UUID id,
        String number,
        ContractState state,
        long version,
        UUID processorId,
        String processor,
        UUID controllerId,
        String controller,
        String addresseeName,
        String addresseeEmail,
        Locale language,
        String template,
        String title,
        String templateLabel,
        int revision,
        String templateHash,
        boolean newerVersion,
        Optional<String> bindingNotice,
        Conclusion conclusion,
        Milestones milestones,
        Optional<Instant> expiresAt,
        Optional<Instant> nextReminderAt,
        Optional<SignaturePage> page,
        List<LinkView.Field> fields,
        Optional<SignatureEvidence> evidence,
        Optional<ProcessorSignature> processorSignature,
        Optional<LocalDate> mainContractSignedOn,
        Optional<LocalDate> effectiveOn,
        Optional<LocalDate> endsOn,
        Optional<EndKind> endKind,
        Optional<String> endReason,
        Optional<Side> endGivenBy,
        Optional<LocalDate> endReceivedOn,
        Optional<Clause> endClause,
        Optional<Cure> cure,
        Optional<TakenIn> takenIn,
        Optional<String> remark,
        Optional<Reason> problem,
        Set<Move> moves,
        List<Term> terms,
        List<Contradiction> contradictions,
        List<ContractDocument> documents) {

    private static final Set<Move> SIGNED_ONLY =
            Set.of(Move.SIGN, Move.RECORD, Move.ACCEPT, Move.REFUSE, Move.COUNTERSIGN, Move.EXPIRE);

    static ContractDetails of(
            Contract c, Template t, Optional<SignatureEvidence> evidence, List<ContractDocument> documents) {
        return new ContractDetails(
                c.id(),
                c.number(),
                c.state(),
                c.version(),
                c.processor().id(),
                c.processor().name(),
                c.controller().id(),
                c.controller().name(),
                c.addresseeName(),
                c.addresseeEmail().value(),
                c.language(),
                t.code(),
                t.title(c.language()),
                t.version(),
                c.template().revision(),
                t.hash(),
                !c.template().isCurrent(),
                t.notice(c.language()),
                t.conclusion(),
                c.milestones(),
                c.expiresAt(),
                c.nextReminderAt(),
                c.page(),
                LinkView.fields(c, t),
                evidence,
                c.processorSignature(),
                c.mainContractSignedOn(),
                c.effectiveOn(),
                c.endsOn(),
                c.endKind(),
                c.endReason(),
                c.endGivenBy(),
                c.endReceivedOn(),
                c.endClause().map(id -> t.clauses(c.language()).get(id)),
                c.cure(),
                c.takenIn(),
                c.remark(),
                c.problem(),
                moves(c, t.conclusion()),
                t.terms(),
                t.contradictions(),
                List.copyOf(documents));
    }

    /** The day on which the processor signed. */
    public Optional<LocalDate> processorSignedOn() {
        return processorSignature.map(ProcessorSignature::signedOn);
    }

    private static Set<Move> moves(Contract contract, Conclusion conclusion) {
        return Stream.of(Move.values())
                .filter(move -> move.allowedIn(contract.state()))
                .filter(move -> conclusion.signed() || !SIGNED_ONLY.contains(move))
                .filter(move -> move != Move.RECORD_MAIN_CONTRACT || conclusion.needsMainContract())
                .filter(move -> move != Move.CONFIRM
                        || !conclusion.signed()
                                && contract.takenIn().isEmpty()
                                && contract.milestones().countersignedAt().isEmpty())
                .filter(move -> move != Move.CONTINUE || contract.endsOn().isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }
}
