package app.countersign.export;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is to be taken away, once it is known to be the asker's.
 *
 * @param template empty for all
 * @param contractNumber empty where none was chosen
 * @param measures empty for all
 * @param first day of the period, in UTC
 * @param last day of the period
 */
record Choice(
        Set<UUID> processors,
        String template,
        Optional<UUID> contract,
        String contractNumber,
        Set<UUID> measures,
        LocalDate first,
        LocalDate last,
        Locale language) {}
