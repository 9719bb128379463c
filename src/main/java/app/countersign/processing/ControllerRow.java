package app.countersign.processing;

import app.countersign.contract.Contract;
import app.countersign.kernel.Country;
import app.countersign.party.Contact;
import app.countersign.party.ContactKind;
import app.countersign.party.Organisation;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A controller for whom data is processed, by one contract.
 *
 * @param serial of the contract, by which the list is ordered
 * @param contact whom to reach: in data protection, else in law, else in general, else to whom the contract went
 * @param officer the data protection officer, where one is known
 */
public record ControllerRow(
        long serial,
        UUID contract,
        String number,
        UUID controller,
        String name,
        String address,
        Country country,
        String contact,
        Optional<String> officer,
        String form,
        LocalDate since,
        Optional<LocalDate> until) {

    static ControllerRow of(Contract contract) {
        Organisation controller = contract.controller();
        return new ControllerRow(
                contract.serial(),
                contract.id(),
                contract.number(),
                controller.id(),
                controller.name(),
                controller.address(),
                controller.country(),
                controller
                        .contact(ContactKind.PRIVACY, ContactKind.LEGAL, ContactKind.GENERAL)
                        .map(ControllerRow::reach)
                        .orElseGet(() -> addressee(contract)),
                controller.contact(ContactKind.DPO).map(ControllerRow::reach),
                contract.template().code(),
                contract.effectiveOn().orElseThrow(),
                contract.endsOn());
    }

    static String reach(Contact contact) {
        return joined(contact.name(), contact.email().value(), contact.phone());
    }

    /** Of one whose address is none, as an import may have left it, the name. */
    private static String addressee(Contract contract) {
        try {
            return joined(contract.addresseeName(), contract.addresseeEmail().value(), "");
        } catch (IllegalArgumentException e) {
            return contract.addresseeName();
        }
    }

    private static String joined(String... parts) {
        return java.util.Arrays.stream(parts)
                .filter(part -> part != null && !part.isBlank())
                .collect(java.util.stream.Collectors.joining(", "));
    }
}
