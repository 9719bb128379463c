package app.countersign.importing;

import app.countersign.kernel.Country;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.party.OrganisationDetails;
import app.countersign.subprocessor.EngagementDetails;
import java.util.Set;

/** What is wrong with the parts of a row that several kinds of tables have. */
final class Complaints {

    private Complaints() {}

    /** @param country code or name
     * @throws Invalid with complaints for {@code name}, {@code address}, {@code country} */
    static OrganisationDetails organisation(String name, String address, String country) {
        String[] code = {"CH"};
        Invalid.together(() -> code[0] = country(country), () -> OrganisationDetails.read(name, address, "CH", "", ""));
        return OrganisationDetails.read(name, address, code[0], "", "");
    }

    private static String country(String said) {
        Set<Country> found = EngagementDetails.countries("country", said);
        if (found.size() > 1) {
            throw Invalid.field("country", Reason.of("importing.complaint.one-country"));
        }
        return found.iterator().next().code();
    }
}
