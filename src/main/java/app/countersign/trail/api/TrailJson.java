package app.countersign.trail.api;

import app.countersign.kernel.Texts;
import app.countersign.trail.Head;
import app.countersign.trail.TrailEntry;
import app.countersign.trail.TrailWords;
import app.countersign.trail.Verification;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the trail is said in the API. */
final class TrailJson {

    private TrailJson() {}

    @Schema(name = "TrailPage")
    public record PageJson(
            List<EntryJson> items,

            @Schema(description = "What to ask with as cursor for the page after this one; null on the last")
            String next) {}

    @Schema(name = "TrailEntry")
    public record EntryJson(
            long id,

            @Schema(description = "Its place in the chain; null in the first moments, until it has one")
            Long position,

            Instant at,

            @Schema(description = "account, customer, stranger or system")
            String kind,

            @Schema(description = "Under which the person stands in the trail")
            UUID pseudonym,

            @Schema(description = "The person's name while it is known")
            String who,

            @Schema(description = "page, api, link or job") String channel,

            @Schema(description = "The network address it came from, unless it is forgotten")
            String from,

            String event,
            String text,
            String object,
            UUID objectId,
            String label,
            String clause,
            JsonObject facts,

            @Schema(description = "Of the facts that changed, what they were")
            JsonObject before,

            @Schema(description = "How many facts about persons are forgotten")
            long forgotten,

            String hash) {}

    @Schema(name = "TrailVerification")
    public record VerificationJson(
            UUID id,
            Instant askedAt,
            Instant finishedAt,
            long rows,
            long total,
            boolean finished,

            @Schema(description = "Null until it is finished")
            Boolean whole,

            long flaws,
            List<FindingJson> findings,
            JsonObject head) {}

    @Schema(name = "TrailFinding")
    public record FindingJson(
            @Schema(description = "trail.flaw.edited") String code, String text) {}

    static EntryJson of(TrailEntry entry, Locale language) {
        TrailWords words = new TrailWords(Texts.of(language));
        return new EntryJson(
                entry.id(),
                entry.position().isPresent() ? entry.position().getAsLong() : null,
                entry.at(),
                entry.actorKind(),
                entry.pseudonym().orElse(null),
                words.who(entry),
                entry.channel(),
                entry.address().orElse(null),
                entry.name(),
                words.what(entry),
                entry.objectKind(),
                entry.objectId(),
                entry.label().orElse(null),
                entry.clause().orElse(null),
                entry.facts(),
                entry.before(),
                entry.forgotten(),
                entry.hash().orElse(null));
    }

    static VerificationJson of(Verification v, Locale language) {
        return new VerificationJson(
                v.id(),
                v.askedAt(),
                v.finishedAt().orElse(null),
                v.rows(),
                v.total(),
                v.isFinished(),
                v.isFinished() ? v.isWhole() : null,
                v.flaws(),
                v.findings().stream()
                        .map(reason -> new FindingJson(reason.key(), reason.in(language)))
                        .toList(),
                v.head().map(Head::toJson).orElse(null));
    }
}
