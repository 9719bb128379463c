package app.countersign.party;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Reason;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LikenessTest {

    private final Organisation muster = new Organisation(
            OrganisationDetails.read("Müller & Söhne AG", "", "CH", "CHE-123.456.789 MWST", ""),
            Instant.parse("2026-11-22T12:00:00Z"));

    @Test
    void theSameNameWithAnotherLegalFormIsAlike() {
        assertThat(new Likeness("MULLER und SOHNE gmbh", "", Optional.empty()).reasons(muster))
                .containsExactly(Reason.of("party.duplicate.name"));
    }

    @Test
    void theSameRegisterNumberIsAlikeHoweverItIsWritten() {
        assertThat(new Likeness("Other", "che123456789", Optional.empty()).reasons(muster))
                .containsExactly(Reason.of("party.duplicate.register-number"));
    }

    @Test
    void theSameMailDomainIsAlike() {
        muster.addContact(ContactKind.LEGAL, "", new EmailAddress("legal@mueller.ch"), "");
        assertThat(new Likeness("Other", "", EmailAddress.parse("ceo@Mueller.ch")).reasons(muster))
                .containsExactly(Reason.of("party.duplicate.domain", "mueller.ch"));
    }

    @Test
    void aMailProvidersDomainSaysNothing() {
        muster.addContact(ContactKind.LEGAL, "", new EmailAddress("mueller@bluewin.ch"), "");
        assertThat(new Likeness("Other", "", EmailAddress.parse("x@bluewin.ch")).reasons(muster))
                .isEmpty();
    }

    @Test
    void nothingGivenIsNotAlikeToNothingKnown() {
        Organisation bare = new Organisation(OrganisationDetails.read("A", "", "CH", "", ""), Instant.EPOCH);
        assertThat(new Likeness("B", "", Optional.empty()).reasons(bare)).isEmpty();
    }

    @Test
    void aNameThatIsNothingButALegalFormStaysItself() {
        assertThat(LegalName.core("SE AG")).isEqualTo("se ag");
        assertThat(LegalName.core("Muster S.A.")).isEqualTo("muster");
    }
}
