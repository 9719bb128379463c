package app.countersign.demo;

import app.countersign.access.DemoRemits;
import app.countersign.contract.Authorising;
import app.countersign.kernel.Country;
import app.countersign.party.ContactKind;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import app.countersign.party.Parties;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The three processors as their documents name them, with who is to be reached and who signs. */
@Dependent
class DemoProcessors {

    @Inject
    private Parties parties;

    @Inject
    private Authorising authorising;

    @Inject
    private DemoRemits remits;

    /** @param demonstrator the application's own principal, which countersigns the demonstration's contracts */
    void make(String demonstrator) {
        Set<String> known = parties.processors().stream()
                .flatMap(processor -> processor.code().stream())
                .collect(Collectors.toSet());
        // What is there stays as people have made it since.
        Map.<String, Runnable>of("okomo", this::okomo, "oculavis", this::oculavis, "360dialog", this::dialog)
                .forEach((code, make) -> {
                    if (!known.contains(code)) {
                        make.run();
                    }
                });
        remits.assign(this::idOf);
        authorising.authorise("oskar", "okomo", "Oskar Lenz", "Prokurist", "Wollerau");
        for (String processor : new String[] {"okomo", "oculavis", "360dialog"}) {
            for (String account : new String[] {"gerrit", "automation", demonstrator}) {
                authorising.authorise(account, processor, "Gerrit Rode", "Geschäftsführer", "Berlin");
            }
        }
    }

    private UUID idOf(String code) {
        return parties.processors().stream()
                .filter(processor -> processor.code().filter(code::equals).isPresent())
                .findFirst()
                .map(Organisation::id)
                .orElseThrow();
    }

    private void okomo() {
        UUID id = parties.registerProcessor(
                        "okomo",
                        new OrganisationDetails(
                                "Okomo AG",
                                "Sihleggstrasse 23, 8832 Wollerau",
                                new Country("CH"),
                                "328.837.288",
                                Locale.forLanguageTag("de-CH")),
                        ZoneId.of("Europe/Zurich"))
                .id();
        parties.addContact(id, ContactKind.LEGAL, "", "legal@okomo.com", "");
    }

    private void oculavis() {
        UUID id = parties.registerProcessor(
                        "oculavis",
                        new OrganisationDetails(
                                "oculavis GmbH",
                                "Vaalser Str. 259, 52074 Aachen",
                                new Country("DE"),
                                "",
                                Locale.GERMANY),
                        ZoneId.of("Europe/Berlin"))
                .id();
        parties.addContact(id, ContactKind.PRIVACY, "", "privacy@oculavis.de", "");
    }

    private void dialog() {
        UUID id = parties.registerProcessor(
                        "360dialog",
                        new OrganisationDetails(
                                "360dialog GmbH", "Torstraße 61, 10119 Berlin", new Country("DE"), "", Locale.GERMANY),
                        ZoneId.of("Europe/Berlin"))
                .id();
        parties.addContact(id, ContactKind.GENERAL, "Support", "support@360dialog.com", "+49 30 609 859 530");
        parties.addContact(id, ContactKind.DPO, "René Rautenberg", "info@er-secure.de", "+49 89 55294870");
    }
}
