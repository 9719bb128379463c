package app.countersign.importing;

import app.countersign.kernel.Country;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.party.OrganisationDetails;
import app.countersign.subprocessor.EngagementDetails;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Gathers what is wrong with a row, so that a person hears of all of it at once. */
final class Complaints {

    private Complaints() {}

    /** @throws Invalid with the complaints of all of these */
    static void together(Supplier<?>... parts) {
        Map<String, Reason> all = new LinkedHashMap<>();
        Arrays.stream(parts).forEach(part -> {
            try {
                part.get();
            } catch (Invalid e) {
                all.putAll(e.complaints());
            }
        });
        if (!all.isEmpty()) {
            throw new Invalid(all);
        }
    }

    /** @param country code or name
     * @throws Invalid with complaints for {@code name}, {@code address}, {@code country} */
    static OrganisationDetails organisation(String name, String address, String country) {
        String[] code = {"CH"};
        together(() -> code[0] = country(country), () -> OrganisationDetails.read(name, address, "CH", "", ""));
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
