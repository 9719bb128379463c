package app.countersign.breach;

import app.countersign.contract.Contract;
import app.countersign.contract.ContractState;
import app.countersign.contract.Contracts;
import app.countersign.contract.ContractsInForce;
import app.countersign.contract.TemplateVersion;
import app.countersign.contract.TemplateVersions;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whom a breach concerns, as the contracts say: those in force between the incident and our awareness, whose data is of
 * a category that the report names. A category that no contract knows narrows nothing: telling one too many is better
 * than one too few.
 */
@ApplicationScoped
class Found {

    @Inject
    private Contracts contracts;

    @Inject
    private TemplateVersions versions;

    @Inject
    private Organisations organisations;

    /** How many contracts of that processor are concerned. */
    long count(Breach breach, UUID processorId) {
        return contracts.countInForce(within(breach, processorId));
    }

    /** The contracts concerned, of that processor, by their serial.
     *
     * @param after the serial of the last one that is known already */
    List<Contract> contracts(Breach breach, UUID processorId, long after, int most) {
        return contracts.inForce(within(breach, processorId), after, most);
    }

    private ContractsInForce within(Breach breach, UUID processorId) {
        Organisation processor = organisations.byId(processorId).orElseThrow();
        Instant aware = breach.awareAt().orElseThrow();
        return new ContractsInForce(
                processorId,
                breach.occurredAt().orElse(aware).atZone(processor.zone()).toLocalDate(),
                aware.atZone(processor.zone()).toLocalDate(),
                versions(known(breach.facts().dataCategories(), processorId)));
    }

    /** The versions of templates that speak of such data; empty where all do. */
    private Optional<Set<UUID>> versions(Set<String> named) {
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(versions.all().stream()
                        .filter(version -> versions.template(version).dataCategories(Locale.ENGLISH).keySet().stream()
                                .anyMatch(named::contains))
                        .map(TemplateVersion::id)
                        .collect(Collectors.toSet()));
    }

    static boolean hasEnded(Contract contract) {
        return contract.state() == ContractState.TERMINATED;
    }

    /** Those of the named categories that the processor's contracts know; empty if one is named that none knows. */
    private Set<String> known(List<String> named, UUID processorId) {
        Set<String> all = categories(Set.of(processorId), Locale.ENGLISH).keySet();
        Set<String> elsewhere = categories(null, Locale.ENGLISH).keySet();
        boolean strange = named.stream().anyMatch(name -> !elsewhere.contains(name));
        if (strange) {
            return Set.of();
        }
        Set<String> here = named.stream().filter(all::contains).collect(Collectors.toSet());
        // Named are only categories of other processors' contracts: nobody here is concerned.
        return here.isEmpty() && !named.isEmpty() ? Set.copyOf(named) : here;
    }

    /**
     * The categories that contracts speak of, by name, in words.
     *
     * @param processors whose; null for everybody's
     */
    Map<String, String> categories(Set<UUID> processors, Locale language) {
        Map<String, String> categories = new TreeMap<>();
        versions.current().stream()
                .map(versions::template)
                .filter(template -> processors == null || processors.contains(processorOf(template)))
                .forEach(template -> categories.putAll(template.dataCategories(language)));
        return categories;
    }

    private UUID processorOf(Template template) {
        return organisations.byCode(template.processor()).map(Organisation::id).orElse(new UUID(0, 0));
    }
}
