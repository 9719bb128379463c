package app.countersign.inquiry;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What an inquiry is about; all of it must fit. Whom, if one person, is kept apart, encrypted.
 *
 * @param contract with the controller whose data it is
 * @param contractNumber empty where there is none
 * @param from the first day of the data's time
 * @param to its last day
 */
record About(
        Optional<UUID> contract,
        String contractNumber,
        Optional<UUID> store,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {}
