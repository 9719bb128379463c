package app.countersign.retention;

import app.countersign.contract.Contracts;
import app.countersign.terms.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a rule means at a moment: which time is old enough, whose contracts are over, what is held. */
@ApplicationScoped
class Errands {

    @Inject
    private Stores stores;

    @Inject
    private Rules rules;

    @Inject
    private Holds holds;

    @Inject
    private Contracts contracts;

    @Inject
    private Clock clock;

    /** @throws Trouble if such a rule never acts by itself */
    Errand of(Store store, RuleDetails rule) throws Trouble {
        Instant now = clock.instant();
        return of(store, rule, now, now, Cutoff.of(rule.period(), now, store.zone()));
    }

    /**
     * As it was begun: a run that goes on the next day means the same rows. Holds are those of now.
     *
     * @param begun when it was asked for
     */
    Errand of(Store store, RuleDetails rule, Instant begun, Instant now, Cutoff cutoff) throws Trouble {
        if (rule.fate() == Fate.KEEP) {
            throw Trouble.because("retention.doubt.duty");
        }
        if (rule.since() == Since.REQUEST) {
            throw Trouble.because("retention.doubt.request");
        }
        return new Errand(
                store,
                rule,
                now,
                cutoff,
                over(store, rule, begun),
                holds.in(store, rule, now),
                relations(store),
                Optional.empty(),
                duties(store, now));
    }

    /**
     * One person's rows.
     *
     * @param persons how the stores call them
     * @throws Trouble if only one controller's rows are meant, and the store doesn't tell them apart
     */
    Errand erasing(Store store, RuleDetails rule, Erasure erasure, List<String> persons, Instant now, Cutoff cutoff)
            throws Trouble {
        List<String> tenants = erasure.controller()
                .map(controller -> stores.tenants(store.id()).stream()
                        .filter(tenant -> tenant.controllerId().equals(controller))
                        .map(Tenant::tenant)
                        .toList())
                .orElse(List.of());
        boolean mixed =
                rule.controllerColumn().isEmpty() || stores.tenants(store.id()).isEmpty();
        if (erasure.controller().isPresent() && mixed) {
            throw Trouble.because("retention.doubt.erasure-controller");
        }
        return new Errand(
                store,
                rule,
                now,
                cutoff,
                tenants,
                holds.in(store, rule, now),
                relations(store),
                Optional.of(new Sought(persons, erasure.controller().isPresent())),
                duties(store, now));
    }

    /** Approved or not: what they keep can be let go of later, and not the other way round. */
    private List<Duty> duties(Store store, Instant now) {
        return rules.of(store.id()).stream()
                .filter(rule -> rule.isActive() && rule.fate() == Fate.KEEP)
                .map(rule -> Duty.of(rule.details(), Cutoff.of(rule.period(), now, store.zone())))
                .toList();
    }

    private List<ForeignKey> relations(Store store) {
        return stores.relations(store.id()).stream().map(Relation::key).toList();
    }

    /** The tenants whose contracts ended long enough ago. */
    private List<String> over(Store store, RuleDetails rule, Instant now) {
        if (rule.since() != Since.CONTRACT_END) {
            return List.of();
        }
        LocalDate yesterday = LocalDate.ofInstant(now, store.zone()).minusDays(1);
        Span period = rule.period();
        return stores.tenants(store.id()).stream()
                .filter(tenant -> contracts
                        .lastDay(store.processorId(), tenant.controllerId())
                        .filter(last -> isOver(last, period, yesterday, now, store))
                        .isPresent())
                .map(Tenant::tenant)
                .toList();
    }

    private static boolean isOver(LocalDate last, Span period, LocalDate yesterday, Instant now, Store store) {
        return period.period() != null
                ? !last.plus(period.period()).isAfter(yesterday)
                : !now.isBefore(
                        last.plusDays(1).atStartOfDay(store.zone()).toInstant().plus(period.duration()));
    }
}
