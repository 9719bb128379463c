package app.countersign.subprocessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.countersign.kernel.Country;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngagementDetailsTest {

    private static EngagementDetails.Typed typed(String places, String personal, String data, String since) {
        return new EngagementDetails.Typed(
                "Hosting", places, personal, data, "signed", true, List.of("scc"), "", "", "", since, "2026-02-01");
    }

    @Test
    void countriesAreReadByCodeAndByNameInBothLanguages() {
        EngagementDetails read = EngagementDetails.read(typed("Deutschland, us; United Kingdom,DE", "yes", "", ""));

        assertThat(read.places()).extracting(Country::code).containsExactly("DE", "US", "GB");
        assertThat(read.safeguards()).containsExactly(Safeguard.SCC);
        assertThat(read.since()).isEmpty();
    }

    @Test
    void everyFieldThatIsWrongHasItsComplaint() {
        Map<String, Reason> complaints = catchThrowableOfType(
                        () -> EngagementDetails.read(new EngagementDetails.Typed(
                                " ",
                                "Atlantis, XX",
                                "perhaps",
                                "",
                                "",
                                false,
                                List.of("promise"),
                                "x".repeat(201),
                                "",
                                "no-id",
                                "1.2.2026",
                                "2026-02-30")),
                        Invalid.class)
                .complaints();

        assertThat(complaints)
                .containsOnlyKeys(
                        "service", "places", "personal", "basis", "safeguards", "document", "parent", "since", "until");
        assertThat(complaints.get("places").in(Locale.GERMAN)).contains("Atlantis, XX");
    }

    @Test
    void whoComesByDataInSomeCasesSaysInWhich() {
        assertThat(catchThrowableOfType(() -> EngagementDetails.read(typed("DE", "conditional", "", "")), Invalid.class)
                        .complaints())
                .containsOnlyKeys("data");
    }

    @Test
    void yearsThatNobodyMeansAreRefused() {
        assertThat(catchThrowableOfType(
                                () -> EngagementDetails.read(typed("DE", "yes", "", "-999999999-01-01")), Invalid.class)
                        .complaints())
                .containsOnlyKeys("since");
        assertThat(catchThrowableOfType(
                                () -> EngagementDetails.read(typed("DE", "yes", "", "+999999999-12-31")), Invalid.class)
                        .complaints())
                .containsOnlyKeys("since");
    }

    @Test
    void theLastDayIsNotBeforeTheFirst() {
        assertThat(catchThrowableOfType(
                                () -> EngagementDetails.read(typed("DE", "yes", "", "2026-02-02")), Invalid.class)
                        .complaints())
                .containsOnlyKeys("until");
    }
}
