package app.countersign.document;

import app.countersign.document.Judgement.Verdict;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells a filled form that came back from an altered one. No single sign is enough: equal words can be covered, an equal
 * page can be laid over, a valid signature says nothing of the words before it. So a file is honest only if everything
 * that bears on what people see is as it was issued, except the values of its fields, and if each field shows its value.
 * What is cheap is looked at first; words and pictures only where the rest leaves doubts. Safe for several threads.
 */
public final class ReturnCheck {

    private final Verification verification;
    private final Limits limits;
    private final Clock clock;

    /** @param ours every certificate with which we have sealed */
    public ReturnCheck(Set<X509Certificate> ours, Limits limits, Clock clock) {
        this.verification = new Verification(ours, limits);
        this.limits = limits;
        this.clock = clock;
    }

    /** Never fails: what cannot be read is found unreadable, with the reason. */
    public Judgement judge(IssuedForm issued, byte[] returned) {
        Protocol.Writing protocol =
                new Protocol.Writing(clock.instant(), issued.sha256(), Archival.hex(returned), returned.length);
        try {
            return StrangersFile.readClosely(
                    returned,
                    limits,
                    (document, sound, deadline) -> new Judging(issued, document, deadline, protocol)
                            .judgement(sound, verification.signatures(returned, document)));
        } catch (Refused e) {
            protocol.check("reading", "Can the file be read within the limits?", "unreadable", List.of(e.reason()));
            List<Reason> reasons = List.of(Reason.of("document.return.unreadable"), e.reason());
            return new Judgement(
                    Verdict.UNREADABLE, reasons, Map.of(), false, List.of(), List.of(), protocol.finished());
        }
    }
}
