package app.countersign.contract;

import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.subprocessor.Bindings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tells the register of sub-processors which contract forms bind a processor. */
@ApplicationScoped
class FormsInForce implements Bindings {

    @Inject
    private TemplateVersions versions;

    @Inject
    private Contracts contracts;

    @Inject
    private Organisations organisations;

    @Inject
    private Clock clock;

    @Override
    public List<Binding> of(UUID processor) {
        Optional<Organisation> whose = organisations.byId(processor);
        Optional<String> code = whose.flatMap(Organisation::code);
        return code.isEmpty()
                ? List.of()
                : versions.promising().stream()
                        .filter(version ->
                                versions.template(version).processor().equals(code.get()))
                        .map(version ->
                                new Binding(version.id(), versions.template(version), inForce(whose.get(), version)))
                        .toList();
    }

    private long inForce(Organisation processor, TemplateVersion version) {
        LocalDate today = LocalDate.now(clock.withZone(processor.zone()));
        return contracts.countInForce(
                new ContractsInForce(processor.id(), today, today, Optional.of(Set.of(version.id()))));
    }
}
