package app.countersign.subprocessor.api;

import app.countersign.kernel.Country;
import app.countersign.kernel.KebabCase;
import app.countersign.subprocessor.Engagement;
import app.countersign.subprocessor.EngagementRow;
import app.countersign.subprocessor.Judged;
import app.countersign.subprocessor.Placing;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sub-processor as programs see it. */
@Schema(name = "SubProcessor")
public record SubProcessorJson(
        UUID id,
        String processor,
        String name,
        String address,
        String country,
        String service,
        List<String> places,
        String personal,
        String data,
        String basis,
        boolean informed,
        List<String> safeguards,
        String document,
        String remarks,
        UUID parent,
        LocalDate since,
        LocalDate until,
        String state,
        List<JudgedJson> judged,
        long version) {

    @Schema(name = "JudgedPlaces")
    public record JudgedJson(
            @Schema(description = "The contract form; missing where the law alone is asked")
            String template,

            @Schema(description = "How many contracts in force were made with it")
            long contracts,

            List<PlaceJson> places) {

        static JudgedJson of(Judged judged, Locale language) {
            return new JudgedJson(
                    judged.form().isEmpty() ? null : judged.form(),
                    judged.contracts(),
                    judged.placings().stream()
                            .map(placing -> PlaceJson.of(placing, language))
                            .toList());
        }
    }

    @Schema(name = "JudgedPlace")
    public record PlaceJson(
            String country,

            @Schema(enumeration = {"founded", "needs-consent", "unfounded", "forbidden"})
            String verdict,

            String reason,
            String clause,

            @Schema(description = "Last day of the adequacy decision on which it stands, where that ends")
            LocalDate until) {

        static PlaceJson of(Placing placing, Locale language) {
            return new PlaceJson(
                    placing.country().code(),
                    KebabCase.of(placing.verdict()),
                    placing.reason().in(language),
                    placing.clause().orElse(null),
                    placing.until().orElse(null));
        }
    }

    static SubProcessorJson of(EngagementRow row, Locale language) {
        Engagement one = row.engagement();
        return new SubProcessorJson(
                one.id(),
                row.processor(),
                one.name(),
                one.organisation().address(),
                one.organisation().country().code(),
                one.service(),
                one.places().stream().map(Country::code).toList(),
                KebabCase.of(one.personal()),
                one.data(),
                KebabCase.of(one.basis()),
                one.informed(),
                one.safeguards().stream().map(KebabCase::of).toList(),
                one.document().orElse(null),
                one.remarks(),
                one.parent().orElse(null),
                one.since().orElse(null),
                one.until().orElse(null),
                KebabCase.of(row.state()),
                row.judged().stream()
                        .map(judged -> JudgedJson.of(judged, language))
                        .toList(),
                one.version());
    }
}
