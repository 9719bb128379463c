package app.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void theDomainIsKeptInLowerCaseAndTheRestAsWritten() {
        assertThat(EmailAddress.parse(" E.Muster@Firma.CH "))
                .map(EmailAddress::value)
                .contains("E.Muster@firma.ch");
    }

    @Test
    void aDomainWithUmlautsIsKeptInItsAsciiForm() {
        assertThat(EmailAddress.parse("info@müller.ch"))
                .map(EmailAddress::domain)
                .contains("xn--mller-kva.ch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@",
                "@b.ch",
                "a@b",
                "a b@c.ch",
                "a@b.ch\nBcc: x@y.ch",
                "a@b.ch,x@y.ch",
                "<a@b.ch>",
                "a@-b.ch",
                "a..b@c.ch",
                ".a@c.ch",
                "a@b..ch",
                "a@b.c",
                "é@b.ch"
            })
    void whatMailCannotGoToIsNoAddress(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void theComplaintTellsMissingFromMalformed() {
        assertThatThrownBy(() -> EmailAddress.require("email", " "))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.complaints()).containsEntry("email", Reason.of("kernel.text.missing")));
        assertThatThrownBy(() -> EmailAddress.require("email", "x@y"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.complaints()).containsEntry("email", Reason.of("kernel.email.malformed")));
    }

    @Test
    void maskedItTellsItsOwnerEnoughAndOthersLittle() {
        assertThat(new EmailAddress("erika.muster@firma.ch").masked()).isEqualTo("e…@firma.ch");
    }
}
