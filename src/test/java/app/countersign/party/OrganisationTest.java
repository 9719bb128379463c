package app.countersign.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrganisationTest {

    @Test
    void eachFieldHasItsOwnComplaint() {
        assertThatThrownBy(() -> OrganisationDetails.read("x".repeat(300), "a\u202E", "XX", "\u0000", ""))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.complaints())
                                .containsOnlyKeys("name", "address", "country", "registerNumber")
                                .containsEntry("name", Reason.of("kernel.text.too-long", 200, 300)));
    }

    @Test
    void aNameNeedsSomethingToCallItBy() {
        assertThatThrownBy(() -> OrganisationDetails.read("&&", "", "CH", "", ""))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.complaints()).containsEntry("name", Reason.of("party.complaint.no-name")));
    }

    @Test
    void theLanguageIsTheCountrysUnlessGiven() {
        assertThat(OrganisationDetails.read("A", "", "CH", "", "").language()).hasToString("de_CH");
        assertThat(OrganisationDetails.read("A", "", "FR", "", "").language()).hasToString("en");
        assertThat(OrganisationDetails.read("A", "", "CH", "", "en").language()).hasToString("en");
    }

    @Test
    void theMostFittingContactIsFoundAndNobodyIsEnteredTwice() {
        Organisation a = new Organisation(OrganisationDetails.read("A", "", "CH", "", ""), Instant.EPOCH);
        EmailAddress address = new EmailAddress("a@a.ch");
        a.addContact(ContactKind.GENERAL, "Empfang", address, "");
        a.addContact(ContactKind.DPO, "Dora", address, "");
        a.addContact(ContactKind.DPO, "Dora P.", address, "1");

        assertThat(a.contacts()).hasSize(2);
        assertThat(a.contact(ContactKind.PRIVACY, ContactKind.DPO))
                .map(Contact::name)
                .contains("Dora P.");
    }
}
