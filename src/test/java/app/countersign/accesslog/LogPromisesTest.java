package app.countersign.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.accesslog.LogPromises.Promise;
import app.countersign.terms.Span;
import app.countersign.terms.Template;
import app.countersign.terms.Templates;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the shipped templates promise of the log: 360dialog how long it is kept, Okomo how often it is looked at. */
class LogPromisesTest {

    private static final Templates SHIPPED = Templates.read(Path.of("contracts-templates"));

    private static List<Template> templates(String... codes) {
        return Stream.of(codes).map(code -> SHIPPED.find(code).orElseThrow()).toList();
    }

    @Test
    void whatIsSaidOfAccessLogsGoesBeforeWhatIsSaidOfLogsAtLarge() {
        assertThat(LogPromises.kept(templates("okomo-dpa", "oculavis-dpa", "360dialog-dpa")))
                .contains(new Promise(Span.of("P3M"), "360dialog-dpa DPA2-1-3-access-log-p1", List.of()));
    }

    @Test
    void whereOnlyLogsAtLargeAreSpokenOfTheirTimeCounts() {
        assertThat(LogPromises.kept(templates("okomo-dpa", "oculavis-dpa")))
                .contains(new Promise(Span.of("P30D"), "oculavis-dpa measures-retention", List.of()));
    }

    @Test
    void whereNobodySaysHowLongNothingIsInvented() {
        assertThat(LogPromises.kept(templates("okomo-dpa"))).isEmpty();
        assertThat(LogPromises.kept(List.of())).isEmpty();
    }

    @Test
    void theReviewIsOkomos() {
        assertThat(LogPromises.reviewed(templates("360dialog-dpa", "oculavis-dpa", "okomo-dpa")))
                .contains(new Promise(Span.of("P1M"), "okomo-dpa A-1-use-3", List.of()));
        assertThat(LogPromises.reviewed(templates("360dialog-dpa"))).isEmpty();
    }
}
