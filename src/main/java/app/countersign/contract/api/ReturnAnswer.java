package app.countersign.contract.api;

import app.countersign.contract.ReturnDetails;
import app.countersign.contract.ReturnProtocol;
import app.countersign.contract.ReturnedFile;
import app.countersign.document.Difference;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came back, as the API tells it. */
@JsonbPropertyOrder({
    "verdict",
    "reasons",
    "values",
    "differences",
    "signatures",
    "soundlySigned",
    "outcome",
    "id",
    "contract",
    "number",
    "contractState",
    "fileName",
    "size",
    "sha256",
    "door",
    "from",
    "cameAt",
    "letterSent",
    "decision"
})
@Schema(name = "ReturnedFile")
public record ReturnAnswer(
        @Schema(
                description = "Compared with the form that went out",
                enumeration = {"honest", "doubtful", "altered", "unreadable"})
        String verdict,

        @Schema(description = "Why, and why a person has to decide if so; in sentences that name page and place")
        List<String> reasons,

        @Schema(description = "What was filled in, by field: controller.company")
        Map<String, String> values,

        @Schema(description = "Whether the values were read from the words on the page, since the fields are gone")
        boolean valuesProposed,

        @Schema(description = "What differs from the form that went out, in the order of the pages")
        List<DifferenceAnswer> differences,

        List<VerificationAnswer.SignatureAnswer> signatures,

        @Schema(
                description = "Whether the controller's own signatures are sound and cover an unaltered file: then the"
                        + " countersignature is added to this very file")
        boolean soundlySigned,

        @Schema(
                description = "taken: stands in the contract; waiting: a person decides; refused: the controller was"
                        + " told why; kept: nothing follows",
                enumeration = {"taken", "waiting", "refused", "kept"})
        String outcome,

        UUID id,
        UUID contract,
        String number,
        String contractState,
        String fileName,
        @Schema(description = "In bytes") long size,
        String sha256,

        @Schema(enumeration = {"page", "api", "link", "mail"})
        String door,

        String from,
        Instant cameAt,
        boolean letterSent,

        @Schema(description = "Absent where the rules decided")
        Decision decision) {

    /** Who decided, and why. */
    @Schema(name = "ReturnDecision")
    public record Decision(Instant at, String by, String reason) {}

    static ReturnAnswer of(ReturnDetails file, Locale language) {
        ReturnProtocol protocol = file.protocol();
        return new ReturnAnswer(
                KebabCase.of(file.verdict()),
                reasons(protocol).map(reason -> reason.in(language)).toList(),
                protocol.assessment().values(),
                protocol.assessment().proposed(),
                protocol.assessment().differences().stream()
                        .map(difference -> DifferenceAnswer.of(difference, language))
                        .toList(),
                protocol.assessment().signatures().stream()
                        .map(signature -> VerificationAnswer.SignatureAnswer.of(signature, language))
                        .toList(),
                protocol.assessment().soundlySigned(),
                KebabCase.of(file.state()),
                file.id(),
                file.contractId(),
                file.number(),
                KebabCase.of(file.contractState()),
                file.fileName(),
                file.size(),
                file.sha256(),
                KebabCase.of(file.door()),
                file.broughtBy(),
                file.cameAt(),
                file.letterSent(),
                file.decidedBy()
                        .map(by -> new Decision(
                                file.decidedAt().orElse(null),
                                by,
                                file.decisionReason().orElse(null)))
                        .orElse(null));
    }

    private static Stream<Reason> reasons(ReturnProtocol protocol) {
        return Stream.concat(protocol.assessment().reasons().stream(), protocol.doubts().stream());
    }

    /** One thing in which the file differs. */
    @JsonbPropertyOrder({"page", "before", "after", "altered", "text", "area"})
    @Schema(name = "ReturnDifference")
    public record DifferenceAnswer(
            @Schema(description = "From 1; 0 for the file as a whole")
            int page,

            String before,
            String after,

            @Schema(description = "Whether the form was altered by it; else a person has to look")
            boolean altered,

            String text,

            @Schema(description = "Where on the page, in points from its lower left corner: x, y, width, height")
            List<Float> area) {

        static DifferenceAnswer of(Difference difference, Locale language) {
            return new DifferenceAnswer(
                    difference.page(),
                    difference.before(),
                    difference.after(),
                    difference.weighty(),
                    difference.reason().in(language),
                    difference
                            .area()
                            .map(area -> List.of(area.x(), area.y(), area.width(), area.height()))
                            .orElse(null));
        }
    }

    /** A line of a list. */
    @JsonbPropertyOrder({"id", "verdict", "outcome", "fileName", "size", "sha256", "door", "from", "cameAt"})
    @Schema(name = "ReturnedFileRow")
    public record Row(
            UUID id,
            String verdict,
            String outcome,
            String fileName,
            long size,
            String sha256,
            String door,
            String from,
            Instant cameAt) {

        static Row of(ReturnedFile file) {
            return new Row(
                    file.id(),
                    KebabCase.of(file.verdict()),
                    KebabCase.of(file.state()),
                    file.fileName(),
                    file.size(),
                    file.sha256(),
                    KebabCase.of(file.door()),
                    file.broughtBy(),
                    file.cameAt());
        }
    }
}
