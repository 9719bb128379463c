package app.countersign.measure;

import app.countersign.kernel.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps what probes find, as evidence. Looking itself holds no transaction: it may take its time. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ProbeKeeping {

    private static final int BATCH = 10;

    @Inject
    private Probes probes;

    @Inject
    private Measures measures;

    @Inject
    private MeasureClocks clocks;

    @Inject
    private Keeping keeping;

    @Inject
    private Clock clock;

    /** Those whose time has come. */
    List<Probe> due() {
        return probes.due(clock.instant(), BATCH);
    }

    /** Does nothing if somebody has removed it meanwhile. */
    void keep(UUID id, Finding finding) {
        probes.lock(id).ifPresent(probe -> keep(probe, finding));
    }

    private void keep(Probe probe, Finding finding) {
        Instant now = clock.instant();
        Instant until = probe.holds(now, clocks.zone(probe.processor()));
        probe.found(finding, now, clocks.zone(probe.processor()));
        Map<Measure, Instant> proven = new LinkedHashMap<>();
        probe.measures().stream()
                .sorted()
                .map(measures::lock)
                .filter(measure -> measure.withdrawnAt().isEmpty())
                .forEach(measure -> proven.put(measure, until));
        String json = finding.json();
        Evidence evidence = Evidence.found(
                probe.processor(),
                EvidenceKind.PROBE,
                probe.source(),
                probe.label(),
                json,
                finding.problem(),
                Sha256.hex(json.getBytes(StandardCharsets.UTF_8)),
                now,
                until,
                now);
        keeping.keep(evidence, proven);
    }
}
