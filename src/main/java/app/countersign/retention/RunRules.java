package app.countersign.retention;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.util.Optional;

/** When a second person is asked, and who that may be. */
final class RunRules {

    /** So many times as many rows as the last time are a surprise, as soon as they are more than a handful. */
    private static final int SURPRISE = 10;

    private static final int HANDFUL = 100;

    private RunRules() {}

    /**
     * Why a second person has to approve; empty if nobody need.
     *
     * @param last how many rows went the last time; empty for the first
     */
    static Optional<Reason> waits(Rule rule, Preview preview, String plan, Optional<Long> last) {
        if (!rule.isApproved()) {
            return Optional.of(Reason.of(rule.revision() == 1 ? "retention.waits.new" : "retention.waits.changed"));
        }
        if (!rule.isApprovedWith(plan)) {
            return Optional.of(Reason.of("retention.waits.plan"));
        }
        if (preview.isEverything()) {
            return Optional.of(Reason.of("retention.waits.everything", preview.rows()));
        }
        if (preview.share() > rule.guardShare()) {
            return Optional.of(Reason.of("retention.waits.share", preview.share(), rule.guardShare()));
        }
        return last.filter(rows -> preview.expired() > SURPRISE * Math.max(rows, HANDFUL))
                .map(rows -> Reason.of("retention.waits.surprise", preview.expired(), rows));
    }

    /** Why that person may not approve it; empty if they may. */
    static Optional<Reason> unfit(Run run, Rule rule, Person person) {
        boolean changedIt = !rule.isApproved() && rule.changerId().equals(person.id());
        return run.askerId().equals(person.id()) || changedIt
                ? Optional.of(Reason.of("retention.refusal.second-person"))
                : Optional.empty();
    }

    static Refused refused(Run run) {
        return Refused.because("retention.refusal.state", run.state().label());
    }
}
