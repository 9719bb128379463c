package app.countersign.trail;

import app.countersign.vault.Signing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/** Verifies the trail in the database, with the code that verifies exports and what only a database can tell. */
@ApplicationScoped
class Verifying {

    @Inject
    private Chaining chaining;

    @Inject
    private Reading reading;

    @Inject
    private Heads heads;

    @Inject
    private Signing signing;

    @Inject
    private Suspicions suspicions;

    /** @param end null if nothing was ever recorded */
    record Result(Head end, Verifier.Walk walk, Verifier.Findings findings) {}

    /**
     * Reads all rows once.
     *
     * @param noted a head from outside
     * @param progress is told now and then how many rows were read
     */
    Result verify(Optional<String> noted, LongConsumer progress) {
        Verifier.Findings findings = new Verifier.Findings();
        boolean goesOn = goesOn(findings);
        List<Verifier.Head> known = known(noted, findings);
        String key = Told.hex(Verifier.sha256().digest(signing.publicKey()));
        String installation = known.stream()
                .filter(head -> head.key().equals(key) && head.isGenuine())
                .findFirst()
                .map(Verifier.Head::installation)
                .orElse("");
        Verifier.Heads held = new Verifier.Heads(installation, Set.of(key), findings);
        known.forEach(held::add);
        Verifier.Walk walk = new Verifier.Walk(installation, held, findings);
        Head end = walked(walk, goesOn, progress);
        if (end == null && goesOn && walk.rows() > 0) {
            findings.add(Verifier.Flaw.END_FORGED, "it is gone");
        }
        suspicions.add(findings);
        return new Result(end, walk, findings);
    }

    /** Whether the chain's end is what it was, so that the chain can be gone on with. */
    private boolean goesOn(Verifier.Findings findings) {
        try {
            chaining.now();
            return true;
        } catch (IllegalStateException | IllegalArgumentException e) {
            findings.add(Verifier.Flaw.END_FORGED, e.getMessage());
            return false;
        }
    }

    private List<Verifier.Head> known(Optional<String> noted, Verifier.Findings findings) {
        List<Verifier.Head> known = new ArrayList<>();
        chaining.seen().ifPresent(head -> known.add(head.toVerify()));
        heads.all().forEach(json -> read(json, "trail_head", findings).ifPresent(known::add));
        noted.flatMap(json -> read(json, "noted", findings)).ifPresent(known::add);
        return known;
    }

    private static Optional<Verifier.Head> read(String json, String where, Verifier.Findings findings) {
        try {
            return Optional.of(Head.parse(json.strip()));
        } catch (IllegalArgumentException e) {
            findings.add(Verifier.Flaw.HEAD_UNREADABLE, where, e.getMessage());
            return Optional.empty();
        }
    }

    private Head walked(Verifier.Walk walk, boolean goesOn, LongConsumer progress) {
        Reading.Reader reader = new Reading.Reader() {
            @Override
            public void take(byte[] line) {
                walk.take(line);
            }

            @Override
            public void read(long rows) {
                progress.accept(rows);
            }
        };
        try {
            Optional<Head> end = Optional.empty();
            if (goesOn) {
                end = reading.each(reader);
            } else {
                reading.asItStands(reader);
            }
            walk.end(end.map(Head::toVerify).orElse(null));
            return end.orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
