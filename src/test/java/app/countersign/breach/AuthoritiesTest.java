package app.countersign.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Country;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthoritiesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-28");
    private static final Path SHIPPED = Path.of("contracts-templates");
    private static final Authorities AUTHORITIES = Authorities.in(SHIPPED);

    private static final Set<String> COUNTRIES = Set.of(
            "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU",
            "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "IS", "LI", "NO", "CH");
    private static final Set<String> LANDS =
            Set.of("BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH");

    @Test
    void everyCountryOfTheEuAndTheEeaAndSwitzerlandHasItsAuthority() {
        Set<String> known = AUTHORITIES.on(TODAY).stream()
                .map(authority -> authority.country().code())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(known).isEqualTo(new TreeSet<>(COUNTRIES));
        assertThat(COUNTRIES)
                .filteredOn(code -> !code.equals("DE"))
                .allSatisfy(code -> assertThat(AUTHORITIES
                                .proposed(new Country(code), "", TODAY)
                                .only())
                        .as(code)
                        .isPresent());
    }

    @Test
    void everyLandHasOneForCompaniesAndBavariaOneMoreForItsOwnBodies() {
        List<Authority> german = AUTHORITIES.on(TODAY).stream()
                .filter(authority -> authority.country().code().equals("DE"))
                .toList();

        assertThat(german.stream()
                        .filter(Authority::watchesCompanies)
                        .map(authority -> authority.land().orElse("")))
                .containsExactlyInAnyOrderElementsOf(LANDS);
        assertThat(german.stream().filter(authority -> !authority.watchesCompanies()))
                .extracting(Authority::id)
                .containsExactlyInAnyOrder("de-bfdi", "de-by-public");
    }

    @Test
    void eachHasItsNameInBothLanguagesAndAddressesThatAreSafe() {
        assertThat(AUTHORITIES.on(TODAY)).allSatisfy(authority -> {
            assertThat(authority.name(Locale.GERMAN)).isNotBlank();
            assertThat(authority.name(Locale.ENGLISH)).isNotBlank();
            assertThat(authority.web().getScheme()).isEqualTo("https");
            assertThat(authority.web().getHost()).contains(".");
            assertThat(authority.form().map(form -> form.getScheme()).orElse("https"))
                    .isEqualTo("https");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'Musterweg 1, 52072 Aachen', de-nw",
        "'Musterweg 1\nD-80331 München', de-by",
        "'Torstr. 61, 10119 Berlin', de-be"
    })
    void aGermanSeatIsReadFromItsPostalCode(String address, String id) {
        Proposal proposal = AUTHORITIES.proposed(new Country("DE"), address, TODAY);

        assertThat(proposal.only()).map(Authority::id).contains(id);
        assertThat(proposal.why().key()).isEqualTo("breach.authority.by-postal-code");
    }

    @Test
    void aPostalCodeThatMayLieInSeveralLaenderIsNotGuessed() {
        Proposal proposal = AUTHORITIES.proposed(new Country("DE"), "Am Ufer 1, 89231 Neu-Ulm", TODAY);

        assertThat(proposal.only()).isEmpty();
        assertThat(proposal.candidates()).extracting(Authority::id).containsExactly("de-bw", "de-by");
        assertThat(proposal.why().key()).isEqualTo("breach.authority.several");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Am Ufer, Neu-Ulm", "52072 Aachen oder 10119 Berlin", "Postfach 1234567", "05123 Nirgends"})
    void withoutAPostalCodeThatMeansSomethingAllLaenderAreOffered(String address) {
        Proposal proposal = AUTHORITIES.proposed(new Country("DE"), address, TODAY);

        assertThat(proposal.candidates()).hasSize(LANDS.size());
        assertThat(proposal.why().key()).isEqualTo("breach.authority.no-postal-code");
    }

    @Test
    void everyTwoDigitsThatTheGermanPostUsesLeadSomewhere() {
        // Its own numbering leaves these out.
        Set<Integer> unused = Set.of(0, 5, 11, 43, 62);
        for (int digits = 1; digits < 100; digits++) {
            String code = "%02d123".formatted(digits);
            Proposal proposal = AUTHORITIES.proposed(new Country("DE"), code + " X", TODAY);
            assertThat(proposal.candidates().size() < LANDS.size()).as(code).isEqualTo(!unused.contains(digits));
        }
    }

    @Test
    void outsideNobodyIsProposed() {
        Proposal proposal = AUTHORITIES.proposed(new Country("US"), "1 Main St, 10119 Somewhere", TODAY);

        assertThat(proposal.candidates()).isEmpty();
        assertThat(proposal.why().key()).isEqualTo("breach.authority.unknown");
    }

    @Test
    void oneThatHasEndedIsNotProposedButStillKnown(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(Authorities.FILE), """
                authorities:
                  - {id: old, country: CH, from: 1993-07-01, until: 2023-08-31, web: "https://old.example", name: {de: Alt, en: Old}}
                  - {id: new, country: CH, from: 2023-09-01, web: "https://new.example", name: {de: Neu, en: New}}
                postal-codes: {}
                """);
        Authorities dated = Authorities.in(folder);

        assertThat(dated.proposed(new Country("CH"), "", TODAY).only())
                .map(Authority::id)
                .contains("new");
        assertThat(dated.proposed(new Country("CH"), "", LocalDate.parse("2023-08-31"))
                        .only())
                .map(Authority::id)
                .contains("old");
        assertThat(dated.byId("old")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorities: [{id: a, country: CH, from: soon, web: 'https://a.example', name: {de: A, en: A}}]",
                "authorities: [{id: a, country: XX, from: 2020-01-01, web: 'https://a.example', name: {de: A, en: A}}]",
                "authorities: [{id: a, country: CH, from: 2020-01-01, web: 'https://a.example', name: {de: A}}]",
                "authorities: [{id: a, country: CH, from: 2020-01-01, name: {de: A, en: A}}]",
                "authorities: [{id: a, place: CH}]",
                "authorities: no",
                "[",
                ""
            })
    void aMistakeIsNamed(String yaml, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(Authorities.FILE), yaml);

        assertThatThrownBy(() -> Authorities.in(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Authorities.FILE);
    }
}
