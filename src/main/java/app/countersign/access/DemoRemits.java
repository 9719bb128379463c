package app.countersign.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What some of the demonstration's accounts are limited to, once the processors are there; nothing until then. */
@ApplicationScoped
public class DemoRemits {

    @Inject
    private Accounts accounts;

    /** @param processors gives the id of the processor that templates call so; what people have changed since stays */
    @Transactional
    public void assign(Function<String, UUID> processors) {
        for (Map.Entry<String, DemoAccounts.Limit> limited : DemoAccounts.LIMITED.entrySet()) {
            Optional<Account> account = accounts.named(limited.getKey());
            account.filter(known -> known.remit().equals(Remit.of(Set.of())))
                    .ifPresent(fresh -> fresh.answerFor(remit(limited.getValue(), processors)));
        }
    }

    private static Remit remit(DemoAccounts.Limit limit, Function<String, UUID> processors) {
        Set<UUID> ids = limit.processors().stream().map(processors).collect(Collectors.toSet());
        return new Remit(false, ids, limit.rooms(), Optional.empty(), Optional.empty());
    }
}
