package app.countersign.breach.api;

import app.countersign.breach.Breach;
import app.countersign.breach.BreachDetails;
import app.countersign.breach.Concern;
import app.countersign.breach.ConcernRow;
import app.countersign.breach.ConcernState;
import app.countersign.breach.Extent;
import app.countersign.breach.Standing;
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

        @Schema(description = "Names of the sub-processors at which it happened")
        List<String> subProcessors,

        List<String> harms,
        RangeJson persons,
        RangeJson records,
        String consequences,
        String measures,
        boolean ownController,
        Instant reportedAt,

        @Schema(description = "The first 200 controllers by name, each with the clocks that its contract starts")
        List<ConcernJson> controllers,

        @Schema(description = "What to give /controllers as after for the others; left out if these are all")
        UUID controllersNext,

        ConcernCountsJson controllerCounts,

        @Schema(description = "Clocks towards authorities, and of a suspicion's review")
        List<ClockJson> deadlines,

        @Schema(description = "The first 200 letters to controllers and persons, without their words")
        List<NoticeJson> notices,

        @Schema(description = "What to give /notices as after for the others; left out if these are all")
        UUID noticesNext,

        NoticeJson.CountsJson noticeCounts,

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

        static ConcernJson of(ConcernRow row) {
            Concern concern = row.concern();
            return new ConcernJson(
                    concern.id(),
                    concern.controllerName(),
                    concern.contractNumber(),
                    KebabCase.of(concern.state()),
                    concern.isContractEnded(),
                    concern.reason().orElse(null),
                    row.deadlines().stream().map(ClockJson::of).toList());
        }
    }

    @Schema(name = "ConcernedControllerCounts")
    public record ConcernCountsJson(long found, long confirmed, long excluded) {

        static ConcernCountsJson of(Standing standing) {
            return new ConcernCountsJson(
                    standing.in(ConcernState.FOUND),
                    standing.in(ConcernState.CONFIRMED),
                    standing.in(ConcernState.EXCLUDED));
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
                details.subProcessors(),
                breach.facts().harms().stream().map(KebabCase::of).toList(),
                RangeJson.of(breach.facts().persons()),
                RangeJson.of(breach.facts().records()),
                breach.facts().consequences(),
                breach.facts().measures(),
                breach.isOwnController(),
                breach.reportedAt(),
                details.controllers().items().stream().map(ConcernJson::of).toList(),
                details.controllers().next().orElse(null),
                ConcernCountsJson.of(details.standing()),
                details.standing().own().stream().map(ClockJson::of).toList(),
                details.notices().items().stream().map(NoticeJson::of).toList(),
                details.notices().next().orElse(null),
                NoticeJson.CountsJson.of(details.notices().counts()),
                details.standing().unstarted(),
                details.similar().stream().map(SimilarJson::of).toList(),
                breach.version());
    }
}
