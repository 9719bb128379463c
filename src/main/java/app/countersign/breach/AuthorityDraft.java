package app.countersign.breach;

import app.countersign.deadline.Deadline;
import app.countersign.party.Organisation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The next report to an authority, as it would be sent now.
 *
 * @param controller for whom
 * @param concern the controller's concern where it is done on instruction; empty for our own data
 * @param act {@code gdpr} or {@code dsg}: what it follows
 * @param number of this report, from 1
 * @param phase what it would be
 * @param proposal who may be competent
 * @param authority the one that was chosen, or else the only one that is proposed
 * @param clocks the authority's deadlines; empty for a controller's, whose clocks are not ours
 * @param sent the earlier ones, the first one first
 */
public record AuthorityDraft(
        Breach breach,
        Organisation controller,
        Optional<Concern> concern,
        String act,
        int number,
        ReportPhase phase,
        Proposal proposal,
        Optional<Authority> authority,
        List<ReportItem> items,
        List<Deadline> clocks,
        List<AuthorityReport> sent,
        Locale language) {

    public List<ReportItem> missing() {
        return items.stream().filter(ReportItem::isMissing).toList();
    }

    /** Whether the reasons for the delay are demanded if it is sent then (Art. 33(1) GDPR). */
    public boolean isLateAt(Instant at) {
        return clocks.stream().anyMatch(clock -> clock.state().isOpen() && clock.isLateAt(at));
    }

    /** The phases that it can be. */
    public List<ReportPhase> phases() {
        return sent.isEmpty()
                ? List.of(ReportPhase.INITIAL, ReportPhase.FINAL)
                : List.of(ReportPhase.FURTHER, ReportPhase.FINAL);
    }
}
