package app.countersign.retention;

import app.countersign.contract.Contracts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Controllers as people name them: by the number of a contract, and programs by their id. */
@ApplicationScoped
class Controllers {

    @Inject
    private Contracts contracts;

    /**
     * @param typed an id, or the number of a contract
     * @param processor whether contracts of that one count
     * @return its id; empty if there is no such contract. Whether an id is somebody's is for the caller to find out
     */
    Optional<UUID> named(String typed, Predicate<UUID> processor) {
        return HoldDesk.id(typed)
                .or(() -> contracts
                        .byNumber(typed == null ? "" : typed.strip())
                        .filter(contract -> processor.test(contract.processor().id()))
                        .map(contract -> contract.controller().id()));
    }
}
