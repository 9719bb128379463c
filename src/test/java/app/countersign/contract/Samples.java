package app.countersign.contract;

import app.countersign.kernel.EmailAddress;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import app.countersign.terms.Clause;
import app.countersign.terms.Conclusion;
import app.countersign.terms.Unsigned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Contracts and what belongs to them, for tests. */
final class Samples {

    static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    static final Conclusion BOTH_SIGN =
            conclusion(Conclusion.COUNTERSIGNED, List.of("controller", "processor"), "last-signature");
    static final Conclusion WITH_MAIN_CONTRACT = conclusion(
            Conclusion.COUNTERSIGNED_WITH_MAIN_CONTRACT,
            List.of("controller", "processor"),
            "last-signature-or-main-contract");
    static final Conclusion AUTOMATIC =
            conclusion(Conclusion.AUTOMATIC_WITH_SERVICE_CONTRACT, List.of(), "service-contract");

    static final UnsignedPlan PLAN =
            new UnsignedPlan(new Unsigned(Period.ofDays(60), List.of(Period.ofDays(14), Period.ofDays(7))), ZURICH);

    static final Organisation OKOMO =
            new Organisation("okomo", OrganisationDetails.read("Okomo AG", "", "CH", "", ""), ZURICH, NOON);
    static final Organisation OTHER =
            new Organisation("other", OrganisationDetails.read("Other AG", "", "CH", "", ""), ZURICH, NOON);

    static final Signatory PETRA = new Signatory("petra", OKOMO, "Petra Muster", "Geschäftsführerin", "Zürich", NOON);

    private Samples() {}

    private static Conclusion conclusion(String mode, List<String> order, String effective) {
        return new Conclusion(new Clause("2-1", "§ 2 Abs. 1", "", "", 1), mode, order, effective, true, false);
    }

    static Contract draft() {
        Organisation controller =
                new Organisation(OrganisationDetails.read("Müller AG", "Weg 1\n8000 Zürich", "CH", "", ""), NOON);
        return new Contract(
                new ContractNumber("OKO", 2026, 42),
                new Contract.Parties(OKOMO, controller, "Erika Muster", new EmailAddress("erika@mueller.ch")),
                new TemplateVersion("okomo-dpa", 1, "1.0", "hash", "archive", NOON),
                Locale.forLanguageTag("de-CH"),
                NOON);
    }

    static SignaturePage page(LocalDate signedOn) {
        return new SignaturePage(
                "Müller AG", "Weg 1\n8000 Zürich", "Erika Muster", "Geschäftsführerin", "Zürich", signedOn);
    }

    /** A contract that has come as far as that state, on the way on which both sign. */
    static Contract in(ContractState state) {
        Contract contract = draft();
        if (state == ContractState.DRAFT) {
            return contract;
        }
        contract.issue(PLAN, BOTH_SIGN, NOON);
        if (state == ContractState.WITHDRAWN) {
            contract.withdraw("Irrtum", NOON);
        }
        if (state == ContractState.ISSUED || state == ContractState.WITHDRAWN) {
            return contract;
        }
        contract.sign(page(TODAY), NOON);
        if (state == ContractState.REFUSED) {
            contract.refuse("Bitte mit Funktion", PLAN, NOON);
        }
        if (state == ContractState.RETURNED || state == ContractState.REFUSED) {
            return contract;
        }
        contract.accept(NOON);
        if (state == ContractState.ACCEPTED) {
            return contract;
        }
        contract.countersign(PETRA, TODAY, state == ContractState.COUNTERSIGNED ? WITH_MAIN_CONTRACT : BOTH_SIGN, NOON);
        if (state == ContractState.TERMINATED) {
            end(contract, EndKind.EXTRAORDINARY, TODAY, "Verstoss");
        }
        return contract;
    }

    static void end(Contract contract, EndKind kind, LocalDate lastDay, String reason) {
        EndDeclaration said = new EndDeclaration(kind, null, Side.PROCESSOR, TODAY, reason);
        contract.terminate(said, new PlannedEnd(lastDay, Optional.empty(), Optional.empty()), TODAY, NOON);
    }
}
