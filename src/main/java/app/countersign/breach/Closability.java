package app.countersign.breach;

import app.countersign.kernel.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a breach can be closed: each clock has ended, each controller was looked at, and the record holds what Art.
 * 33(5) GDPR asks for: the facts, the effects and what was done. Where we are controller, also what was judged and decided.
 */
final class Closability {

    private Closability() {}

    /**
     * What is still missing; empty if nothing is.
     *
     * @param anyClockRuns or is yet to be started
     * @param anyControllerUndecided whether a person is yet to look at one that was found
     * @param last judgement
     * @param authorityDecided whether each processor's authority was told, or it was decided what becomes of that
     * @param personsDecided likewise of the persons
     */
    static List<Reason> missing(
            Breach breach,
            boolean anyClockRuns,
            boolean anyControllerUndecided,
            Optional<Judgement> last,
            boolean authorityDecided,
            boolean personsDecided) {
        List<Reason> missing = new ArrayList<>();
        when(anyClockRuns, "breach.refusal.clocks-run", missing);
        when(anyControllerUndecided, "breach.refusal.controllers-undecided", missing);
        when(breach.facts().consequences().isBlank(), "breach.refusal.no-consequences", missing);
        when(breach.facts().measures().isBlank(), "breach.refusal.no-measures", missing);
        if (breach.isOwnController()) {
            when(last.isEmpty(), "breach.refusal.no-judgement", missing);
            when(!authorityDecided, "breach.refusal.authority-undecided", missing);
            boolean high = last.filter(j -> j.level().isHighRisk()).isPresent();
            when(high && !personsDecided, "breach.refusal.persons-undecided", missing);
        }
        return missing;
    }

    private static void when(boolean so, String key, List<Reason> missing) {
        if (so) {
            missing.add(Reason.of(key));
        }
    }
}
