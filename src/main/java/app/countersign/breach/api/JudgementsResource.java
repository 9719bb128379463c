package app.countersign.breach.api;

import app.countersign.access.Scoped;
import app.countersign.breach.Assessment;
import app.countersign.breach.Judgement;
import app.countersign.breach.Judging;
import app.countersign.breach.Severity;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.KebabCase;
import app.countersign.kernel.Reason;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /breaches/{id}/judgements}: how severe a breach is, by ENISA's method. */
@Path("/breaches/{id}/judgements")
@Scoped("breaches")
@Tag(name = "Breaches")
@Produces(MediaType.APPLICATION_JSON)
public class JudgementsResource {

    @Inject
    private Judging judging;

    /** A judgement as programs write it. */
    @Schema(name = "SeverityAssessment")
    public record AssessmentJson(
            @Schema(description = "simple, behavioural, financial, sensitive", required = true)
            String nature,

            @Schema(description = "The score of the processing context, 1-4, where it is another than its kind's own")
            Integer context,

            @Schema(description = "Why it is another; needed then")
            String contextReason,

            @Schema(description = "negligible, limited, significant, maximum", required = true)
            String ease,

            String easeReason,

            @Schema(description = "none, partial, full; none if left out")
            String confidentiality,

            String integrity,
            String availability,
            boolean malicious,
            String circumstancesReason,

            @Schema(description = "Whether nobody can read the data who must not")
            boolean unintelligible) {

        Assessment assessment() {
            return new Assessment(
                    nature,
                    context,
                    contextReason,
                    ease,
                    easeReason,
                    confidentiality,
                    integrity,
                    availability,
                    malicious,
                    circumstancesReason,
                    unintelligible);
        }
    }

    /** A judgement as programs read it. */
    @Schema(name = "SeverityJudgement")
    public record JudgementJson(
            UUID id,

            @Schema(description = "SE = DPC x EI + CB") BigDecimal score,

            @Schema(description = "low, medium, high, very-high")
            String level,

            String formula,
            String nature,
            int context,
            String contextReason,
            String ease,
            BigDecimal easeWeight,
            String easeReason,
            String confidentiality,
            String integrity,
            String availability,
            boolean malicious,
            BigDecimal circumstances,
            String circumstancesReason,
            boolean overHundredPersons,
            boolean unintelligible,
            Instant judgedAt,
            String judgedBy) {

        static JudgementJson of(Judgement judgement) {
            Severity severity = judgement.severity();
            return new JudgementJson(
                    judgement.id(),
                    judgement.score(),
                    KebabCase.of(judgement.level()),
                    severity.formula(Locale.ROOT),
                    KebabCase.of(severity.nature()),
                    severity.context(),
                    judgement.contextReason(),
                    KebabCase.of(severity.ease()),
                    severity.ease().weight(),
                    judgement.easeReason(),
                    KebabCase.of(severity.confidentiality()),
                    KebabCase.of(severity.integrity()),
                    KebabCase.of(severity.availability()),
                    severity.malicious(),
                    severity.circumstances(),
                    judgement.circumstancesReason(),
                    judgement.concernsMany(),
                    judgement.isUnintelligible(),
                    judgement.judgedAt(),
                    judgement.judgedBy());
        }
    }

    @Schema(name = "SeverityJudgementList")
    public record ListJson(List<JudgementJson> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Judge how severe it is; earlier judgements stay")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = JudgementJson.class)),
            description = "The judgement. Where the risk is high and we are controller, further deadlines have started")
    public Response judge(@PathParam("id") String id, AssessmentJson body) {
        if (body == null) {
            throw Invalid.field("nature", Reason.of("kernel.text.missing"));
        }
        Judgement judgement = judging.judge(BreachId.of(id), body.assessment());
        return Response.status(Response.Status.CREATED)
                .entity(JudgementJson.of(judgement))
                .build();
    }

    @GET
    @Operation(summary = "All judgements of its severity, the latest first")
    public ListJson list(@PathParam("id") String id) {
        return new ListJson(
                judging.history(BreachId.of(id)).stream().map(JudgementJson::of).toList());
    }
}
