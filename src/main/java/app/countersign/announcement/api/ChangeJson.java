package app.countersign.announcement.api;

import app.countersign.announcement.Announcement;
import app.countersign.announcement.AnnouncementRecords.Proof;
import app.countersign.announcement.AnnouncementRecords.Row;
import app.countersign.announcement.ChangeNotice;
import app.countersign.kernel.Country;
import app.countersign.kernel.KebabCase;
import app.countersign.mail.Outbox;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An announced change as programs see it. */
@Schema(name = "SubProcessorChange")
public record ChangeJson(
        UUID id,
        String number,
        String processor,

        @Schema(enumeration = {"new", "replaced", "moved", "ended"})
        String kind,

        UUID subProcessor,
        UUID replaced,
        String name,
        List<String> places,
        LocalDate effectiveOn,
        String words,
        Instant announcedAt,
        String announcedBy,

        @Schema(description = "How many contracts it concerned when it was announced")
        long total,

        @Schema(description = "How many of these are dealt with")
        long told,

        @Schema(description = "Whether the telling is done") boolean finished,

        @Schema(description = "How many controllers, by state")
        Map<String, Long> counts,

        @Schema(description = "When it was withdrawn, if it was")
        Instant withdrawnAt,

        String withdrawnReason,

        @Schema(description = "Whether everybody who had been told has heard of the withdrawal")
        boolean retold) {

    static ChangeJson of(Row row) {
        Announcement change = row.change();
        Map<String, Long> counts = new TreeMap<>();
        row.counts().forEach((state, count) -> counts.put(KebabCase.of(state), count));
        return new ChangeJson(
                change.id(),
                change.number(),
                row.processor(),
                KebabCase.of(change.kind()),
                change.engagementId(),
                change.replacedId().orElse(null),
                change.name(),
                change.places().stream().map(Country::code).toList(),
                change.effectiveOn(),
                change.words(),
                change.announcedAt(),
                change.announcedBy(),
                change.total(),
                change.told(),
                change.isFinished(),
                counts,
                change.withdrawnAt().orElse(null),
                change.isWithdrawn() ? change.withdrawnReason() : null,
                change.isWithdrawn() && change.isRetold());
    }

    /** How it stands towards one controller, with what proves that it was told. */
    @Schema(name = "SubProcessorChangeNotice")
    public record NoticeJson(
            UUID id,
            String contract,
            String controller,

            @Schema(description = "The clause that says what is to be asked, by its id")
            String clause,

            String cited,

            @Schema(description = "Whether the controller's answer counts")
            boolean asks,

            @Schema(description = "Whether the change may go ahead without an answer")
            boolean silence,

            @Schema(enumeration = {"waiting", "consented", "objected", "unopposed", "informed", "barred"})
            String state,

            Instant toldAt,
            String recipient,
            String mail,
            Instant deliveredAt,
            String serverAnswer,
            Instant answerUntil,
            int reminders,
            Instant answeredAt,
            String answeredBy,
            String reason,
            Instant effectiveAt,
            String problem) {

        static NoticeJson of(Proof proof, Locale language) {
            ChangeNotice one = proof.notice();
            return new NoticeJson(
                    one.id(),
                    one.contractNumber(),
                    one.controllerName(),
                    one.clause(),
                    one.cited(),
                    one.asks(),
                    one.silence(),
                    KebabCase.of(one.state()),
                    one.toldAt(),
                    one.recipient(),
                    proof.mail().map(Outbox.Sent::messageId).orElse(null),
                    proof.mail().flatMap(Outbox.Sent::sentAt).orElse(null),
                    proof.mail().flatMap(Outbox.Sent::answer).orElse(null),
                    one.dueAt(),
                    one.reminded(),
                    one.answeredAt().orElse(null),
                    one.answeredBy(),
                    one.reason(),
                    one.effectiveAt().orElse(null),
                    one.problem().map(why -> why.in(language)).orElse(null));
        }
    }
}
