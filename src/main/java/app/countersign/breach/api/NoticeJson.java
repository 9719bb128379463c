package app.countersign.breach.api;

import app.countersign.breach.Notice;
import app.countersign.breach.NoticeDetails;
import app.countersign.breach.NoticeReading;
import app.countersign.breach.NoticeState;
import app.countersign.breach.NoticeText;
import app.countersign.breach.Telling;
import app.countersign.kernel.KebabCase;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A notice as programs read it. */
@Schema(name = "BreachNotice")
public record NoticeJson(
        UUID id,

        @Schema(description = "controller, persons") String audience,

        @Schema(description = "The entry under controllers; left out for what goes to the persons")
        UUID controllerId,

        @Schema(description = "Whom it is for") String addressee,

        String contract,

        @Schema(description = "From 1; later facts go out as further phases (Art. 33(4) GDPR)")
        int phase,

        @Schema(description = "draft, unmailable (telephone), queued, sent, bounced")
        String state,

        @Schema(description = "What keeps it from being mailed, or did")
        String problem,

        String language,
        boolean amended,
        Instant toldAt,
        String toldBy,
        String channel,
        long version) {

    /** Without words: in lists that say no more than the state. */
    static NoticeJson of(Notice notice) {
        return of(notice, null);
    }

    /** @param reader the language of the problem; null to leave it out */
    static NoticeJson of(Notice notice, Locale reader) {
        return new NoticeJson(
                notice.id(),
                notice.isToPersons() ? "persons" : "controller",
                notice.concernId().orElse(null),
                notice.addressee(),
                notice.contractNumber(),
                notice.phase(),
                KebabCase.of(notice.state()),
                notice.problem()
                        .filter(problem -> reader != null)
                        .map(problem -> problem.in(reader))
                        .orElse(null),
                notice.language().toLanguageTag(),
                notice.isAmended(),
                notice.toldAt().orElse(null),
                notice.toldBy().orElse(null),
                notice.channel().map(KebabCase::of).orElse(null),
                notice.version());
    }

    /** One of them, with its words and its proof. */
    @Schema(name = "BreachNoticeDetails")
    public record DetailsJson(
            UUID id,
            String audience,
            UUID controllerId,
            String addressee,
            String contract,
            int phase,
            String state,
            String problem,
            String language,
            boolean amended,
            Instant toldAt,
            String toldBy,
            String channel,
            String subject,
            String text,

            @Schema(description = "Whether a person wrote the words over facts that have changed since")
            boolean overtaken,

            @Schema(description = "The address to which it would be mailed now")
            String to,

            String contact,
            String phone,
            List<TextJson> texts,
            List<TellingJson> tellings,
            List<ReadingJson> readings,
            long version) {

        static DetailsJson of(NoticeDetails details, Locale reader) {
            NoticeJson notice = NoticeJson.of(details.notice(), reader);
            return new DetailsJson(
                    notice.id(),
                    notice.audience(),
                    notice.controllerId(),
                    notice.addressee(),
                    notice.contract(),
                    notice.phase(),
                    notice.state(),
                    notice.problem(),
                    notice.language(),
                    notice.amended(),
                    notice.toldAt(),
                    notice.toldBy(),
                    notice.channel(),
                    details.words().subject(),
                    details.words().body(),
                    details.overtaken(),
                    details.to().map(Object::toString).orElse(null),
                    details.contact(),
                    details.phone(),
                    details.texts().stream().map(TextJson::of).toList(),
                    details.tellings().stream().map(TellingJson::of).toList(),
                    details.readings().stream().map(ReadingJson::of).toList(),
                    notice.version());
        }
    }

    @Schema(name = "BreachNoticeText")
    public record TextJson(int no, Instant writtenAt, String writtenBy, String subject, String text) {

        static TextJson of(NoticeText text) {
            return new TextJson(
                    text.no(),
                    text.writtenAt(),
                    text.writtenBy(),
                    text.words().subject(),
                    text.words().body());
        }
    }

    @Schema(name = "BreachNoticeTelling")
    public record TellingJson(
            String channel,
            Instant toldAt,
            String recipient,
            String toldBy,
            String remark,
            String textSha256,
            String letterSha256,
            String messageId,

            @Schema(description = "With which words the mail server took it over")
            String smtpAnswer,

            Instant smtpAnsweredAt,
            Instant failedAt,
            String problem) {

        static TellingJson of(Telling telling) {
            return new TellingJson(
                    KebabCase.of(telling.channel()),
                    telling.toldAt(),
                    telling.recipient(),
                    telling.teller(),
                    telling.remark(),
                    telling.textSha256(),
                    telling.letterSha256(),
                    telling.messageId().orElse(null),
                    telling.answer().orElse(null),
                    telling.answeredAt().orElse(null),
                    telling.failedAt().orElse(null),
                    telling.problem().orElse(null));
        }
    }

    @Schema(name = "BreachNoticeReading")
    public record ReadingJson(
            Instant readAt,

            @Schema(description = "The address to which the personal link went")
            String reader) {

        static ReadingJson of(NoticeReading reading) {
            return new ReadingJson(reading.readAt(), reading.reader());
        }
    }

    @Schema(name = "BreachNoticeCounts")
    public record CountsJson(long draft, long unmailable, long queued, long sent, long bounced) {

        static CountsJson of(Map<NoticeState, Long> counts) {
            return new CountsJson(
                    counts.getOrDefault(NoticeState.DRAFT, 0L),
                    counts.getOrDefault(NoticeState.UNMAILABLE, 0L),
                    counts.getOrDefault(NoticeState.QUEUED, 0L),
                    counts.getOrDefault(NoticeState.SENT, 0L),
                    counts.getOrDefault(NoticeState.BOUNCED, 0L));
        }
    }
}
