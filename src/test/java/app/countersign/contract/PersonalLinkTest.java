package app.countersign.contract;

import static app.countersign.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.EmailAddress;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.kernel.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonalLinkTest {

    private static final Instant LATER = NOON.plus(Duration.ofMinutes(1));

    private final String token = Secret.token();
    private final PersonalLink link = new PersonalLink(
            Samples.in(ContractState.ISSUED),
            new EmailAddress("erika@mueller.ch"),
            token,
            NOON,
            NOON.plus(Duration.ofDays(60)));

    @Test
    void tokensAreLongAndNeverAlike() {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            tokens.add(Secret.token());
        }
        assertThat(tokens).hasSize(1000).allSatisfy(t -> assertThat(t).matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void onlyTheHashIsKept() {
        assertThat(link.tokenHash()).hasSize(64).isNotEqualTo(token).isEqualTo(Secret.hash(token));
    }

    @Test
    void itTellsUntilWhenACodeCanBeGiven() {
        assertThat(link.codeUntil(NOON)).isEmpty();

        link.sendsCode("123456", NOON);
        assertThat(link.codeUntil(LATER)).contains(NOON.plus(PersonalLink.CODE_LIFE));
        assertThat(link.codeUntil(NOON.plus(PersonalLink.CODE_LIFE))).isEmpty();

        for (int i = 0; i < PersonalLink.ATTEMPTS; i++) {
            link.proves("000000", LATER);
        }
        assertThat(link.codeUntil(LATER)).isEmpty();
    }

    @Test
    void itOpensUntilItExpiresOrIsRevoked() {
        assertThat(link.opensAt(NOON)).isTrue();
        assertThat(link.opensAt(NOON.plus(Duration.ofDays(60)))).isFalse();
        link.revoke(NOON);
        assertThat(link.opensAt(NOON)).isFalse();
    }

    @Test
    void theRightCodeIsTakenOnce() {
        link.sendsCode("012345", NOON);
        assertThat(link.proves(" 012 345 ", LATER)).isEmpty();
        assertThat(link.proves("012345", LATER)).contains(Reason.of("contract.code.needed"));
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        link.sendsCode("012345", NOON);
        assertThat(link.proves("012345", NOON.plus(PersonalLink.CODE_LIFE)))
                .contains(Reason.of("contract.code.expired"));
    }

    @Test
    void afterFiveWrongAttemptsTheRightCodeIsOfNoUse() {
        link.sendsCode("012345", NOON);
        for (int left = 4; left >= 0; left--) {
            assertThat(link.proves("999999", LATER)).contains(Reason.of("contract.code.wrong", left));
        }
        assertThat(link.proves("012345", LATER)).contains(Reason.of("contract.code.needed"));
    }

    @Test
    void anotherCodeReplacesTheOneBefore() {
        link.sendsCode("111111", NOON);
        link.sendsCode("222222", LATER);
        assertThat(link.proves("111111", LATER)).isPresent();
        assertThat(link.proves("222222", LATER)).isEmpty();
    }

    @Test
    void codesAreNotSentOneAfterTheOther() {
        link.sendsCode("111111", NOON);
        assertThatThrownBy(() -> link.sendsCode("222222", NOON.plusSeconds(10)))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(Reason.of("contract.code.too-soon", 21L)));
        link.sendsCode("222222", NOON.plusSeconds(30));
    }

    @Test
    void aLinkGetsOnlySoManyCodes() {
        for (int i = 0; i < PersonalLink.CODES; i++) {
            link.sendsCode("111111", NOON.plus(Duration.ofMinutes(i)));
        }
        assertThatThrownBy(() -> link.sendsCode("111111", NOON.plus(Duration.ofDays(1))))
                .hasMessage("contract.code.too-many");
    }

    @Test
    void withoutACodeNothingIsProven() {
        assertThat(link.proves(null, NOON)).contains(Reason.of("contract.code.needed"));
        link.sendsCode("111111", NOON);
        assertThat(link.proves(null, NOON)).isPresent();
    }

    @Test
    void theAttemptsLeftAreToldInWords() {
        Texts german = Texts.of(Locale.GERMAN);
        assertThat(german.text("contract.code.wrong", 0)).endsWith("Bitte lassen Sie sich einen neuen senden.");
        assertThat(german.text("contract.code.wrong", 1)).endsWith("Ein Versuch bleibt.");
        assertThat(german.text("contract.code.wrong", 4)).endsWith("4 Versuche bleiben.");
    }
}
