package app.countersign.account.web;

import app.countersign.kernel.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;

/** An account ends with its last day, in the organisation's zone. */
@RequestScoped
public class LastDays {

    @Inject
    private Settings settings;

    Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(settings.zone()).toInstant();
    }

    LocalDate of(Instant end) {
        return end.atZone(settings.zone()).toLocalDate().minusDays(1);
    }
}
