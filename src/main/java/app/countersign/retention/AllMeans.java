package app.countersign.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** The means by kind of store. */
@ApplicationScoped
class AllMeans {

    @Inject
    @Any
    private Instance<Means> all;

    /** @throws Trouble if nothing can be done in such a store by itself */
    Means of(Store store) throws Trouble {
        return all.stream()
                .filter(means -> means.kind() == store.kind())
                .findFirst()
                .orElseThrow(() -> Trouble.because("retention.problem.by-hand", store.name()));
    }
}
