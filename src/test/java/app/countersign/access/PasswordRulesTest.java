package app.countersign.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Settings.Passwords;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final Passwords USUAL =
            new Passwords(8, 3, 10_000, 10, 3, Period.ofMonths(6), Set.of(), Optional.empty());

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
        Passwords none = new Passwords(4, 1, 0, 0, 0, Period.ZERO, Set.of(), Optional.empty());
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
        Passwords never = new Passwords(8, 3, 0, 0, 0, Period.ZERO, Set.of(), Optional.empty());
        assertThat(new PasswordRules(never).end(set)).isEmpty();
    }

    @Test
    void wordsOfTheInstallationAreRefusedWhateverTheirCase() {
        Passwords ours =
                new Passwords(8, 3, 10_000, 10, 3, Period.ofMonths(6), Set.of("okomo", "wollerau"), Optional.empty());

        assertThat(broken(ours, new NewPassword("Zwölf-OKOMO-7", "x-y", List.of())))
                .containsExactly("access.password.words");
        assertThat(broken(ours, new NewPassword("Wollerau-2026", "x-y", List.of())))
                .containsExactly("access.password.words");
        assertThat(broken(ours, new NewPassword("Zwölf-Uhr", "x-y", List.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void whatBreachesHaveMadeKnownIsRefusedWhereverItStandsInTheList(String end, @TempDir Path folder)
            throws Exception {
        List<String> known =
                IntStream.range(0, 200).mapToObj(i -> "Bekannt-" + i).toList();
        List<String> lines = known.stream()
                .map(PasswordRulesTest::sha1)
                .sorted()
                .map(hash -> hash + ":" + hash.hashCode() % 9)
                .toList();
        Path file = Files.writeString(folder.resolve("list"), String.join(end, lines) + end);
        Passwords rules = new Passwords(8, 3, 0, 0, 0, Period.ZERO, Set.of(), Optional.of(file));

        assertThat(known)
                .allSatisfy(text -> assertThat(broken(rules, new NewPassword(text, "x-y", List.of())))
                        .containsExactly("access.password.breached"));
        assertThat(IntStream.range(200, 400).mapToObj(i -> "Bekannt-" + i))
                .allSatisfy(text -> assertThat(broken(rules, new NewPassword(text, "x-y", List.of())))
                        .isEmpty());

        Files.delete(file);
        assertThatThrownBy(() -> broken(rules, new NewPassword("Bekannt-7", "x-y", List.of())))
                .isInstanceOf(Refused.class);
    }

    private static String sha1(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoeverMayDoGraveThingsCannotDoWithoutASecondFactorAndEverybodyWhereTheInstallationSaysSo() {
        assertThat(List.of(Roles.ADMINISTRATOR, Roles.SIGNATORY, Roles.DPO))
                .allMatch(role -> Factors.isRequired(List.of(Roles.LEGAL, role), false));
        assertThat(Factors.isRequired(List.of(Roles.LEGAL, Roles.AUDITOR), false))
                .isFalse();
        assertThat(Factors.isRequired(List.of(Roles.LEGAL), true)).isTrue();
    }
}
