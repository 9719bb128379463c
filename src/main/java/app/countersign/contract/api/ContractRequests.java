package app.countersign.contract.api;

import app.countersign.contract.EndDeclaration;
import app.countersign.contract.EndGround;
import app.countersign.contract.NewContract;
import app.countersign.contract.PaperContract;
import app.countersign.contract.PaperEntry;
import app.countersign.contract.Side;
import app.countersign.contract.SignaturePage;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import app.countersign.party.OrganisationDetails;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What programs send. Every field may be missing: what must be there is for the activities to say. */
public final class ContractRequests {

    /** Years of four digits that somebody may mean; what is done with days further off is without end. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 9999;

    private ContractRequests() {}

    @Schema(name = "NewContract")
    public record New(
            @Schema(description = "Code of a template", example = "okomo-dpa")
            String template,

            @Schema(description = "Language tag; the template's binding language if missing")
            String language,

            Controller controller,

            @Schema(description = "ISO 8601; the main or service contract's date")
            String mainContractSignedOn,

            @Schema(description = "true: only a draft is made, nothing is sent")
            Boolean draft) {

        NewContract toActivity() {
            Controller given =
                    controller == null ? new Controller(null, null, null, null, null, null, null) : controller;
            Map<String, Reason> complaints = new LinkedHashMap<>();
            Optional<OrganisationDetails> details =
                    given.id() == null ? collect(complaints, () -> given.details(language)) : Optional.empty();
            collect(complaints, () -> EmailAddress.require("email", given.email()));
            if (!complaints.isEmpty()) {
                throw new Invalid(complaints).under("controller");
            }
            return new NewContract(
                    template,
                    Optional.ofNullable(language).filter(l -> !l.isBlank()),
                    Optional.ofNullable(given.id()),
                    details,
                    given.contactName(),
                    given.email(),
                    Optional.ofNullable(mainContractSignedOn)
                            .filter(text -> !text.isBlank())
                            .map(text -> day("mainContractSignedOn", text)));
        }

        /** All complaints at once: nobody wants to send a form five times. */
        private static <T> Optional<T> collect(Map<String, Reason> complaints, Supplier<T> read) {
            try {
                return Optional.of(read.get());
            } catch (Invalid e) {
                complaints.putAll(e.complaints());
                return Optional.empty();
            }
        }
    }

    @Schema(name = "NewController")
    public record Controller(
            @Schema(description = "Of an organisation that is known; name, address and country are not needed then")
            UUID id,

            String name,
            String address,

            @Schema(description = "ISO 3166-1 alpha-2", example = "CH")
            String country,

            String registerNumber,
            String contactName,
            String email) {

        private OrganisationDetails details(String language) {
            return OrganisationDetails.read(name, address, country, registerNumber, language);
        }
    }

    /** The part {@code contract} of the multipart form, as JSON. */
    @Schema(name = "ConcludedContract")
    public record Concluded(
            @Schema(description = "Code of a template", example = "okomo-dpa")
            String template,

            @Schema(description = "Which version's terms it follows; that on offer if missing")
            Integer revision,

            @Schema(description = "Language tag; of the mails")
            String language,

            Controller controller,

            @Schema(description = "The main or service contract's date")
            String mainContractSignedOn,

            @Schema(description = "The day of the last signature", example = "2019-05-20")
            String concludedOn,

            @Schema(description = "What the template's rule yields, if missing")
            String effectiveOn,

            @Schema(description = "Needed where it was in force before it was concluded")
            String earlyReason,

            @Schema(description = "Its last day, where an end is agreed or notice was given")
            String endsOn,

            @Schema(description = "What the paper is called where it is filed")
            String reference,

            @Schema(description = "Who signed for the controller; name and address are the organisation's if missing")
            Page signaturePage,

            Processor processorSignature) {

        /** @param complaints gets what is wrong with the parts that are read here; those are left empty then */
        PaperContract toActivity(Map<String, Reason> complaints) {
            Controller given =
                    controller == null ? new Controller(null, null, null, null, null, null, null) : controller;
            Map<String, Reason> ofController = new LinkedHashMap<>();
            Optional<OrganisationDetails> details =
                    given.id() == null ? New.collect(ofController, () -> given.details(language)) : Optional.empty();
            ofController.forEach((field, reason) -> complaints.put("controller." + field, reason));
            Optional<LocalDate> main = Optional.ofNullable(mainContractSignedOn)
                    .filter(text -> !text.isBlank())
                    .flatMap(text -> New.collect(complaints, () -> day("mainContractSignedOn", text)));
            Page page = signaturePage == null ? new Page(null, null, null, null, null, null) : signaturePage;
            Processor ours = processorSignature == null ? new Processor(null, null, null, null) : processorSignature;
            return new PaperContract(
                    new NewContract(
                            template,
                            Optional.ofNullable(language).filter(l -> !l.isBlank()),
                            Optional.ofNullable(given.id()),
                            details,
                            given.contactName(),
                            given.email(),
                            main),
                    Optional.ofNullable(revision),
                    new PaperEntry(
                            concludedOn,
                            effectiveOn,
                            earlyReason,
                            endsOn,
                            reference,
                            page.toEntry(),
                            new SignaturePage.Entry(
                                    null, null, ours.person(), ours.position(), ours.place(), ours.date())));
        }
    }

    @Schema(name = "ProcessorSignatureEntry")
    public record Processor(String person, String position, String place, String date) {}

    @Schema(name = "SignaturePageEntry")
    public record Page(
            String company,
            String address,
            String person,
            String position,
            String place,

            @Schema(description = "As people write dates: 22.11.2026, 22. November 2026, 2026-11-22 …")
            String date) {

        SignaturePage.Entry toEntry() {
            return new SignaturePage.Entry(company, address, person, position, place, date);
        }
    }

    @Schema(name = "Reason")
    public record Why(String reason) {}

    /** @param page what the returned file says; as it was read if missing */
    @Schema(name = "ReturnAcceptance")
    public record Acceptance(Page page, String reason) {}

    @Schema(name = "MainContract")
    public record MainContract(
            @Schema(description = "ISO 8601") String signedOn) {}

    @Schema(name = "Termination")
    public record Termination(
            @Schema(
                    enumeration = {"ordinary", "extraordinary", "with-main-contract"},
                    description = "ordinary: ends after the notice period; extraordinary: at once")
            String kind,

            @Schema(
                    description = "When the other party had the notice, or the main contract's last day; ISO 8601."
                            + " Without it, an extraordinary end counts from today")
            String date,

            @Schema(
                    enumeration = {"controller", "processor"},
                    description = "Whose notice it is; the processor's if nothing is said")
            String by,

            @Schema(
                    enumeration = {"serious-violation", "minor-violation"},
                    description = "Of an extraordinary end; a minor one only after the time to cure it")
            String ground,

            String reason) {

        EndDeclaration toDeclaration() {
            return switch (String.valueOf(kind)) {
                case "ordinary" -> EndDeclaration.ordinary(side("by", by), day("date", date), reason);
                case "extraordinary" ->
                    EndDeclaration.extraordinary(
                            ground == null ? EndGround.SERIOUS_VIOLATION : word(EndGround.class, "ground", ground),
                            side("by", by),
                            date == null ? null : day("date", date),
                            reason);
                case "with-main-contract" -> EndDeclaration.withMainContract(day("date", date));
                default -> throw Invalid.field("kind", Reason.of("contract.complaint.end-kind"));
            };
        }
    }

    @Schema(name = "CureDemand")
    public record CureDemand(
            @Schema(
                    enumeration = {"controller", "processor"},
                    description = "Whose complaint it is; the processor's if nothing is said")
            String by,

            @Schema(description = "On which day the other party had it; today if missing; ISO 8601")
            String since,

            @Schema(description = "The last day on which it can be cured; ISO 8601")
            String until,

            String violation) {

        Side side() {
            return ContractRequests.side("by", by);
        }
    }

    private static Side side(String field, String text) {
        return text == null ? Side.PROCESSOR : word(Side.class, field, text);
    }

    private static <E extends Enum<E>> E word(Class<E> type, String field, String text) {
        try {
            return KebabCase.read(type, text.strip());
        } catch (IllegalArgumentException e) {
            String known = Stream.of(type.getEnumConstants()).map(KebabCase::of).collect(Collectors.joining(", "));
            throw Invalid.field(field, Reason.of("contract.complaint.none-of", known));
        }
    }

    @Schema(name = "Several")
    public record Several(List<UUID> contracts) {}

    @Schema(name = "Invitation")
    public record Invitation(String contactName, String email) {}

    static LocalDate day(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(String.valueOf(text).strip());
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            throw Invalid.field(field, Reason.of("contract.complaint.iso-date"));
        }
        throw Invalid.field(field, Reason.of("contract.complaint.iso-date"));
    }
}
