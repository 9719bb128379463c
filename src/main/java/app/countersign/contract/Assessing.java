package app.countersign.contract;

import app.countersign.document.Comparison;
import app.countersign.document.Findings;
import app.countersign.document.Limits;
import app.countersign.document.Verification;
import app.countersign.kernel.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has returned files judged, and recognised. No transaction is open meanwhile: it may take seconds. */
@ApplicationScoped
class Assessing {

    private static final Pattern CONTRACT_ID = Pattern.compile("^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\b");

    @Inject
    private Originals originals;

    /** @param issued the form as it went out */
    Assessment of(byte[] issued, byte[] returned) {
        Findings findings = new Verification(originals.certificates(), Limits.USUAL).of(returned);
        if (!findings.readable()) {
            return new Assessment(
                    ReturnVerdict.UNREADABLE, findings.reasons(), Map.of(), List.of(), List.of(), Optional.empty());
        }
        Comparison comparison = Comparison.of(issued, returned, Limits.USUAL);
        ReturnVerdict verdict = comparison.changes().isEmpty() ? ReturnVerdict.DOUBTFUL : ReturnVerdict.ALTERED;
        return new Assessment(
                verdict, comparison.reasons(), Map.of(), comparison.changes(), findings.signatures(), Optional.empty());
    }

    /** The id, or the number, of the contract that a file claims to belong to. */
    record Claim(Optional<UUID> id, Optional<String> number) {}

    /** Empty in both if the file says nothing, or can't be read. */
    Claim claim(byte[] file) {
        Findings findings = new Verification(originals.certificates(), Limits.USUAL).of(file);
        Optional<UUID> id = findings.identifier()
                .map(CONTRACT_ID::matcher)
                .filter(Matcher::find)
                .map(matcher -> UUID.fromString(matcher.group(1)));
        return new Claim(id, Optional.empty());
    }

    /** Why it can't be read; empty if it can. */
    Optional<Reason> unreadable(byte[] file) {
        Findings findings = new Verification(originals.certificates(), Limits.USUAL).of(file);
        return findings.readable()
                ? Optional.empty()
                : findings.reasons().stream().findFirst();
    }
}
