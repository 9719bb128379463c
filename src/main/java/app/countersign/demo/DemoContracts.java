package app.countersign.demo;

import app.countersign.contract.Checking;
import app.countersign.contract.ContractFilter;
import app.countersign.contract.ContractRecords;
import app.countersign.contract.Countersigning;
import app.countersign.contract.EndDeclaration;
import app.countersign.contract.EndGround;
import app.countersign.contract.Issuing;
import app.countersign.contract.NewContract;
import app.countersign.contract.Side;
import app.countersign.contract.SignaturePage;
import app.countersign.contract.Terminating;
import app.countersign.demo.DemoCustomer.Until;
import app.countersign.kernel.Country;
import app.countersign.party.OrganisationDetails;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Takes each customer's contract as far as it has come. */
@Dependent
class DemoContracts {

    private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");

    @Inject
    private Issuing issuing;

    @Inject
    private Checking checking;

    @Inject
    private Countersigning countersigning;

    @Inject
    private Terminating terminating;

    @Inject
    private ContractRecords records;

    @Inject
    private Clock clock;

    /** Each customer has one contract; a customer that has it already is left as it is. */
    void make(DemoCustomer customer) {
        boolean known = !records.page(ContractFilter.ALL.withText(customer.name()), OptionalLong.empty(), 1)
                .items()
                .isEmpty();
        if (known) {
            return;
        }
        UUID id = issuing.draft(wanted(customer));
        if (customer.until() == Until.DRAFT) {
            return;
        }
        issuing.issue(id);
        if (customer.until() == Until.WITHDRAWN) {
            terminating.withdraw(id, "Der Kunde hat sich für ein anderes Produkt entschieden.");
        } else if (customer.until() != Until.ISSUED) {
            sign(customer, id);
        }
    }

    private void sign(DemoCustomer customer, UUID id) {
        checking.recordPage(
                id,
                new SignaturePage.Entry(
                        customer.name(),
                        customer.address(),
                        customer.person(),
                        customer.position(),
                        customer.place(),
                        LocalDate.now(clock.withZone(ZONE)).toString()));
        if (customer.until() == Until.RETURNED) {
            return;
        }
        if (customer.until() == Until.REFUSED) {
            checking.refuse(
                    id,
                    "Die unterzeichnende Person ist im Handelsregister nicht als zeichnungsberechtigt eingetragen.");
            return;
        }
        checking.accept(id);
        if (customer.until() != Until.ACCEPTED) {
            countersigning.countersign(id);
        }
        if (customer.until() == Until.TERMINATED) {
            terminating.terminate(
                    id,
                    EndDeclaration.extraordinary(
                            EndGround.SERIOUS_VIOLATION,
                            Side.PROCESSOR,
                            null,
                            "Die Kooperation wurde im gegenseitigen Einvernehmen beendet."));
        }
    }

    private NewContract wanted(DemoCustomer customer) {
        boolean automatic = customer.template().equals("oculavis-dpa");
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        return new NewContract(
                customer.template(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new OrganisationDetails(
                        customer.name(), customer.address(), new Country(customer.country()), "", Locale.GERMAN)),
                customer.person(),
                customer.email(),
                automatic ? Optional.of(today.minusMonths(3)) : Optional.empty());
    }
}
