package app.countersign.breach;

import app.countersign.contract.Contract;
import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Reason;
import app.countersign.mail.Outbox;
import app.countersign.party.Contact;
import app.countersign.party.ContactKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * To whom a contract's notice goes: to the contract's contact, or where its address is of no use to another contact of
 * the controller, those for data protection first.
 */
@ApplicationScoped
class Addressees {

    private static final List<ContactKind> FITTING = List.of(
            ContactKind.PRIVACY,
            ContactKind.DPO,
            ContactKind.SECURITY,
            ContactKind.LEGAL,
            ContactKind.GENERAL,
            ContactKind.SIGNATORY);

    @Inject
    private Outbox outbox;

    /**
     * Who is to be told.
     *
     * @param name may be empty
     * @param phone may be empty
     * @param problem why it can't be mailed; empty if it can
     */
    record Addressee(String name, Optional<EmailAddress> email, String phone, Optional<Reason> problem) {}

    Addressee of(Contract contract) {
        Map<EmailAddress, String> known = new LinkedHashMap<>();
        own(contract).ifPresent(address -> known.put(address, contract.addresseeName()));
        List<Contact> contacts = contract.controller().contacts();
        FITTING.forEach(kind -> contacts.stream()
                .filter(contact -> contact.kind() == kind)
                .forEach(contact -> known.putIfAbsent(contact.email(), contact.name())));
        String phone = contacts.stream()
                .map(Contact::phone)
                .filter(number -> !number.isEmpty())
                .findFirst()
                .orElse("");
        return known.entrySet().stream()
                .filter(one -> !outbox.cameBack(one.getKey()))
                .findFirst()
                .map(one -> new Addressee(one.getValue(), Optional.of(one.getKey()), phone, Optional.empty()))
                .orElseGet(() ->
                        new Addressee(contract.addresseeName(), Optional.empty(), phone, Optional.of(problem(known))));
    }

    private static Reason problem(Map<EmailAddress, String> known) {
        return known.keySet().stream()
                .findFirst()
                .map(address -> Reason.of("notice.problem.unusable", address.value()))
                .orElse(Reason.of("notice.problem.no-address"));
    }

    /** Empty for one that is none, as an import may have left it. */
    private static Optional<EmailAddress> own(Contract contract) {
        try {
            return Optional.of(contract.addresseeEmail());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
