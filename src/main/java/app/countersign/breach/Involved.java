package app.countersign.breach;

import app.countersign.access.CallersRemit;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.party.Organisation;
import app.countersign.party.Organisations;
import app.countersign.subprocessor.Engagement;
import app.countersign.subprocessor.Engagements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The sub-processors at which a breach happened, as far as the caller may know of them: those of their processors. */
@ApplicationScoped
class Involved {

    @Inject
    private Engagements engagements;

    @Inject
    private Organisations organisations;

    @Inject
    private CallersRemit remit;

    @Inject
    private Clock clock;

    /** Those that can be named, ended ones too: their copies may still be there. By name, each once. */
    List<String> names() {
        return known().stream().map(Organisation::name).distinct().toList();
    }

    /** Those that the breach names. */
    List<String> names(Breach breach) {
        return known().stream()
                .filter(one -> breach.subProcessors().contains(one.id()))
                .map(Organisation::name)
                .distinct()
                .toList();
    }

    /**
     * The breach names these from now on, and those still that the caller does not know of.
     *
     * @param names as people write them, whatever the case
     * @throws Invalid for {@code subProcessors} if one is not in the register
     */
    void name(Breach breach, List<String> names) {
        Set<String> sought = names.stream().map(Involved::plain).collect(Collectors.toSet());
        Set<UUID> all = new HashSet<>(breach.subProcessors());
        Set<String> found = new HashSet<>();
        for (Organisation one : known()) {
            String name = plain(one.name());
            if (sought.contains(name)) {
                found.add(name);
                all.add(one.id());
            } else {
                all.remove(one.id());
            }
        }
        names.stream().filter(name -> !found.contains(plain(name))).findFirst().ifPresent(unknown -> {
            throw Invalid.field("subProcessors", Reason.of("breach.complaint.sub-processor", unknown));
        });
        breach.happenedAt(all);
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private List<Organisation> known() {
        Set<UUID> own = organisations.processors().stream()
                .map(Organisation::id)
                .filter(remit::covers)
                .collect(Collectors.toSet());
        return engagements.during(own, LocalDate.EPOCH, LocalDate.now(clock)).stream()
                .map(Engagement::organisation)
                .distinct()
                .toList();
    }
}
