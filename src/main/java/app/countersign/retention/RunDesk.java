package app.countersign.retention;

import app.countersign.access.Actor;
import app.countersign.access.CallersRemit;
import app.countersign.access.FreshProof;
import app.countersign.access.Roles;
import app.countersign.document.StoredFiles;
import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.NotFound;
import app.countersign.kernel.PlainText;
import app.countersign.kernel.Refused;
import app.countersign.schedule.Wanted;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs as people and programs see and steer them. */
@Stateless
public class RunDesk {

    static final String UNKNOWN = "retention.refusal.unknown-run";

    private static final int HASH = 32;
    private static final PlainText KEY = PlainText.line(500);

    @Inject
    private Runs runs;

    @Inject
    private Rules rules;

    @Inject
    private Ledger ledger;

    @Inject
    private Pseudonyms pseudonyms;

    @Inject
    private StoredFiles files;

    @Inject
    private CallersRemit remit;

    @Inject
    private FreshProof proof;

    @Inject
    private Actor actor;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    @Inject
    private Event<Wanted> wanted;

    /** The last ones of which the caller may know. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public List<Run> newest(int most) {
        if (!remit.get().everyProcessor() && remit.get().processors().isEmpty()) {
            return List.of();
        }
        return runs.newest(
                remit.get().everyProcessor() ? List.of() : remit.get().processors(),
                remit.get().since(),
                remit.get().before(),
                most);
    }

    /** The last ones of a rule. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public List<Run> of(UUID rule, int most) {
        Rule known = rules.byId(rule).orElseThrow(() -> NotFound.because(RuleDesk.UNKNOWN));
        remit.require(known.processorId(), "retention-rule", rule, RuleDesk.UNKNOWN);
        return runs.of(rule, remit.get().since(), remit.get().before(), most);
    }

    /** @throws NotFound if there is none, or none that the caller may know of */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public Run details(UUID id) {
        return visible(runs.byId(id));
    }

    /**
     * Has the rule act as soon as it has been counted, and approved where that is needed.
     *
     * @return the run that is open already, or the new one
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Run ask(UUID ruleId) {
        Optional<Run> waiting = ledger.waiting(ruleId);
        Rule rule = rules.lock(ruleId).orElseThrow(() -> NotFound.because(RuleDesk.UNKNOWN));
        remit.require(rule.processorId(), "retention-rule", ruleId, RuleDesk.UNKNOWN);
        waiting.filter(run -> run.revision() != rule.revision())
                .ifPresent(run -> ledger.overtaken(run, Person.acting(actor)));
        if (!rule.isActive()) {
            throw Refused.because("retention.refusal.rests");
        }
        if (rule.fate() == Fate.KEEP) {
            throw Refused.because("retention.doubt.duty");
        }
        if (rule.since() == Since.REQUEST) {
            throw Refused.because("retention.doubt.request");
        }
        return runs.openOf(ruleId).orElseGet(() -> ledger.begin(rule, Person.acting(actor), clock.instant()));
    }

    /** A second person has looked at what it will do. It begins, and the rule acts by itself from now on.
     *
     * @throws Refused if it does not wait, or the person is not a second one */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Run approve(UUID id) {
        Run run = locked(id);
        if (run.erasure().isPresent()) {
            throw Refused.because("retention.refusal.approve-erasure");
        }
        Rule rule = rules.lock(run.ruleId()).orElseThrow();
        Person person = Person.acting(actor);
        RunRules.unfit(run, rule, person).ifPresent(reason -> {
            throw new Refused(reason);
        });
        proof.require();
        if (rule.revision() != run.revision()) {
            throw Refused.because("retention.refusal.rule-changed");
        }
        Instant now = clock.instant();
        run.approve(person, now);
        rule.approved(run.plan(), person, now);
        happened.fire(RunEvent.of(RunEvent.RetentionRunApproved::new, run, rule));
        wanted.fire(new Wanted(RetentionJob.NAME));
        return run;
    }

    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Run pause(UUID id) {
        Run run = locked(id);
        run.pause();
        tell(run, RunEvent.RetentionRunPaused::new);
        return run;
    }

    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Run resume(UUID id) {
        Run run = locked(id);
        run.resume(clock.instant());
        tell(run, RunEvent.RetentionRunResumed::new);
        return run;
    }

    /** Ends it: what is gone stays gone, the rest stays. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO})
    public Run stop(UUID id) {
        Run run = locked(id);
        run.stop(Person.acting(actor), clock.instant());
        ledger.ended(run, RunEvent.RetentionRunStopped::new);
        return run;
    }

    private void tell(Run run, RunEvent.Kind how) {
        happened.fire(RunEvent.of(how, run, rules.byId(run.ruleId()).orElseThrow()));
    }

    /** Whether the row with that key was among those that went, by the keyed hashes. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public boolean hasTaken(UUID id, String key) {
        Run run = details(id);
        Rule rule = rules.byId(run.ruleId()).orElseThrow();
        byte[] sought = pseudonyms.bytes(rule.table().toString(), KEY.require("key", key));
        boolean[] found = new boolean[1];
        runs.eachDone(run.id(), batch -> found[0] |= holds(batch.hashes(), sought));
        return found[0];
    }

    private static boolean holds(byte[] hashes, byte[] sought) {
        for (int at = 0; at + HASH <= hashes.length; at += HASH) {
            if (Arrays.equals(hashes, at, at + HASH, sought, 0, HASH)) {
                return true;
            }
        }
        return false;
    }

    /** @throws NotFound as long as there is none */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.DPO, Roles.AUDITOR})
    public byte[] protocol(UUID id, boolean asPdf) {
        Run run = details(id);
        return files.read((asPdf ? run.protocolPdf() : run.protocolJson())
                .orElseThrow(() -> NotFound.because("retention.refusal.no-protocol")));
    }

    private Run locked(UUID id) {
        details(id);
        return visible(runs.lock(id));
    }

    private Run visible(Optional<Run> found) {
        Run run = found.orElseThrow(() -> NotFound.because(UNKNOWN));
        remit.require(run.processorId(), "retention-run", run.id(), UNKNOWN);
        if (!remit.get().reaches(run.askedAt(), run.endedAt())) {
            throw NotFound.because(UNKNOWN);
        }
        return run;
    }
}
