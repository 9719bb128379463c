package app.countersign.party;

import app.countersign.access.ProcessorCodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Tells sign-in which organisations the settings mean by a processor's code. */
@ApplicationScoped
class CodesOfProcessors implements ProcessorCodes {

    @Inject
    private Organisations organisations;

    @Override
    public Optional<UUID> processor(String code) {
        return organisations.byCode(code).map(Organisation::id);
    }
}
