package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Settings.Passwords;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final Passwords USUAL = new Passwords(8, 3, 10_000, 10, 3, Period.ofMonths(6));

    private static List<String> broken(Passwords rules, NewPassword password) {
        return new PasswordRules(rules)
                .refusals(password).stream().map(Reason::key).toList();
    }

    private static List<String> broken(String text) {
        return broken(USUAL, new NewPassword(text, "anna.meier", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zwölf-Uhr", "aB3aB3xq", "correct Horse 7", "ПАРОЛЬ-крыша", "Gegen-2gezeichnet"})
    void aGoodPasswordBreaksNone(String text) {
        assertThat(broken(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "aB3xqzt, access.password.length",
        "abcdwxyz9, access.password.classes",
        "ABCDWXYZ-, access.password.classes",
        "P@ssw0rd, access.password.commonest",
        "xMEIx-2020, access.password.name-part",
        "Tante-nna-7, access.password.name-part"
    })
    void eachRuleIsBrokenByItsOwn(String text, String rule) {
        assertThat(broken(text)).contains(rule);
    }

    @Test
    void commonOnesAreFoundWhateverTheirCaseAndOnlyUpToTheRankThatCounts() {
        assertThat(CommonPasswords.rank("PassWord"))
                .isEqualTo(CommonPasswords.rank("password"))
                .isLessThan(10);
        assertThat(CommonPasswords.rank("Gegen-2gezeichnet")).isEqualTo(CommonPasswords.UNRANKED);
        Passwords none = new Passwords(4, 1, 0, 0, 0, Period.ZERO);
        assertThat(broken(none, new NewPassword("password", "anna", List.of()))).isEmpty();
    }

    @Test
    void aShortUserNameCountsAsAWhole() {
        assertThat(broken(USUAL, new NewPassword("Xx-abc-77", "ab", List.of()))).contains("access.password.name-part");
        assertThat(broken(USUAL, new NewPassword("Xx-acb-77", "ab", List.of()))).isEmpty();
    }

    @Test
    void bytesCountRatherThanLettersWhereBcryptStopsReading() {
        assertThat(broken("aB3" + "x".repeat(68))).isEmpty();
        assertThat(broken("aB3" + "x".repeat(69))).containsExactly("access.password.bytes");
        assertThat(broken("aB3" + "ü".repeat(35))).containsExactly("access.password.bytes");
    }

    @Test
    void theLastTenAreRefusedAndTheEleventhIsNot() {
        List<String> former = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            former.add(SigningIn.hashOfKnown("Frueher-Nr-" + i));
        }

        assertThat(broken(USUAL, new NewPassword("Frueher-Nr-0", "x-y", former)))
                .containsExactly("access.password.former");
        assertThat(broken(USUAL, new NewPassword("Frueher-Nr-9", "x-y", former)))
                .containsExactly("access.password.former");
        assertThat(broken(USUAL, new NewPassword("Frueher-Nr-10", "x-y", former)))
                .isEmpty();
    }

    @Test
    void itIsTooOldAfterSixMonthsToTheDay() {
        Instant set = Instant.parse("2026-08-31T10:00:00Z");

        assertThat(new PasswordRules(USUAL).end(set)).contains(Instant.parse("2027-02-28T10:00:00Z"));
        assertThat(new PasswordRules(new Passwords(8, 3, 0, 0, 0, Period.ZERO)).end(set))
                .isEmpty();
    }
}
