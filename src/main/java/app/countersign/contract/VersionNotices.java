package app.countersign.contract;

import app.countersign.kernel.DomainEvent;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells customers of a new version of a template, where the template says that they are told. Each contract has a
 * transaction of its own, in which its mail and the row that it was told are written; a crash leaves the rest untold,
 * and the next run goes on with them.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class VersionNotices {

    @Inject
    private TemplateVersions versions;

    @Inject
    private Contracts contracts;

    @Inject
    private Correspondence correspondence;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    List<UUID> open() {
        return versions.unannounced().stream().map(TemplateVersion::id).toList();
    }

    /** Contracts yet to be told of that version, at most that many. When none is left, the version is done with. */
    List<UUID> untold(UUID versionId, int limit) {
        TemplateVersion version = versions.byId(versionId).orElseThrow();
        List<UUID> untold = tells(version) ? contracts.untold(version, limit) : List.of();
        if (untold.isEmpty()) {
            version.announced(clock.instant());
        }
        return untold;
    }

    void tell(UUID contractId, UUID versionId) {
        Contract contract = contracts.lock(contractId);
        TemplateVersion version = versions.byId(versionId).orElseThrow();
        if (contracts.wasTold(contract, version)) {
            return;
        }
        contracts.add(new VersionNotice(contract, version, clock.instant()));
        correspondence.newVersion(contract, version);
        Template template = versions.template(version);
        Map<String, Object> facts = ContractEvent.facts(contract, "version", version.label());
        facts.put("hash", version.hash());
        String clause = template.code() + " " + template.conclusion().clause().id();
        happened.fire(new ContractEvent.NewVersionTold(ContractEvent.Subject.of(contract), facts, Optional.of(clause)));
    }

    private boolean tells(TemplateVersion version) {
        return versions.template(version).conclusion().changesTold();
    }
}
