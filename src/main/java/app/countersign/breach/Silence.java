package app.countersign.breach;

import app.countersign.kernel.Reason;
import java.util.Optional;

/**
 * Whether somebody may be left untold of a breach: the authority only where a risk is unlikely (Art. 33(1) GDPR), persons
 * only where it is not high or one of the three exceptions holds (Art. 34(1), 34(3)).
 */
final class Silence {

    private Silence() {}

    /** Why not; empty if it may. */
    static Optional<Reason> refusal(
            Recipient recipient, Optional<Judgement> last, Optional<Exemption> exemption, boolean toldAlready) {
        if (toldAlready) {
            return Optional.of(Reason.of("breach.refusal.told-already"));
        }
        if (last.isEmpty()) {
            return Optional.of(Reason.of("breach.refusal.not-judged"));
        }
        boolean high = last.get().level().isHighRisk();
        if (high && recipient == Recipient.AUTHORITY) {
            return Optional.of(Reason.of("breach.refusal.risk-is-high"));
        }
        return high && exemption.isEmpty() ? Optional.of(Reason.of("breach.refusal.no-exemption")) : Optional.empty();
    }
}
