package app.countersign.contract;

import app.countersign.document.Form;
import app.countersign.document.Placement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything about a returned file that a page or the API shows.
 *
 * @param contractVersion that was looked at, for whoever decides
 * @param fields of the signature page with what could be read, or else what is known
 * @param pages of the form that went out
 * @param signaturePage on which the controller signs
 * @param open whether a person can decide
 * @param acceptable whether it can be taken at all
 */
public record ReturnDetails(
        UUID id,
        UUID contractId,
        String number,
        String controller,
        ContractState contractState,
        long contractVersion,
        String fileName,
        long size,
        String sha256,
        Door door,
        String broughtBy,
        Optional<UUID> mailId,
        Instant cameAt,
        ReturnVerdict verdict,
        ReturnState state,
        boolean letterSent,
        Optional<Instant> decidedAt,
        Optional<String> decidedBy,
        Optional<String> decisionReason,
        ReturnProtocol protocol,
        List<LinkView.Field> fields,
        int pages,
        int signaturePage,
        boolean open,
        boolean acceptable) {

    static ReturnDetails of(
            ReturnedFile file, Contract contract, ReturnProtocol protocol, List<LinkView.Field> known, Form form) {
        boolean open = file.state() == ReturnState.WAITING;
        boolean readable = file.verdict() == ReturnVerdict.HONEST || file.verdict() == ReturnVerdict.DOUBTFUL;
        return new ReturnDetails(
                file.id(),
                contract.id(),
                contract.number(),
                contract.controller().name(),
                contract.state(),
                contract.version(),
                file.fileName(),
                file.size(),
                file.sha256(),
                file.door(),
                file.broughtBy(),
                file.mailId(),
                file.cameAt(),
                file.verdict(),
                file.state(),
                file.letterSent(),
                file.decidedAt(),
                file.decidedBy(),
                file.decisionReason(),
                protocol,
                proposed(known, protocol),
                form.pages(),
                form.placement("controller.signature").map(Placement::page).orElse(1),
                open,
                open && readable && Move.RECORD.allowedIn(contract.state()));
    }

    /** One thing that was looked at, as the protocol tells it. */
    public record Check(String question, String outcome, String findings) {}

    /** What was looked at, in that order. */
    public List<Check> checks() {
        return protocol.checks();
    }

    private static List<LinkView.Field> proposed(List<LinkView.Field> known, ReturnProtocol protocol) {
        return known.stream()
                .map(field -> new LinkView.Field(
                        field.name(),
                        field.label(),
                        protocol.assessment().values().getOrDefault(PageRules.PREFIX + field.name(), field.value())))
                .toList();
    }
}
