package app.countersign.contract.api;

import app.countersign.contract.ContractDetails;
import app.countersign.contract.ContractDocument;
import app.countersign.contract.ContractRow;
import app.countersign.contract.Cure;
import app.countersign.contract.EndKind;
import app.countersign.contract.PlannedEnd;
import app.countersign.contract.ProcessorSignature;
import app.countersign.contract.SignaturePage;
import app.countersign.contract.SignedHow;
import app.countersign.contract.TakenIn;
import app.countersign.kernel.KebabCase;
import app.countersign.terms.Clause;
import app.countersign.terms.Term;
import app.countersign.trail.TrailEntry;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How contracts look to programs. Dates are ISO 8601, instants in UTC; what is not known is left out. */
public final class ContractJson {

    private ContractJson() {}

    @Schema(name = "ContractList")
    public record Page(
            List<Row> items,

            @Schema(description = "Give it as 'after' for the next page; missing on the last")
            String next) {}

    @Schema(name = "ContractRow")
    public record Row(
            UUID id,
            String number,
            String state,
            String controller,
            String processor,
            String template,
            String templateVersion,
            Instant createdAt,
            LocalDate effectiveOn,
            Instant expiresAt,

            @Schema(description = "Since when the paper of a contract that was concluded elsewhere is missing")
            Instant paperMissingSince) {

        static Row of(ContractRow row) {
            return new Row(
                    row.id(),
                    row.number(),
                    KebabCase.of(row.state()),
                    row.controller(),
                    row.processor(),
                    row.template(),
                    row.templateLabel(),
                    row.createdAt(),
                    row.effectiveOn(),
                    row.expiresAt(),
                    row.documentDueSince());
        }
    }

    @Schema(name = "Contract")
    public record Whole(
            UUID id,
            String number,

            @Schema(
                    enumeration = {
                        "draft",
                        "issued",
                        "returned",
                        "refused",
                        "accepted",
                        "countersigned",
                        "in-force",
                        "withdrawn",
                        "terminated"
                    })
            String state,

            String template,
            String templateVersion,
            int templateRevision,
            String language,

            @Schema(description = "Present where the binding words are not the ones shown")
            String notice,

            Party processor,
            Party controller,
            String contactName,
            String email,
            LocalDate mainContractSignedOn,
            LocalDate processorSignedOn,

            @Schema(
                    description =
                            "Computed from the signatures; said by whoever took it in where it was concluded elsewhere")
            LocalDate effectiveOn,

            LocalDate endsOn,

            @Schema(description = "How it ends; missing as long as nobody has terminated it")
            End end,

            @Schema(description = "A minor violation that is to be cured")
            CureJson cure,

            Instant expiresAt,

            @Schema(description = "Why it was refused or withdrawn")
            String remark,

            @Schema(description = "What keeps it from being sealed")
            String problem,

            @Schema(description = "Present where it was concluded elsewhere and taken in")
            Concluded concludedElsewhere,

            Signed signaturePage,

            @Schema(description = "Who signed for the processor")
            Countersigned processorSignature,

            List<TermJson> terms,
            List<DocumentJson> documents,
            List<HistoryJson> history) {}

    @Schema(name = "ProcessorSignature")
    public record Countersigned(String person, String position, String place, LocalDate date) {

        static Countersigned of(ProcessorSignature signature) {
            return new Countersigned(signature.person(), signature.position(), signature.place(), signature.signedOn());
        }
    }

    @Schema(name = "ConcludedElsewhere")
    public record Concluded(
            @Schema(description = "The day of the last signature")
            LocalDate concludedOn,

            @Schema(description = "What the paper is called where it is filed")
            String reference,

            @Schema(description = "Why it was in force before it was concluded")
            String earlyReason,

            Instant takenInAt,
            String takenInBy,

            @Schema(description = "Since when the paper is missing; missing itself once it is here")
            Instant paperMissingSince) {

        static Concluded of(TakenIn from) {
            return new Concluded(
                    from.concludedOn(),
                    from.reference().orElse(null),
                    from.earlyReason().orElse(null),
                    from.at(),
                    from.by(),
                    from.documentDueSince().orElse(null));
        }
    }

