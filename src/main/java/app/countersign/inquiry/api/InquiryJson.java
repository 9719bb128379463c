package app.countersign.inquiry.api;

import app.countersign.inquiry.Inquiry;
import app.countersign.inquiry.InquiryDesk;
import app.countersign.inquiry.InquiryEntry;
import app.countersign.kernel.KebabCase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How inquiries look to programs. What is not known, or not theirs to know, is left out. */
public final class InquiryJson {

    private InquiryJson() {}

    @Schema(name = "InquiryList")
    public record Page(
            List<One> items,

            @Schema(description = "Give it as 'before' for the next page; missing on the last")
            Long next) {}

    @Schema(name = "Inquiry")
    public record One(
            UUID id,
            String number,

            @Schema(enumeration = {"person", "authority", "court", "controller"})
            String kind,

            @Schema(enumeration = {"open", "answered"}) String state,

            @Schema(description = "Who asks; left out in lists, and for those who may not know")
            String asker,

            String reference,
            String matter,
            LocalDate receivedOn,

            @Schema(description = "Who sees to it") String handler,

            @Schema(description = "On what it rests: gdpr 12(3), or as it was typed")
            String basis,

            Instant dueAt,

            @Schema(description = "Whether it is about one person's data")
            boolean aboutPerson,

            @Schema(description = "How the stores call that person; left out as the asker is")
            String person,

            UUID contract,
            UUID store,
            LocalDate from,
            LocalDate to,
            Instant extendedAt,
            String extendedFor,
            LocalDate answeredOn,
            String answer,
            Instant recordedAt,
            String recordedBy,
            Instant closedAt,
            String closedBy) {

        static One of(Inquiry one, Optional<InquiryDesk.Names> names) {
            return new One(
                    one.id(),
                    one.number(),
                    KebabCase.of(one.kind()),
                    KebabCase.of(one.state()),
                    names.map(InquiryDesk.Names::asker).orElse(null),
                    one.reference(),
                    one.matter(),
                    one.receivedOn(),
                    one.handler(),
                    one.clause(),
                    one.dueAt(),
                    one.isAboutPerson(),
                    names.map(InquiryDesk.Names::person)
                            .filter(person -> !person.isEmpty())
                            .orElse(null),
                    one.contract().orElse(null),
                    one.store().orElse(null),
                    one.from().orElse(null),
                    one.to().orElse(null),
                    one.extendedAt().orElse(null),
                    one.extendedFor().orElse(null),
                    one.answeredOn().orElse(null),
                    one.answer().orElse(null),
                    one.recordedAt(),
                    one.recordedBy(),
                    one.closedAt().orElse(null),
                    one.closedBy().orElse(null));
        }
    }

    @Schema(name = "InquiryEntry")
    public record Entry(
            @Schema(enumeration = {"person", "authority", "court", "controller"})
            String kind,

            @Schema(description = "Code of the processor that is asked")
            String processor,

            @Schema(description = "Who asks; kept encrypted")
            String asker,

            @Schema(description = "Their reference") String reference,

            @Schema(description = "What they want to know") String matter,

            @Schema(description = "ISO 8601; today if left out")
            String receivedOn,

            @Schema(description = "Who sees to it; the caller if left out")
            String handler,

            @Schema(description = "On what it rests; the law's clause if left out and a person asks")
            String basis,

            @Schema(description = "ISO 8601, the day that was set; the law's if left out and a person asks")
            String answerBy,

            @Schema(description = "Whom it is about, as the stores call that person; kept encrypted")
            String person,

            @Schema(description = "Number of a contract with the controller whose data it is about")
            String contract,

            @Schema(description = "Id of the store that it is about")
            String store,

            @Schema(description = "First day of the data's time")
            String from,

            @Schema(description = "Its last day") String to) {

        InquiryEntry entry() {
            return new InquiryEntry(
                    kind,
                    processor,
                    asker,
                    reference,
                    matter,
                    receivedOn,
                    handler,
                    basis,
                    answerBy,
                    person,
                    contract,
                    store,
                    from,
                    to);
        }
    }

    @Schema(name = "InquiryExtension")
    public record Extension(
            @Schema(description = "Why, as whoever asked was told")
            String reason,

            @Schema(description = "ISO 8601; as long as the law allows if left out and it says so")
            String until) {}

    @Schema(name = "InquiryAnswer")
    public record Answer(
            @Schema(description = "What was answered, and how")
            String answer,

            @Schema(description = "ISO 8601; today if left out")
            String answeredOn,

            @Schema(description = "Why it is late; needed only where it is")
            String late) {}
}
