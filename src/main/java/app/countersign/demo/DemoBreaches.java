package app.countersign.demo;

import app.countersign.breach.BreachFilter;
import app.countersign.breach.BreachRecords;
import app.countersign.breach.Harm;
import app.countersign.breach.Report;
import app.countersign.breach.Reporting;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A breach whose clock of 24 hours runs, and a suspicion that somebody has to look at. */
@Dependent
class DemoBreaches {

    private static final Duration AWARE_FOR = Duration.ofHours(2);

    @Inject
    private Reporting reporting;

    @Inject
    private BreachRecords records;

    @Inject
    private Clock clock;

    void make() {
        if (!records.page(BreachFilter.ALL, Optional.empty(), 1).items().isEmpty()) {
            return;
        }
        reporting.suspect(new Report(
                "Laptop einer Mitarbeiterin verlegt",
                "Das Gerät ist verschlüsselt; ob das Passwort daran klebte, wird geklärt.",
                "",
                "",
                "",
                "Empfang, Wollerau",
                "Notebook 0417",
                List.of(),
                List.of("okomo"),
                List.of(),
                Set.of(Harm.CONFIDENTIALITY),
                Report.Range.UNKNOWN,
                Report.Range.UNKNOWN,
                false));
        reporting.report(new Report(
                "Sitzungsaufzeichnungen waren ohne Anmeldung abrufbar",
                "Nach einem Update prüfte ein Dienst die Anmeldung nicht mehr. Drei Aufzeichnungen wurden von einer"
                        + " fremden Adresse aus abgerufen.",
                clock.instant().minus(AWARE_FOR).toString(),
                "",
                "",
                "Überwachung des Betriebs",
                "Aufzeichnungsdienst",
                List.of(),
                List.of("oculavis"),
                List.of(),
                Set.of(Harm.CONFIDENTIALITY),
                new Report.Range(3L, 40L),
                new Report.Range(3L, 3L),
                false));
    }
}
