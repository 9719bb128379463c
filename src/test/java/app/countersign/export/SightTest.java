package app.countersign.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.access.Remit;
import app.countersign.access.Roles;
import app.countersign.kernel.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an account may take away, asked again while the archive is built: an auditor's time may end meanwhile. */
class SightTest {

    private static final UUID OKOMO = UUID.randomUUID();
    private static final UUID OCULAVIS = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    private final EvidenceExport export = export(Optional.empty());

    private static EvidenceExport export(Optional<UUID> contract) {
        Choice choice = new Choice(Set.of(OKOMO), "", contract, "", Set.of(), FIRST, LAST, Locale.ENGLISH);
        return new EvidenceExport(choice, UUID.randomUUID(), "Ada Auditor", NOW);
    }

    private static Sight auditor(Remit remit, Optional<Instant> until) {
        return new Sight(Set.of(Roles.AUDITOR), remit, true, until);
    }

    private static Remit remit(Set<String> rooms, LocalDate from, LocalDate to) {
        return new Remit(false, Set.of(OKOMO), rooms, Optional.ofNullable(from), Optional.ofNullable(to));
    }

    private static final Remit ALL_ROOMS = remit(Set.of(), null, null);

    @Test
    void anAuditorTakesAwayWhatIsTheirs() {
        assertThat(auditor(ALL_ROOMS, Optional.of(NOW.plusSeconds(1))).refuses(export, NOW))
                .isEmpty();
        assertThat(auditor(remit(Set.of("export", "measure"), FIRST, LAST), Optional.empty())
                        .refuses(export, NOW))
                .isEmpty();
    }

    @Test
    void whoseTimeHasEndedGetsNoArchive() {
        assertThat(auditor(ALL_ROOMS, Optional.of(NOW)).refuses(export, NOW).map(Reason::key))
                .contains("export.problem.account-ended");
        assertThat(new Sight(Set.of(Roles.AUDITOR), ALL_ROOMS, false, Optional.empty())
                        .refuses(export, NOW)
                        .map(Reason::key))
                .contains("export.problem.account-ended");
    }

    @Test
    void whatIsOutsideOfTheRemitIsNotHandedOut() {
        refused(auditor(Remit.of(Set.of(OCULAVIS)), Optional.empty()), export);
        refused(auditor(remit(Set.of("measure"), null, null), Optional.empty()), export);
        refused(auditor(remit(Set.of("export"), null, null), Optional.empty()), export);
        refused(auditor(remit(Set.of(), FIRST.plusDays(1), null), Optional.empty()), export);
        refused(auditor(remit(Set.of(), null, LAST.minusDays(1)), Optional.empty()), export);
        refused(new Sight(Set.of(Roles.SIGNATORY), ALL_ROOMS, true, Optional.empty()), export);
        EvidenceExport ofContract = export(Optional.of(UUID.randomUUID()));
        refused(auditor(remit(Set.of("export", "measure"), null, null), Optional.empty()), ofContract);
        refused(new Sight(Set.of(Roles.ADMINISTRATOR), ALL_ROOMS, true, Optional.empty()), ofContract);
    }

    private static void refused(Sight sight, EvidenceExport export) {
        assertThat(sight.refuses(export, NOW).map(Reason::key)).contains("export.problem.remit");
    }

    @Test
    void registerAndTrailAreForThoseWhoReadThem() {
        Sight narrow = auditor(remit(Set.of("export", "measure"), null, null), Optional.empty());
        assertThat(narrow.seesRegister()).isFalse();
        assertThat(narrow.seesTrail()).isFalse();
        Sight legal = new Sight(Set.of(Roles.LEGAL), ALL_ROOMS, true, Optional.empty());
        assertThat(legal.seesRegister()).isTrue();
        assertThat(legal.seesTrail()).isFalse();
        assertThat(legal.seesAll()).isFalse();
    }

    @Test
    void theChoiceStaysWhateverBecomesOfTheArchive() {
        export.begin(NOW);
        export.cancel(NOW);
        assertThat(export.state()).isEqualTo(ExportState.CANCELLED);
        export.resume();
        assertThat(export.state()).isEqualTo(ExportState.WAITING);
        export.begin(NOW);
        export.fail(Reason.of("export.problem.full", 7L, 3L), NOW);
        assertThat(export.problem()).contains(Reason.of("export.problem.full", 7L, 3L));
        export.resume();
        assertThat(export.problem()).isEmpty();
        assertThat(export.askedAt()).isEqualTo(NOW);
        assertThat(export.to()).isEqualTo(Instant.parse("2026-07-01T00:00:00Z"));
    }
}
