package app.countersign.subprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.terms.Span;
import app.countersign.terms.Template;
import app.countersign.terms.Templates;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the three real contracts demand before a sub-processor changes. */
class EngageRuleTest {

    private static final Templates TEMPLATES = Templates.read(Path.of("contracts-templates"));

    private static Template form(String code) {
        return TEMPLATES.find(code).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // Okomo: prior written consent. 360dialog: consent. Silence is none.
        "okomo-dpa, NEW, false, 6-7, true, false",
        "okomo-dpa, MOVED, false, 6-7, true, false",
        "360dialog-dpa, REPLACED, false, 6-1, true, false",
        // oculavis: told 14 days ahead, may object; a further sub-processor needs consent.
        "oculavis-dpa, NEW, false, sub-processors-b, true, true",
        "oculavis-dpa, NEW, true, sub-processors-c-3, true, false",
        // Who goes needs nobody's leave.
        "okomo-dpa, ENDED, false, 6-7, false, true",
        "oculavis-dpa, ENDED, false, sub-processors-b, false, true",
        "360dialog-dpa, ENDED, true, 6-1, false, true"
    })
    void everyContractHasItsOwnRule(
            String form, ChangeKind kind, boolean further, String clause, boolean asks, boolean silence) {
        EngageRule rule = EngageRule.of(form(form), kind, further);

        assertThat(rule.clause()).isEqualTo(clause);
        assertThat(rule.asks()).isEqualTo(asks);
        assertThat(rule.silence()).isEqualTo(silence);
    }

    @Test
    void oculavisTellsFourteenDaysAhead() {
        assertThat(EngageRule.of(form("oculavis-dpa"), ChangeKind.NEW, false).notice())
                .contains(Span.of("P14D"));
        assertThat(EngageRule.of(form("okomo-dpa"), ChangeKind.NEW, false).notice())
                .isEmpty();
    }
}
