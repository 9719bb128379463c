package app.countersign.retention.api;

import app.countersign.kernel.KebabCase;
import app.countersign.retention.Disposal;
import app.countersign.retention.DisposalDetails;
import app.countersign.retention.HandDeletion;
import app.countersign.terms.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How deletions look to programs. What is not known is left out. */
public final class DeletionJson {

    private DeletionJson() {}

    @Schema(name = "HandDeletionList")
    public record Page(
            List<Hand> items,

            @Schema(description = "Give it as 'before' for the next page; missing on the last")
            Long next) {}

    @Schema(name = "HandDeletion")
    public record Hand(
            UUID id,
            String number,
            String state,
            String title,
            String clause,
            String note,
            UUID contract,

            @Schema(description = "The erasure of a person's data to which it belongs")
            UUID erasure,

            LocalDate requestedOn,
            Instant dueAt,
            String assignee,
            Instant doneAt,
            String doneBy,
            String statement,
            String proofSha256) {

        static Hand of(HandDeletion one) {
            return new Hand(
                    one.id(),
                    one.number(),
                    KebabCase.of(one.state()),
                    one.title(),
                    one.clause(),
                    one.note(),
                    one.contractId().orElse(null),
                    one.erasure().orElse(null),
                    one.requestedOn(),
                    one.dueAt(),
                    one.assignee(),
                    one.doneAt().orElse(null),
                    one.doneBy().orElse(null),
                    one.statement().orElse(null),
                    one.proofSha256().orElse(null));
        }
    }

    @Schema(name = "Disposal")
    public record State(
            @Schema(description = "Whether the contract has ended, so that this has begun")
            boolean begun,

            @Schema(description = "The last day on which anything may be left; missing as long as no end is known")
            LocalDate dueOn,

            @Schema(description = "The clause that says so, as people cite it")
            String clause,

            @Schema(description = "The periods between which the contract's words leave a choice")
            List<String> alternatives,

            String agreed,

            @Schema(enumeration = {"return", "delete"}) String choice,

            Instant chosenAt,
            String chosenBy,

            @Schema(enumeration = {"link", "told"}) String chosenHow,

            String remark,
            Instant returnedAt,
            Instant confirmedAt,
            List<Hand> deletions) {

        static State of(DisposalDetails d) {
            Optional<Disposal> one = d.disposal();
            return new State(
                    one.isPresent(),
                    d.limit().orElse(null),
                    d.limitClause(),
                    d.alternatives().stream().map(Span::toString).toList(),
                    one.flatMap(Disposal::agreed).map(Span::toString).orElse(null),
                    KebabCase.of(one.flatMap(Disposal::choice).orElse(null)),
                    one.flatMap(Disposal::chosenAt).orElse(null),
                    one.flatMap(Disposal::chosenBy).orElse(null),
                    KebabCase.of(one.flatMap(Disposal::chosenHow).orElse(null)),
                    one.flatMap(Disposal::remark).orElse(null),
                    one.flatMap(Disposal::returnedAt).orElse(null),
                    one.flatMap(Disposal::confirmedAt).orElse(null),
                    d.deletions().stream().map(Hand::of).toList());
        }
    }

    @Schema(name = "DisposalChoice")
    public record Choice(
            @Schema(enumeration = {"return", "delete"}) String choice,

            @Schema(description = "Who said it, when and how")
            String remark) {}

    @Schema(name = "AgreedPeriod")
    public record Agreed(
            @Schema(description = "One of the alternatives, such as P30D")
            String period) {}

    @Schema(name = "Handover")
    public record Handover(
            @Schema(description = "How, to whom and when") String how) {}

    @Schema(name = "Lateness")
    public record Lateness(
            @Schema(description = "Why it is late; needed only where it is")
            String late) {}

    @Schema(name = "HandDeletionOrder")
    public record Order(
            @Schema(description = "The key of a promise") String promise,

            String title,

            @Schema(description = "ISO 8601; today if missing")
            String requestedOn,

            String assignee,

            @Schema(description = "For whoever does it; names nobody")
            String note) {}

    @Schema(name = "DeletionAssignee")
    public record Assignment(String assignee) {}

    @Schema(name = "HandDeletionProof")
    public record Proof(
            @Schema(description = "Who deleted; the caller if missing")
            String by,

            String statement,
            String late) {}

    @Schema(name = "Promise")
    public record PromiseJson(String key, String processor, String data, String clause, String sentence) {}

    @Schema(name = "DropReason")
    public record Drop(String reason) {}
}
