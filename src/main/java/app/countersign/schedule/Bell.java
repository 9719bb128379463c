package app.countersign.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.function.Consumer;

/** Tells the beat what is {@link Wanted}. The beat itself can't be told: the container would ask for a transaction first. */
@ApplicationScoped
class Bell {

    private volatile Consumer<String> heard = job -> {};

    void isHeardBy(Consumer<String> beat) {
        heard = beat;
    }

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) Wanted wanted) {
        heard.accept(wanted.job());
    }
}
