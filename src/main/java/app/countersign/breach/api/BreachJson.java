package app.countersign.breach.api;

import app.countersign.breach.Breach;
import app.countersign.breach.BreachDetails;
import app.countersign.breach.Concern;
import app.countersign.breach.Extent;
import app.countersign.deadline.Deadline;
import app.countersign.kernel.KebabCase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A breach as programs read it. */
@Schema(name = "Breach")
public record BreachJson(
        UUID id,
        String number,
        String state,
        String title,
        String description,
        Instant awareAt,
        Instant occurredAt,
        String noticedBy,
        String systems,
        List<String> dataCategories,
        List<String> harms,
        RangeJson persons,
        RangeJson records,
        String consequences,
        String measures,
        boolean ownController,
        Instant reportedAt,

        @Schema(description = "The controllers concerned, each with the clocks that its contract starts")
        List<ConcernJson> controllers,

        @Schema(description = "Clocks towards authorities, and of a suspicion's review")
        List<ClockJson> deadlines,

        @Schema(description = "The letters to controllers and persons, without their words")
        List<NoticeJson> notices,

        @Schema(description = "How many controllers' clocks are yet to be started, right after a very large report")
        long unstarted,

        @Schema(
                description =
                        "Open ones that may be the same, reported twice: known at about the same time, called alike")
        List<SimilarJson> similar,

        long version) {

    @Schema(name = "SimilarBreach")
    public record SimilarJson(UUID id, String number, String title, Instant awareAt) {

        static SimilarJson of(Breach breach) {
            return new SimilarJson(
                    breach.id(),
                    breach.number(),
                    breach.facts().title(),
                    breach.awareAt().orElse(null));
        }
    }

    /** Ends that are not known are left out. */
    @Schema(name = "Range")
    public record RangeJson(Long least, Long most) {

        static RangeJson of(Extent extent) {
            return new RangeJson(
                    extent.least().isPresent() ? extent.least().getAsLong() : null,
                    extent.most().isPresent() ? extent.most().getAsLong() : null);
        }
    }

    @Schema(name = "ConcernedController")
    public record ConcernJson(
            UUID id,
            String controller,
            String contract,

            @Schema(description = "found, confirmed, excluded")
            String state,

            boolean contractEnded,
            String reason,
            List<ClockJson> deadlines) {

        static ConcernJson of(Concern concern, List<Deadline> deadlines) {
            return new ConcernJson(
                    concern.id(),
                    concern.controllerName(),
                    concern.contractNumber(),
                    KebabCase.of(concern.state()),
                    concern.isContractEnded(),
                    concern.reason().orElse(null),
                    deadlines.stream().map(ClockJson::of).toList());
        }
    }

    @Schema(name = "BreachClock")
    public record ClockJson(
            UUID id, String kind, String clause, Instant startsAt, Instant dueAt, Instant legalEnd, String state) {

        static ClockJson of(Deadline deadline) {
            return new ClockJson(
                    deadline.id(),
                    deadline.kind(),
                    deadline.clause(),
                    deadline.startsAt(),
                    deadline.dueAt(),
                    deadline.legalEndAt(),
                    KebabCase.of(deadline.state()));
        }
    }

    static BreachJson of(BreachDetails details) {
        Breach breach = details.breach();
        return new BreachJson(
                breach.id(),
                breach.number(),
                KebabCase.of(breach.state()),
                breach.facts().title(),
                breach.facts().description(),
                breach.awareAt().orElse(null),
                breach.occurredAt().orElse(null),
                breach.facts().noticedBy(),
                breach.facts().systems(),
                breach.facts().dataCategories(),
                breach.facts().harms().stream().map(KebabCase::of).toList(),
                RangeJson.of(breach.facts().persons()),
                RangeJson.of(breach.facts().records()),
                breach.facts().consequences(),
                breach.facts().measures(),
                breach.isOwnController(),
                breach.reportedAt(),
                details.concerns().stream()
                        .map(concern -> ConcernJson.of(concern, details.deadlinesOf(concern.id())))
                        .toList(),
                details.deadlines().stream()
                        .filter(deadline -> deadline.subject().part().isEmpty())
                        .map(ClockJson::of)
                        .toList(),
                details.notices().stream().map(NoticeJson::of).toList(),
                details.unstarted(),
                details.similar().stream().map(SimilarJson::of).toList(),
                breach.version());
    }
}
