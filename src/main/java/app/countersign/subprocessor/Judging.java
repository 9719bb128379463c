package app.countersign.subprocessor;

import app.countersign.kernel.Country;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.subprocessor.Bindings.Binding;
import app.countersign.terms.Adequacy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Holds an engagement's places against every contract form that binds its processor. */
@ApplicationScoped
class Judging {

    @Inject
    private Bindings bindings;

    @Inject
    private Adequacy adequacy;

    @Inject
    private Organisations organisations;

    @Inject
    private Clock clock;

    /** Judges several: what binds a processor is looked up once. */
    Bench bench() {
        return new Bench();
    }

    LocalDate today(UUID processor) {
        return LocalDate.now(clock.withZone(
                organisations.byId(processor).map(Organisation::zone).orElse(java.time.ZoneOffset.UTC)));
    }

    /** Of one request: keeps what was looked up. */
    final class Bench {

        private final Map<UUID, List<Binding>> known = new HashMap<>();
        private final Map<UUID, String> seats = new HashMap<>();

        List<Judged> judge(Engagement engagement) {
            UUID processor = engagement.processorId();
            return judge(
                    processor,
                    engagement.judged(),
                    new Footing(
                            engagement.safeguards(),
                            engagement.document().isPresent(),
                            List.of(seat(processor)),
                            today(processor)));
        }

        List<Judged> judge(UUID processor, Collection<Country> countries, Footing footing) {
            List<Binding> binding = known.computeIfAbsent(processor, bindings::of);
            if (binding.isEmpty()) {
                PlaceRules law = PlaceRules.ofLaw(adequacy);
                return List.of(new Judged(Optional.empty(), 0, placings(law, countries, footing)));
            }
            return binding.stream()
                    .map(one -> new Judged(
                            Optional.of(one.template()),
                            one.contracts(),
                            placings(PlaceRules.of(one.template(), adequacy), countries, footing)))
                    .toList();
        }

        String seat(UUID processor) {
            return seats.computeIfAbsent(
                    processor,
                    id -> organisations
                            .byId(id)
                            .map(one -> one.country().code())
                            .orElse(""));
        }
    }

    private static List<Placing> placings(PlaceRules rules, Collection<Country> countries, Footing footing) {
        return countries.stream().map(country -> rules.judge(country, footing)).toList();
    }
}
