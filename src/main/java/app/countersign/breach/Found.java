package app.countersign.breach;

import app.countersign.announcement.AtWork;
import app.countersign.contract.Contract;
import app.countersign.contract.ContractState;
import app.countersign.contract.Contracts;
import app.countersign.contract.ContractsInForce;
import app.countersign.contract.TemplateVersion;
import app.countersign.contract.TemplateVersions;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.subprocessor.Engagement;
import app.countersign.subprocessor.Engagements;
import app.countersign.terms.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
 * a category that the report names, and for which one of the sub-processors that it names was at work. A category that
 * no contract knows narrows nothing: telling one too many is better than one too few.
 */
@ApplicationScoped
class Found {

    @Inject
    private Contracts contracts;

    @Inject
    private TemplateVersions versions;

    @Inject
    private Organisations organisations;

    @Inject
    private Engagements engagements;

    @Inject
    private AtWork atWork;

    /** How many contracts of that processor may be concerned. */
    long count(Breach breach, UUID processorId) {
        return contracts.countInForce(within(breach, processorId));
    }

    /** The contracts of that processor that may be concerned, by their serial.
     *
     * @param after the serial of the last one that is known already */
    List<Contract> contracts(Breach breach, UUID processorId, long after, int most) {
        return contracts.inForce(within(breach, processorId), after, most);
    }

    /** Which of them are: where sub-processors are named, those for which one of them was at work. */
    Set<UUID> concerned(Breach breach, UUID processorId, List<UUID> contracts) {
        if (breach.subProcessors().isEmpty()) {
            return Set.copyOf(contracts);
        }
        Time time = time(breach, processorId);
        return possible(breach, processorId, time).stream()
                .flatMap(engagement ->
                        atWork.among(contracts, engagement, time.first(), time.last(), time.zone()).stream())
                .collect(Collectors.toSet());
    }

    /** The days from the incident to our awareness, where the processor is. */
    private record Time(LocalDate first, LocalDate last, ZoneId zone) {}

    private Time time(Breach breach, UUID processorId) {
        ZoneId zone = organisations.byId(processorId).orElseThrow().zone();
        Instant aware = breach.awareAt().orElseThrow();
        return new Time(
                breach.occurredAt().orElse(aware).atZone(zone).toLocalDate(),
                aware.atZone(zone).toLocalDate(),
                zone);
    }

    private ContractsInForce within(Breach breach, UUID processorId) {
        Time time = time(breach, processorId);
        boolean nobody = !breach.subProcessors().isEmpty()
                && possible(breach, processorId, time).isEmpty();
        return new ContractsInForce(
                processorId,
                time.first(),
                time.last(),
                nobody ? Optional.of(Set.of()) : versions(known(breach.facts().dataCategories(), processorId)));
    }

    private List<Engagement> possible(Breach breach, UUID processorId, Time time) {
        return engagements.of(breach.subProcessors(), processorId).stream()
                .filter(engagement -> atWork.isPossible(engagement, time.first(), time.last()))
                .toList();
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