    @Schema(name = "ContractEnd")
    public record End(
            String kind,
            LocalDate lastDay,
            String by,
            LocalDate receivedOn,

            @Schema(description = "Id of the clause in the words")
            String clause,

            @Schema(description = "The clause as people cite it")
            String cited,

            String reason) {

        static End of(EndKind kind, ContractDetails c) {
            return new End(
                    KebabCase.of(kind),
                    c.endsOn().orElse(null),
                    KebabCase.of(c.endGivenBy().orElse(null)),
                    c.endReceivedOn().orElse(null),
                    c.endClause().map(Clause::id).orElse(null),
                    c.endClause().map(Clause::label).orElse(null),
                    c.endReason().orElse(null));
        }
    }

    @Schema(name = "PlannedEnd")
    public record Planned(
            LocalDate lastDay,
            TermJson term,

            @Schema(description = "The day on which it would have ended so far")
            LocalDate insteadOf) {

        static Planned of(PlannedEnd end, Locale language) {
            return new Planned(
                    end.lastDay(),
                    end.term().map(term -> TermJson.of(term, language)).orElse(null),
                    end.insteadOf().orElse(null));
        }
    }

    @Schema(name = "Cure")
    public record CureJson(String by, LocalDate since, LocalDate until, String violation) {

        static CureJson of(Cure cure) {
            return new CureJson(KebabCase.of(cure.setBy()), cure.setOn(), cure.until(), cure.violation());
        }
    }

    @Schema(name = "Party")
    public record Party(UUID id, String name) {}

    @Schema(name = "SignaturePage")
    public record Signed(
            String company, String address, String person, String position, String place, LocalDate date, String how) {}

    @Schema(name = "Term")
    public record TermJson(
            @Schema(description = "Id of the clause in the words")
            String clause,

            @Schema(description = "The clause as people cite it")
            String cited,

            String kind,

            @Schema(description = "The promise in one sentence, in the language of Accept-Language")
            String sentence) {

        static TermJson of(Term term, Locale language) {
            return new TermJson(term.clause().id(), term.clause().label(), term.kind(), term.sentence(language));
        }
    }

    @Schema(name = "ContractDocument")
    public record DocumentJson(String kind, String sha256, long size, String fileName, Instant madeAt, URI href) {

        static DocumentJson of(ContractDocument document) {
            String kind = KebabCase.of(document.kind());
            return new DocumentJson(
                    kind,
                    document.sha256(),
                    document.size(),
                    document.fileName(),
                    document.madeAt(),
                    URI.create("/api/v1/contracts/" + document.contractId() + "/documents/" + kind));
        }
    }

    @Schema(name = "HistoryEntry")
    public record HistoryJson(Instant at, String event, String by, String channel, String clause, JsonObject facts) {

        static HistoryJson of(TrailEntry entry) {
            return new HistoryJson(
                    entry.at(),
                    entry.name(),
                    entry.actorName(),
                    entry.channel(),
                    entry.clause().orElse(null),
                    entry.facts());
        }
    }

    static Whole of(ContractDetails c, List<TrailEntry> history, Locale language) {
        return new Whole(
                c.id(),
                c.number(),
                KebabCase.of(c.state()),
                c.template(),
                c.templateLabel(),
                c.revision(),
                c.language().toLanguageTag(),
                c.bindingNotice().orElse(null),
                new Party(c.processorId(), c.processor()),
                new Party(c.controllerId(), c.controller()),
                c.addresseeName(),
                c.addresseeEmail(),
                c.mainContractSignedOn().orElse(null),
                c.processorSignature().map(ProcessorSignature::signedOn).orElse(null),
                c.effectiveOn().orElse(null),
                c.endsOn().orElse(null),
                c.endKind().map(kind -> End.of(kind, c)).orElse(null),
                c.cure().map(CureJson::of).orElse(null),
                c.expiresAt().orElse(null),
                c.remark().orElse(null),
                c.problem().map(reason -> reason.in(language)).orElse(null),
                c.takenIn().map(Concluded::of).orElse(null),
                c.page().map(page -> signed(page, c)).orElse(null),
                c.processorSignature().map(Countersigned::of).orElse(null),
                c.terms().stream().map(term -> TermJson.of(term, language)).toList(),
                c.documents().stream().map(DocumentJson::of).toList(),
                history.stream().map(HistoryJson::of).toList());
    }

    private static Signed signed(SignaturePage page, ContractDetails c) {
        return new Signed(
                page.company(),
                page.address(),
                page.person(),
                page.position(),
                page.place(),
                page.date().orElse(null),
                c.evidence()
                        .map(e -> KebabCase.of(e.how()))
                        .orElse(c.takenIn().isPresent() ? KebabCase.of(SignedHow.ON_PAPER) : null));
    }
}
