package app.countersign.export;

import app.countersign.access.Account;
import app.countersign.access.Remit;
import app.countersign.access.Roles;
import app.countersign.kernel.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an account may take away: a policy, without a database. It is asked when an archive is begun, while it is built and
 * when it is done, since an auditor's time may end and a remit be narrowed meanwhile.
 */
record Sight(Set<String> roles, Remit remit, boolean active, Optional<Instant> until) {

    private static final List<String> OF_REGISTER = List.of(Roles.LEGAL, Roles.SIGNATORY, Roles.DPO, Roles.AUDITOR);
    private static final List<String> OF_TRAIL = List.of(Roles.DPO, Roles.AUDITOR, Roles.ADMINISTRATOR);
    private static final List<String> OF_MEASURES = List.of(Roles.DPO, Roles.LEGAL, Roles.AUDITOR, Roles.ADMINISTRATOR);

    static Sight of(Account account) {
        return new Sight(account.roles(), account.remit(), account.isActive(), account.validUntil());
    }

    /** Why the archive may not be theirs; empty if it may. */
    Optional<Reason> refuses(EvidenceExport export, Instant now) {
        if (!active || until.filter(end -> !now.isBefore(end)).isPresent()) {
            return Optional.of(Reason.of("export.problem.account-ended"));
        }
        boolean theirs = export.processors().stream().allMatch(remit::covers)
                && isOneOf(OF_MEASURES)
                && remit.opens("export")
                && remit.opens("measure")
                && (export.contract().isEmpty() || remit.opens("contract") && isOneOf(OF_REGISTER))
                && remit.from().filter(export.first()::isBefore).isEmpty()
                && remit.to().filter(export.last()::isAfter).isEmpty();
        return theirs ? Optional.empty() : Optional.of(Reason.of("export.problem.remit"));
    }

    boolean seesRegister() {
        return isOneOf(OF_REGISTER) && remit.opens("subprocessor");
    }

    boolean seesTrail() {
        return isOneOf(OF_TRAIL) && remit.opens("trail");
    }

    /** Whether they may know what counts things of all processors. */
    boolean seesAll() {
        return remit.everyProcessor();
    }

    private boolean isOneOf(List<String> allowed) {
        return roles.stream().anyMatch(allowed::contains);
    }
}
