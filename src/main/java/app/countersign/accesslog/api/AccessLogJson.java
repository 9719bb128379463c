package app.countersign.accesslog.api;

import app.countersign.accesslog.AccessEntry;
import app.countersign.accesslog.AccessRecords;
import app.countersign.accesslog.Review;
import app.countersign.accesslog.Reviewing;
import app.countersign.accesslog.Summary;
import app.countersign.deadline.Deadline;
import app.countersign.kernel.KebabCase;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the access log is said in the API. */
final class AccessLogJson {

    /** Looked for once: each look opens every JAR. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private AccessLogJson() {}

    @Schema(name = "AccessPage")
    public record PageJson(
            List<EntryJson> items,

            @Schema(description = "What to ask with as cursor for the page after this one; null on the last")
            String next) {}

    @Schema(name = "Access")
    public record EntryJson(
            long id,
            Instant at,

            @Schema(
                    description =
                            "sign-in, sign-out, sign-in-failed, locked, refused, list, search, view, download, export")
            String act,

            @Schema(description = "account, customer, stranger or system")
            String kind,

            @Schema(description = "Under which the person stands in the trail")
            UUID pseudonym,

            @Schema(description = "The person's name while it is known")
            String who,

            @Schema(description = "page, api, link or job") String door,

            @Schema(description = "The API key that spoke") UUID key,

            @Schema(description = "The network address it came from, unless it is forgotten")
            String from,

            String object,

            @Schema(description = "Null for a list") UUID objectId,

            UUID processor,

            @Schema(description = "How often, where attempts are told together")
            int times) {

        static EntryJson of(AccessRecords.Line line) {
            AccessEntry entry = line.entry();
            return new EntryJson(
                    entry.id(),
                    entry.at(),
                    KebabCase.of(entry.act()),
                    entry.actorKind(),
                    entry.actor().orElse(null),
                    line.who().isEmpty() ? null : line.who(),
                    entry.door(),
                    entry.apiKey().orElse(null),
                    entry.address().orElse(null),
                    entry.objectKind(),
                    entry.objectId().orElse(null),
                    entry.processor().orElse(null),
                    entry.times());
        }
    }

    @Schema(name = "AccessReviews")
    public record ReviewsJson(
            @Schema(description = "The one to be confirmed next; null if no template demands any")
            DueJson due,

            List<ReviewJson> items) {}

    @Schema(name = "AccessReviewDue")
    public record DueJson(
            UUID id,

            @Schema(description = "What demands it: template and clause")
            String clause,

            @Schema(description = "Where the time begins that is looked at")
            Instant from,

            Instant dueAt,

            @Schema(description = "What the log says of that time")
            SummaryJson summary) {

        static DueJson of(Reviewing.Due due) {
            return new DueJson(
                    due.review().id(),
                    due.review().clause(),
                    due.review().beginsAt(),
                    due.deadline().map(Deadline::dueAt).orElse(null),
                    SummaryJson.of(due.summary()));
        }
    }

    @Schema(name = "AccessSummary")
    public record SummaryJson(
            Instant from,
            Instant to,

            @Schema(
                    description =
                            "Where the log begins, if there is less to compare with than a time of the same length")
            Instant since,

            List<CountJson> counts,

            @Schema(description = "Who was there outside of usual hours, most often first")
            List<PersonJson> unusualHours,

            @Schema(description = "Who was refused something, most often first")
            List<PersonJson> refused,

            @Schema(description = "From where somebody came for the first time, the newest first")
            List<AddressJson> newAddresses,

            @Schema(description = "Attempts to sign in that failed, the newest first")
            List<EntryJson> failures,

            @Schema(description = "What was taken away, the newest first")
            List<EntryJson> exports,

            @Schema(description = "Changes of keys, accounts, roles and second factors, the newest first")
            List<RightJson> rights) {

        static SummaryJson of(Summary summary) {
            return new SummaryJson(
                    summary.from(),
                    summary.to(),
                    summary.since().orElse(null),
                    summary.counts().stream()
                            .map(c -> new CountJson(KebabCase.of(c.act()), c.now(), c.before()))
                            .toList(),
                    persons(summary.unusual()),
                    persons(summary.refused()),
                    summary.addresses().stream()
                            .map(a -> new AddressJson(a.pseudonym(), a.name(), a.address(), a.first()))
                            .toList(),
                    summary.failures().stream().map(EntryJson::of).toList(),
                    summary.exports().stream().map(EntryJson::of).toList(),
                    summary.rights().stream()
                            .map(e -> new RightJson(e.at(), e.name(), e.actorName(), e.objectId(), e.facts()))
                            .toList());
        }

        private static List<PersonJson> persons(List<Summary.Person> found) {
            return found.stream()
                    .map(p -> new PersonJson(p.pseudonym(), p.name(), p.times()))
                    .toList();
        }
    }

    @Schema(name = "AccessCount")
    public record CountJson(
            String act,
            long now,

            @Schema(description = "In as long a time before")
            long before) {}

    @Schema(name = "AccessPerson")
    public record PersonJson(UUID pseudonym, String who, long times) {}

    @Schema(name = "AccessAddress")
    public record AddressJson(UUID pseudonym, String who, String address, Instant first) {}

    @Schema(name = "AccessRight")
    public record RightJson(Instant at, String event, String who, UUID objectId, JsonObject facts) {}

    @Schema(name = "AccessReview")
    public record ReviewJson(
            UUID id,
            String clause,
            Instant from,
            Instant until,

            @Schema(description = "Null if it was waived") String confirmedBy,

            String remarks,

            @Schema(description = "What there was to see") JsonObject figures) {

        static ReviewJson of(Reviewing.Past past) {
            Review review = past.review();
            return new ReviewJson(
                    review.id(),
                    review.clause(),
                    review.beginsAt(),
                    review.endsAt().orElse(null),
                    past.by().isEmpty() ? null : past.by(),
                    review.remarks().orElse(null),
                    review.figures().map(AccessLogJson::read).orElse(null));
        }
    }

    private static JsonObject read(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    @Schema(name = "AccessReviewConfirmation")
    public record Confirmation(
            @Schema(description = "What was found, or that nothing was; the reason, if the review is late")
            String remarks,

            @Schema(description = "The review that was looked at; the one that is due, if it is left out")
            UUID review) {}
}
