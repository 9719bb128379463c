package app.countersign.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.countersign.kernel.Country;
import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.kernel.Refused;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTest {

    private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

    private final Organisation us = new Organisation(
            "okomo",
            new OrganisationDetails("Okomo AG", "", new Country("CH"), "", Locale.GERMAN),
            ZoneId.of("Europe/Zurich"),
            NOW);
    private final Breach breach = new Breach(
            "BR-2026-0001",
            new Facts("T", "", "", "", List.of(), Set.of(), Extent.unknown(), Extent.unknown(), "", ""),
            ZoneId.of("Europe/Zurich"),
            true,
            Set.of(us.id()),
            NOW,
            "Erika");
    private final Notice notice = Notice.toPersons(breach.id(), us, Locale.GERMAN, "Personen", 1, NOW, "Erika");
    private final ToldFacts facts = new ToldFacts(breach, NOW);

    @Test
    void whoComesSecondLearnsWhoToldItWhenAndHow() {
        notice.told(1, facts, NoticeChannel.TELEPHONE, NOW, "Erika Muster");

        assertThatThrownBy(() -> notice.told(1, facts, NoticeChannel.MAIL, NOW.plusSeconds(1), "Max"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.reason().in(Locale.ENGLISH)).contains("Erika Muster", "telephone"));
        assertThat(notice.toldBy()).contains("Erika Muster");
        assertThat(notice.channel()).contains(NoticeChannel.TELEPHONE);
    }

    @Test
    void whatWasToldIsAmendedNoMore() {
        notice.amend(1, notice.version());
        assertThat(notice.isAmended()).isTrue();
        notice.told(1, facts, NoticeChannel.MAIL, NOW, "Erika");

        assertThatThrownBy(() -> notice.amend(2, notice.version())).isInstanceOf(Refused.class);
    }

    @Test
    void whatWaitsToBeSentIsAmendedNoMore() {
        notice.queue("Erika", "", NOW);

        assertThatThrownBy(() -> notice.amend(1, notice.version())).isInstanceOf(Refused.class);
    }

    @Test
    void oneThatWasLookedAtBeforeItChangedIsNotAmended() {
        assertThatThrownBy(() -> notice.amend(1, notice.version() + 1)).isInstanceOf(Refused.class);
        assertThat(notice.isAmended()).isFalse();
    }

    @Test
    void theApplicationsWordsComeBackWhenWanted() {
        notice.amend(1, notice.version());
        notice.writeAnew(notice.version());

        assertThat(notice.isAmended()).isFalse();
    }

    @Test
    void withoutAnAddressItWaitsForTheTelephoneAndLeavesTheQueue() {
        notice.queue("Erika", "", NOW);
        notice.hasNoAddress(Reason.of("notice.problem.no-address"));

        assertThat(notice.state()).isEqualTo(NoticeState.UNMAILABLE);
        assertThat(notice.problem()).isPresent();
        notice.told(1, facts, NoticeChannel.TELEPHONE, NOW, "Erika");
        assertThat(notice.state()).isEqualTo(NoticeState.SENT);
        assertThat(notice.problem()).isEmpty();
    }

    @Test
    void oneThatCameBackCanBeToldInAnotherWay() {
        notice.told(1, facts, NoticeChannel.MAIL, NOW, "Erika");
        notice.cameBack("erika@firma.example", "550 no such user");

        assertThat(notice.state()).isEqualTo(NoticeState.BOUNCED);
        assertThat(notice.problem().orElseThrow().in(Locale.ENGLISH)).contains("erika@firma.example", "550");
        notice.told(1, facts, NoticeChannel.TELEPHONE, NOW, "Max");
        assertThat(notice.state()).isEqualTo(NoticeState.SENT);
    }

    @ParameterizedTest
    @CsvSource({
        "mail, MAIL",
        "email, MAIL",
        "E-Mail, MAIL",
        "phone, TELEPHONE",
        "in-person, IN_PERSON",
        "public, PUBLIC"
    })
    void channelsAreReadAsPeopleWriteThem(String word, NoticeChannel channel) {
        assertThat(NoticeChannel.read(word)).isEqualTo(channel);
    }

    @Test
    void whatIsNoChannelIsComplainedOf() {
        assertThatThrownBy(() -> NoticeChannel.read("pigeon")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> NoticeChannel.read(null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> NoticeChannel.read("<b>")).isInstanceOf(Invalid.class);
    }

    @Test
    void aNoticeOfNobodyYetHasNoFacts() {
        assertThat(notice.factsId()).isEmpty();
        assertThat(notice.concernId()).isEmpty();
        assertThat(notice.processorId()).isEqualTo(us.id()).isNotEqualTo(new UUID(0, 0));
    }
}
