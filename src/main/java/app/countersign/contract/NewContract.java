package app.countersign.contract;

import app.countersign.party.OrganisationDetails;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A contract to be drafted.
 *
 * @param template its code, {@code okomo-dpa}
 * @param language of document and mails, a language tag; empty for the controller's, or else the binding one
 * @param controllerId of an organisation that is known, or else {@code controller}
 * @param contactName to whom the mails are addressed; may be empty
 * @param email to which the mails go
 * @param mainContractSignedOn of the contract on which this one hangs, if it hangs on one and the day is known
 */
public record NewContract(
        String template,
        Optional<String> language,
        Optional<UUID> controllerId,
        Optional<OrganisationDetails> controller,
        String contactName,
        String email,
        Optional<LocalDate> mainContractSignedOn) {}
