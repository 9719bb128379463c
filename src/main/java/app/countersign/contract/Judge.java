package app.countersign.contract;

import app.countersign.contract.Verdict.Judgement;
import app.countersign.document.Comparison;
import app.countersign.document.Findings;
import app.countersign.document.Limits;
import app.countersign.document.SignatureFinding;
import app.countersign.document.Verification;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Sha256;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges a file. Only equality with a document that we keep makes it genuine: not a seal that verifies, not what the
 * file says of itself, not equal words. What the file says of itself only helps to find the document that it is to be
 * compared with.
 */
final class Judge {

    private static final Pattern CONTRACT_ID = Pattern.compile("^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\b");

    private final Verification verification;
    private final Records records;
    private final Limits limits;

    /** What there is to compare with. */
    interface Records {

        Optional<Original> withHash(String sha256);

        /** Every document of that contract; none if there is no such contract. */
        List<Original> ofContract(UUID id);

        byte[] bytes(Original original);
    }

    /** @param ours every certificate with which we have sealed */
    Judge(Set<X509Certificate> ours, Records records, Limits limits) {
        this.verification = new Verification(ours, limits);
        this.records = records;
        this.limits = limits;
    }

    Verdict of(byte[] file) {
        Findings findings = verification.of(file);
        return records.withHash(findings.sha256())
                .map(original -> genuine(original, findings))
                .or(() -> altered(file, findings))
                .orElseGet(() -> unknown(findings));
    }

    private static Verdict genuine(Original original, Findings findings) {
        Verdict.Standing standing = original.standing();
        List<Reason> reasons = List.of(Reason.of(
                switch (standing.kind()) {
                    case COUNTERSIGNED -> "contract.verdict.genuine";
                    case CONCLUDED -> "contract.verdict.genuine-concluded";
                    case ISSUED -> "contract.verdict.genuine-unsigned";
                    case DISPOSAL -> "contract.verdict.genuine-disposal";
                },
                standing.number()));
        return new Verdict(Judgement.GENUINE, reasons, Optional.of(standing), findings.signatures(), List.of());
    }

    /** The copy of the document that is nearest, if it is one. */
    private Optional<Verdict> altered(byte[] file, Findings findings) {
        if (!findings.readable()) {
            return Optional.empty();
        }
        return candidates(file, findings).values().stream()
                .map(original -> Likeness.of(original, records.bytes(original), file, limits))
                .filter(Likeness::isCopy)
                .min(Comparator.comparing((Likeness like) -> !like.contained()).thenComparing(Likeness::distance))
                .map(like -> altered(like, findings));
    }

    private Map<String, Original> candidates(byte[] file, Findings findings) {
        Map<String, Original> found = new LinkedHashMap<>();
        for (SignatureFinding signature : findings.signatures()) {
            if (signature.coveredBytes() > 0 && signature.coveredBytes() < file.length) {
                byte[] covered = Arrays.copyOf(file, (int) signature.coveredBytes());
                records.withHash(Sha256.hex(covered))
                        .ifPresent(o -> found.put(o.file().sha256(), o));
            }
        }
        findings.identifier()
                .map(CONTRACT_ID::matcher)
                .filter(Matcher::find)
                .map(id -> records.ofContract(UUID.fromString(id.group(1))))
                .orElse(List.of())
                .forEach(o -> found.putIfAbsent(o.file().sha256(), o));
        return found;
    }

    private static Verdict altered(Likeness like, Findings findings) {
        Verdict.Standing standing = like.original().standing();
        boolean countersigned = standing.kind() == DocumentKind.COUNTERSIGNED;
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(
                switch (standing.kind()) {
                    case COUNTERSIGNED -> "contract.verdict.altered";
                    case CONCLUDED -> "contract.verdict.altered-concluded";
                    default -> "contract.verdict.altered-unsigned";
                },
                standing.number()));
        findings.reasons().stream()
                .filter(reason -> countersigned || !reason.key().equals("document.finding.no-signature"))
                .forEach(reasons::add);
        reasons.addAll(like.reasons());
        List<Comparison.Change> changes = like.changes();
        return new Verdict(
                Judgement.ALTERED, reasons, Optional.of(standing.withoutNames()), findings.signatures(), changes);
    }

    private static Verdict unknown(Findings findings) {
        List<Reason> reasons = new ArrayList<>();
        if (findings.readable()) {
            reasons.add(
                    Reason.of(findings.sealedByUs() ? "contract.verdict.unknown-sealed" : "contract.verdict.unknown"));
        }
        reasons.addAll(findings.reasons());
        return new Verdict(Judgement.UNKNOWN, reasons, Optional.empty(), findings.signatures(), List.of());
    }
}
