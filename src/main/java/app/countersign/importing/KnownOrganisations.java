package app.countersign.importing;

import app.countersign.kernel.Country;
import app.countersign.party.LegalName;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import app.countersign.party.Parties;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Recognises an organisation that is there already under another spelling, so that it is not entered twice. */
@ApplicationScoped
class KnownOrganisations {

    @Inject
    private Parties parties;

    /** The one of that name, whatever its legal form and spelling, in that country. */
    Optional<Organisation> like(String name, Country country) {
        return parties.possibleDuplicates(name, "", "").stream()
                .filter(one -> one.country().equals(country.code()) && LegalName.isSame(one.name(), name))
                .findFirst()
                .map(one -> parties.organisation(one.id()));
    }

    /** What is known of that one. */
    Optional<OrganisationDetails> same(OrganisationDetails typed) {
        return like(typed.name(), typed.country())
                .map(one -> new OrganisationDetails(
                        one.name(),
                        one.address(),
                        one.country(),
                        one.registerNumber().orElse(""),
                        one.language()));
    }
}
